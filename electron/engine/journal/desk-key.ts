/** A desk's identity: an Ed25519 key pair whose public half, hashed, is the desk's name in every entry. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { one, run, sql, type Read, type Write } from '../store/sql.ts'

export type DeskKey = {
  /** SHA-256 of the public key (SPKI, DER), hex. */
  desk: string
  publicKey: Buffer
  sign: (bytes: Uint8Array) => Buffer
}

const deskKeyOf = (privateKey: KeyObject): DeskKey => {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return { desk: deskOf(publicKey), publicKey, sign: (bytes) => sign(null, bytes, privateKey) }
}

export const deskOf = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex')

/** Makes this desk's key and keeps it in the (encrypted) file; it never leaves it. */
export const makeDeskKey = (db: Write): DeskKey => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })
  run(db, sql`insert into local_secret (name, value) values ('desk-key', ${der})`)
  return deskKeyOf(privateKey)
}

/** This desk's key, or undefined in a file that has no office yet. */
export const readDeskKey = (db: Read): DeskKey | undefined => {
  const row = one<{ value: Buffer }>(db, sql`select value from local_secret where name = 'desk-key'`)
  return row && deskKeyOf(createPrivateKey({ key: row.value, type: 'pkcs8', format: 'der' }))
}

/** Whether a signature over `bytes` is by the holder of this public key. */
export const isSignedBy = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, bytes, createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' }), signature)
