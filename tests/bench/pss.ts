/** The memory of a process and all its descendants, each shared page counted once: PSS from /proc (Linux). */
import { readdirSync, readFileSync } from 'node:fs'

const parentOf = (pid: string): number | undefined => {
  try {
    // The name in brackets may hold spaces and brackets itself; what counts stands behind the last one.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return Number(parent)
  } catch {
    return undefined
  }
}

/** @returns megabytes of 10^6 bytes */
export const pssOf = (root: number): number => {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  let kilobytes = 0
  const queue = [root]
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    queue.push(...(children.get(pid) ?? []))
    kilobytes += ownPss(pid)
  }
  return (kilobytes * 1024) / 1e6
}

const ownPss = (pid: number): number => {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Number(found?.[1] ?? 0)
}
