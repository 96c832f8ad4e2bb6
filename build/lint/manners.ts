/** What every file owes its reader: a sentence on top, a reason for being long, and no rule switched off. */
import { lineAt, type Finding, type Source } from './files.ts'

const longestWithoutReason = 250

/** The last letter stands in brackets so that this file does not find itself. */
const suppression = /(?:es|ox)lint-disabl[e]|@ts-ignor[e]|@ts-expect-erro[r]|@ts-nochec[k]/g
const unfinished = /\b(?:test|it|describe)\.(?:only|skip|todo|fixme)\(/g

export function checkManners(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => [
    ...top(source),
    ...length(source),
    ...each(source, suppression, (found) => `"${found}" switches a rule off: change the code or the rule`),
    ...each(source, unfinished, (found) => `"${found}" leaves a test out`),
  ])
}

function top({ path, text }: Source): Finding[] {
  const first = text.replace(/^#!.*\n/, '').trimStart()
  return first.startsWith('/**') || first.startsWith('//')
    ? []
    : [{ path, line: 1, problem: 'no sentence of purpose on top' }]
}

function length({ path, text }: Source): Finding[] {
  const lines = text.split('\n').length - 1
  const [head = ''] = text.split(/^(?:import|export|const|type|function)\b/m)
  if (lines <= longestWithoutReason || /Long because:/.test(head)) return []
  return [{ path, line: 1, problem: `${lines} lines: split it, or say on top "Long because: …"` }]
}

function each({ path, text }: Source, pattern: RegExp, word: (found: string) => string): Finding[] {
  return [...text.matchAll(pattern)].map((found) => ({
    path,
    line: lineAt(text, found.index),
    problem: word(found[0]),
  }))
}
