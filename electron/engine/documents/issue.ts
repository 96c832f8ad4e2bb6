/** Rendering and issuing: a preview counts nothing; an issue gives number and print count in one act, then prints. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { formScope } from '../../../shared/documents/forms.ts'
import { printWords } from '../../../shared/documents/print-words.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { Language } from '../../../shared/office/words.ts'
import type { Numbered } from '../../../shared/office/numbers.ts'
import type { Act, Reading, Work } from '../act.ts'
import type { DocumentDeps, Source, Wanted } from './deps.ts'
import type { PressLine } from './press-line.ts'
import { signFile } from './proof.ts'
import { fileNameOf, hashOfFacts, orderOf, type Draft, type Sheet } from './sheet.ts'
import { documentOf } from './store.ts'

export type Request = Wanted & { language?: Language | undefined }
export type Tools = {
  deps: DocumentDeps
  /** A press for these facts: here, or in a worker where there are many pages. */
  press: (source: Source, work: Pick<Work, 'signal' | 'progress'>) => PressLine
}

/** The period that a form is asked for by: `2026-11`, `2026` or `2026-slow`. */
const periods = { record: /^/, month: /^\d{4}-\d\d$/, year: /^\d{4}$/, report: /^\d{4}-[a-z]/ } as const

const needs = ({ form, period }: Wanted): Refusal | undefined =>
  periods[formScope[form]].test(period ?? '') ? undefined : refuse({ code: 'document-needs', form, needs: 'period' })

const sourceOf = (reading: Reading, wanted: Wanted, deps: DocumentDeps): Source | Refusal =>
  deps.source(reading, wanted) ?? refuse({ code: 'not-found', what: wanted.form, id: wanted.subject })

const sheetOf = (reading: Reading, wanted: Request, source: Source, deps: DocumentDeps): Sheet => {
  const known = documentOf(reading.db, wanted)
  const language = wanted.language ?? reading.language
  return {
    version: 1,
    form: wanted.form,
    number: source.number ?? known?.number ?? printWords(language)('documents.number-later'),
    print: 0,
    printedAt: localTime(reading.now, reading.zone),
    printedBy: reading.actor.name,
    language,
    desk: deps.desk(reading.db).desk,
    head: deps.head(reading.db),
    hash: hashOfFacts(source.facts),
    facts: source.facts,
  }
}

type Prepared = Draft & {
  now: number
  /** The print that an issue would be now. */ next: number
  sign: (bytes: Uint8Array) => Uint8Array
}

const prepare = (reading: Reading, wanted: Request, deps: DocumentDeps): Prepared | Refusal => {
  const source = sourceOf(reading, wanted, deps)
  if (isRefusal(source)) return source
  const sheet = sheetOf(reading, wanted, source, deps)
  const next = (documentOf(reading.db, wanted)?.prints ?? 0) + 1
  return { source, sheet, now: reading.now, next, sign: deps.desk(reading.db).sign }
}

type Rendered = { number: string; name: string; pages: number; print: number; hash: string; pdf: string }

const print = async (line: PressLine, prepared: Prepared, pages: number): Promise<Rendered> => {
  const { sheet, now, sign } = prepared
  const pdf = await line.press(orderOf(prepared, now, sign))
  signFile(pdf, sign)
  const { number, hash } = sheet
  return {
    number,
    name: fileNameOf(sheet),
    pages,
    print: sheet.print || prepared.next,
    hash,
    pdf: pdf.toString('base64'),
  }
}

/** Prepares, and hands the press to `then`; the press is closed whatever comes. */
const withPress = async <T>(
  work: Work,
  wanted: Request,
  tools: Tools,
  then: (line: PressLine, prepared: Prepared, pages: number) => Promise<T | Refusal>,
): Promise<T | Refusal> => {
  const refused = needs(wanted)
  if (refused) return refused
  const prepared = work.read((reading) => prepare(reading, wanted, tools.deps))
  if (isRefusal(prepared)) return prepared
  const line = tools.press(prepared.source, work)
  try {
    const checked = await line.check({ source: prepared.source, sheet: prepared.sheet })
    return isRefusal(checked) ? checked : await then(line, prepared, checked.pages)
  } finally {
    line.close()
  }
}

/** What it would look like now, marked as a preview, without entering anything. `print` is what an issue would be. */
export const renderDocument = (work: Work, wanted: Request, tools: Tools): Promise<Rendered | Refusal> =>
  withPress(work, wanted, tools, (line, prepared, pages) => print(line, prepared, pages))

type Entered = { document: string; number: string; print: number; hash: string; head: string; now: number }

/** Enters the next print of a document whose facts are still those that were laid out. */
const enterPrint = (
  act: Act,
  wanted: Request,
  { source, sheet }: Draft,
  pages: number,
  deps: DocumentDeps,
): Entered | Refusal => {
  const current = sourceOf(act, wanted, deps)
  if (isRefusal(current)) return current
  if (hashOfFacts(current.facts) !== sheet.hash) return refuse({ code: 'stale', what: wanted.form, id: wanted.subject })
  const known = documentOf(act.db, wanted)
  const print = (known?.prints ?? 0) + 1
  const head = deps.head(act.db)
  const printing = { print, hash: sheet.hash, pages, language: sheet.language, by: act.actor.name, head }
  if (known) {
    act.enter({ kind: 'document.reissued', subject: known.id, body: printing })
    return { document: known.id, number: known.number, print, hash: sheet.hash, head, now: act.now }
  }
  const document = act.newId()
  const numbered: Numbered | undefined = source.number === undefined ? act.number('bookPrint') : undefined
  const number = numbered?.number ?? source.number ?? ''
  const opened = { form: wanted.form, of: wanted.subject, period: wanted.period, number, numbered, title: source.title }
  act.enter({ kind: 'document.issued', subject: document, body: { ...opened, ...printing } })
  return { document, number, print, hash: sheet.hash, head, now: act.now }
}

/**
 * Issues a document: laid out and checked first, then entered, then printed with its final number and count.
 * Should the print fail after that, the count has a gap but never repeats, which is what it is for.
 */
export const issueDocument = (
  work: Work,
  wanted: Request,
  tools: Tools,
): Promise<(Rendered & { document: string }) | Refusal> =>
  withPress(work, wanted, tools, async (line, prepared, pages) => {
    const entered = work.act((act) => enterPrint(act, wanted, prepared, pages, tools.deps))
    if (isRefusal(entered)) return entered
    // An answer remembered from before a restart may be about older facts than those read now.
    if (entered.hash !== prepared.sheet.hash) return refuse({ code: 'stale', what: wanted.form, id: wanted.subject })
    const { number, print: count, head, now, document } = entered
    const sheet = { ...prepared.sheet, number, print: count, head }
    return { ...(await print(line, { ...prepared, sheet, now }, pages)), document }
  })
