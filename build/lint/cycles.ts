/** Finds rings of imports among our own files; each ring is told once. Imports of types alone are gone at run time and do not count. */
import { importsOf, type Finding, type Source } from './files.ts'

export function checkCycles(sources: readonly Source[]): Finding[] {
  const known = new Set(sources.map((source) => source.path))
  const next = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((found) => !found.isType && known.has(found.target))
        .map((found) => found.target),
    ]),
  )
  const done = new Set<string>()
  const findings: Finding[] = []

  const visit = (path: string, trail: readonly string[]) => {
    const from = trail.indexOf(path)
    if (from >= 0) {
      findings.push({
        path,
        line: 1,
        problem: `imports go round in a ring: ${[...trail.slice(from), path].join(' → ')}`,
      })
      return
    }
    if (done.has(path)) return
    for (const target of next.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }

  for (const path of known) visit(path, [])
  return findings
}
