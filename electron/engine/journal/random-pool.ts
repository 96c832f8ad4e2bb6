/** Random bytes of the system for salts and ids, fetched some thousand at a time: a fetch costs more than the bytes. */
import { randomFillSync } from 'node:crypto'

const poolBytes = 8192
let pool = Buffer.alloc(0)
let used = 0

/** Never for keys, which are drawn on their own and lie nowhere else; no byte is handed out twice. */
export const pooledRandom = (bytes: number): Uint8Array => {
  if (used + bytes > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(Math.max(poolBytes, bytes)))
    used = 0
  }
  const drawn = pool.subarray(used, used + bytes)
  used += bytes
  return drawn
}
