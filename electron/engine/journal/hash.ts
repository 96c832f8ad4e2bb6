/** The hash that chains a desk's entries (architecture §3); the one place that spells out its bytes. */
import { createHash } from 'node:crypto'
import { canonical } from '../../../shared/journal/canonical.ts'

/** Named in every hash, so that a later form can never be taken for this one. */
const version = 'sealbook-entry-1'

export type Header = {
  desk: string
  n: number
  at: string
  actor: string
  kind: string
  subject: string
  basedOn: readonly string[]
  generation: number
}

/** SHA-256(salt ‖ body): what stands for a body in the chain, so that the body can be erased. */
export const digestOf = (salt: Uint8Array, body: string): Buffer =>
  createHash('sha256').update(salt).update(body).digest()

/**
 * SHA-256(version ‖ office ‖ previous hash of this desk ‖ header ‖ digest of the body), parts set apart by line feeds
 * that cannot occur inside them.
 * @param previous hash of the desk's entry before, or 32 zero bytes
 */
export const entryHash = (office: string, previous: Uint8Array, header: Header, digest: Uint8Array): Buffer => {
  const { desk, n, at, actor, kind, subject, basedOn, generation } = header
  const text = canonical([desk, n, at, actor, kind, subject, [...basedOn], generation])
  return createHash('sha256')
    .update(`${version}\n${office}\n`)
    .update(previous)
    .update(`\n${text}\n`)
    .update(digest)
    .digest()
}

export const noHash = new Uint8Array(32)
