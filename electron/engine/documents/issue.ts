/** Rendering and issuing: a preview counts nothing; an issue gives number and print count in one act, then prints. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { formScope } from '../../../shared/documents/forms.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { Language } from '../../../shared/office/words.ts'
import type { Numbered } from '../../../shared/office/numbers.ts'
import type { Act, Reading, Work } from '../act.ts'
import type { DocumentDeps, Source, Wanted } from './deps.ts'
import type { Face } from './font.ts'
import { fileNameOf, hashOfFacts, layOutSheet, pressSheet, type Issue, type Sheet } from './render.ts'
import { documentOf } from './store.ts'

export type Request = Wanted & { language?: Language | undefined }
export type Tools = { deps: DocumentDeps; face: () => Face }

/** Printed where a document's own number is not given yet. */
const noNumber = '—'

const needs = ({ form, period }: Wanted): Refusal | undefined =>
  formScope[form] === 'month' && period === undefined
    ? refuse({ code: 'document-needs', form, needs: 'period' })
    : undefined

const sourceOf = (reading: Reading, wanted: Wanted, deps: DocumentDeps): Source | Refusal =>
  deps.source(reading, wanted) ?? refuse({ code: 'not-found', what: wanted.form, id: wanted.subject })

const sheetOf = (reading: Reading, wanted: Request, source: Source, deps: DocumentDeps): Sheet => {
  const known = documentOf(reading.db, wanted)
  return {
    version: 1,
    form: wanted.form,
    number: source.number ?? known?.number ?? noNumber,
    print: (known?.prints ?? 0) + 1,
    printedAt: localTime(reading.now, reading.zone),
    printedBy: reading.actor.name,
    language: wanted.language ?? reading.language,
    desk: deps.desk(reading.db).desk,
    head: deps.head(reading.db),
    hash: hashOfFacts(source.facts),
    facts: source.facts,
  }
}

type Prepared = Pick<Issue, 'source' | 'sheet' | 'now' | 'sign'>

const prepare = (reading: Reading, wanted: Request, deps: DocumentDeps): Prepared | Refusal => {
  const source = sourceOf(reading, wanted, deps)
  if (isRefusal(source)) return source
  const sheet = sheetOf(reading, wanted, source, deps)
  return { source, sheet, now: reading.now, sign: deps.desk(reading.db).sign }
}

type Rendered = { number: string; name: string; pages: number; print: number; hash: string; pdf: string }

const press = async (issue: Issue): Promise<Rendered | Refusal> => {
  const layout = layOutSheet(issue)
  if (isRefusal(layout)) return layout
  const pdf = await pressSheet(issue, layout)
  const { number, print, hash } = issue.sheet
  const name = fileNameOf(issue.sheet)
  return { number, name, pages: layout.pages.length, print, hash, pdf: pdf.toString('base64') }
}

/** What it would look like now, with the next print count, without entering anything. */
export const renderDocument = async (work: Work, wanted: Request, tools: Tools): Promise<Rendered | Refusal> => {
  const refused = needs(wanted)
  if (refused) return refused
  const prepared = work.read((reading) => prepare(reading, wanted, tools.deps))
  if (isRefusal(prepared)) return prepared
  return press({ ...prepared, face: tools.face(), signal: work.signal, progress: work.progress })
}

type Entered = { document: string; number: string; print: number; hash: string; head: string; now: number }

/** Enters the next print of a document whose facts are still those that were laid out. */
const enterPrint = (
  act: Act,
  wanted: Request,
  { source, sheet }: Prepared,
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
  const number = numbered?.number ?? source.number ?? noNumber
  const opened = { form: wanted.form, of: wanted.subject, period: wanted.period, number, numbered, title: source.title }
  act.enter({ kind: 'document.issued', subject: document, body: { ...opened, ...printing } })
  return { document, number, print, hash: sheet.hash, head, now: act.now }
}

/**
 * Issues a document: laid out and checked first, then entered, then printed with its final number and count.
 * Should the print fail after that, the count has a gap but never repeats, which is what it is for.
 */
export const issueDocument = async (
  work: Work,
  wanted: Request,
  tools: Tools,
): Promise<(Rendered & { document: string }) | Refusal> => {
  const refused = needs(wanted)
  if (refused) return refused
  const prepared = work.read((reading) => prepare(reading, wanted, tools.deps))
  if (isRefusal(prepared)) return prepared
  const face = tools.face()
  const layout = layOutSheet({ ...prepared, face })
  if (isRefusal(layout)) return layout
  const entered = work.act((act) => enterPrint(act, wanted, prepared, layout.pages.length, tools.deps))
  if (isRefusal(entered)) return entered
  // An answer remembered from before a restart may be about older facts than those read now.
  if (entered.hash !== prepared.sheet.hash) return refuse({ code: 'stale', what: wanted.form, id: wanted.subject })
  const { number, print, head, now } = entered
  const sheet = { ...prepared.sheet, number, print, head }
  const rendered = await press({ ...prepared, sheet, face, now, signal: work.signal, progress: work.progress })
  return isRefusal(rendered) ? rendered : { ...rendered, document: entered.document }
}
