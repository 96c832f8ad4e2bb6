/** The sentence of an exception, with the values that are codes said in the reader's language. */
import type { ExceptionKind, ExceptionValues } from '../office/exceptions.ts'
import { verdictResults, type VerdictResult } from '../office/verdict.ts'

type Values = Readonly<ExceptionValues>
type Key = `exception.text.${ExceptionKind}` | 'exception.text-lost' | `authority.result.${VerdictResult}`

const isResult = (value: unknown): value is VerdictResult => verdictResults.some((result) => result === value)

/** @param word the words of one language: a key and what fills it */
export const exceptionText = (
  word: (key: Key, values?: Values) => string,
  { kind, values }: { kind: ExceptionKind; values: Values },
): string => {
  // Answered before it was kept what it said (see `answered`); the kind and the record stand beside it.
  if (Object.keys(values).length === 0) return word('exception.text-lost')
  const named = Object.entries(values).map(([name, value]) => [
    name,
    kind === 'judged-otherwise' && isResult(value) ? word(`authority.result.${value}`) : value,
  ])
  return word(`exception.text.${kind}`, Object.fromEntries(named) as Values)
}
