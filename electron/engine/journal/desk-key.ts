/** A desk's identity: an Ed25519 key pair whose public half, hashed, is the desk's name in every entry. */
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto'
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

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const beforeSeed = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * Makes this desk's key and keeps it in the (encrypted) file; it never leaves it.
 * @param random the system's own bytes; tests hand in repeatable ones, so that what is signed is the same in every run
 */
export const makeDeskKey = (db: Write, random: (bytes: number) => Uint8Array = randomBytes): DeskKey => {
  const der = Buffer.concat([beforeSeed, random(32)])
  run(db, sql`insert into local_secret (name, value) values ('desk-key', ${der})`)
  return deskKeyOf(createPrivateKey({ key: der, type: 'pkcs8', format: 'der' }))
}

/** This desk's key, or undefined in a file that has no office yet. */
export const readDeskKey = (db: Read): DeskKey | undefined => {
  const row = one<{ value: Buffer }>(db, sql`select value from local_secret where name = 'desk-key'`)
  return row && deskKeyOf(createPrivateKey({ key: row.value, type: 'pkcs8', format: 'der' }))
}

/** Whether a signature over `bytes` is by the holder of this public key. */
export const isSignedBy = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, bytes, createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' }), signature)
