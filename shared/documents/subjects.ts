/** A document: what was given out on paper or as a file, how often, and what it said each time. */
import { z } from 'zod'
import type { Entry } from '../journal/entry.ts'
import { subjectType } from '../journal/subject.ts'
import { instantOf } from '../journal/clock.ts'
import { formNames, type FormName } from './forms.ts'
import { outlets } from './operations.ts'

/** What each giving out fixes: which print, what it said (SHA-256 of the canonical facts), and how far the journal stood. */
const printing = {
  print: z.int(),
  hash: z.string(),
  pages: z.int(),
  language: z.string(),
  by: z.string(),
  head: z.string(),
}

const issued = z.object({
  form: z.enum(formNames),
  /** Subject id of the record it prints; a seal for its book. */
  of: z.string(),
  period: z.string().optional(),
  number: z.string(),
  /** Only where the document has a number of its own class (bookPrint). */
  numbered: z.object({ book: z.string(), serial: z.int(), number: z.string() }).optional(),
  title: z.string(),
  ...printing,
})
const reissued = z.object(printing)
const printed = z.object({ print: z.int(), outlet: z.enum(outlets) })

export type Printing = z.infer<typeof reissued> & {
  /** Milliseconds since 1970, UTC. */
  at: number
  /** Where it went, once that is known. */
  outlets: z.infer<typeof printed>['outlet'][]
}

export type DocumentRecord = {
  id: string
  form: FormName
  of: string
  period?: string | undefined
  number: string
  numbered?: z.infer<typeof issued>['numbered']
  title: string
  /** The greatest print count given out. */
  prints: number
  printedAt: number
  printings: Printing[]
}

const printingOf = (entry: Entry, body: z.infer<typeof reissued>): Printing => ({
  print: body.print,
  hash: body.hash,
  pages: body.pages,
  language: body.language,
  by: body.by,
  head: body.head,
  at: instantOf(entry.at),
  outlets: [],
})

const withPrinting = (record: DocumentRecord, entry: Entry): DocumentRecord => {
  const printing = printingOf(entry, entry.body as z.infer<typeof reissued>)
  return {
    ...record,
    prints: Math.max(record.prints, printing.print),
    printedAt: printing.at,
    printings: [...record.printings, printing],
  }
}

const opened = (entry: Entry): DocumentRecord => {
  const { form, of, period, number, numbered, title } = entry.body as z.infer<typeof issued>
  return { id: entry.subject, form, of, period, number, numbered, title, prints: 0, printedAt: 0, printings: [] }
}

const withOutlet = (record: DocumentRecord, { print, outlet }: z.infer<typeof printed>): DocumentRecord => ({
  ...record,
  printings: record.printings.map((printing) =>
    printing.print === print ? { ...printing, outlets: [...printing.outlets, outlet] } : printing,
  ),
})

export const documentType = subjectType<DocumentRecord>({
  name: 'document',
  kinds: { 'document.issued': issued, 'document.reissued': reissued, 'document.printed': printed },
  reduce: (record, entry) => {
    if (entry.kind === 'document.issued') return withPrinting(record ?? opened(entry), entry)
    if (record === undefined) return undefined
    if (entry.kind === 'document.reissued') return withPrinting(record, entry)
    return withOutlet(record, entry.body as z.infer<typeof printed>)
  },
  contribute: (record) => (record.numbered ? [{ account: `book:${record.numbered.book}`, delta: 1 }] : []),
  // The record that a document prints is found by its own number; only documents with their own number add one.
  search: (record) =>
    record.numbered ? { title: record.number, detail: record.title, words: [record.number], class: 'log' } : undefined,
})

export const documentSubjects = [documentType]
