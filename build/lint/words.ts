/**
 * The office's words in the code: `docs/words.md` lists the names we do not use, with the word that stands instead.
 *
 * Looked at are the names that our code gives (files, functions, types, constants), not those of others that it uses.
 */
import { lineAt, type Finding, type Source } from './files.ts'

/** Reads the table under "Not these": `| not | but |`. A cell may hold several words; `word/` is one for files only. */
export function readForbiddenWords(glossary: string): Map<string, string> {
  const [, section = ''] = glossary.split(/^## Not these.*$/m)
  const words = new Map<string, string>()
  for (const line of (section.split(/^## /m)[0] ?? '').split('\n')) {
    const [not, but] = line
      .split('|')
      .slice(1, 3)
      .map((cell) => cell.trim())
    if (not === undefined || but === undefined || /^(-+|not)$/i.test(not)) continue
    for (const word of not.split(/[,\s]+/)) if (word !== '') words.set(word.toLowerCase(), but)
  }
  return words
}

export function checkWords(sources: readonly Source[], forbidden: ReadonlyMap<string, string>): Finding[] {
  return sources.flatMap((source) => {
    const inPath = partsOf(source.path.replace(/^[^/]*\//, '')).flatMap((part) =>
      [part, `${part}/`].map((name) => ({ part: name, line: 1 })),
    )
    const inCode = [...source.text.matchAll(/\b(?:const|let|function|type|class)\s+([A-Za-z][A-Za-z0-9]*)/g)].flatMap(
      (found) => partsOf(found[1] ?? '').map((part) => ({ part, line: lineAt(source.text, found.index) })),
    )
    return [...inPath, ...inCode].flatMap(({ part, line }) => {
      const instead = forbidden.get(part)
      return instead === undefined
        ? []
        : [{ path: source.path, line, problem: `the word "${part}": say ${instead} (docs/words.md)` }]
    })
  })
}

/** `issueSlipLine`, `issue-slip-line` and `IssueSlipLine` are three words each. */
function partsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}
