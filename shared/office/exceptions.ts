/** Exceptions 异常: what turned out wrong, told by the records themselves; only explaining and settling one is an entry. */

/** Every kind that a record or a source may tell, under the register it belongs to; each has its words. */
export const exceptionKinds = {
  seals: [
    // A use's own record.
    'voided-stamped',
    'spoiled',
    'exception-noted',
    'document-differs',
    'corrected-count',
    'override',
    // A request's, and a blank document's.
    'count-differs',
    'blank-document',
    'archive-differs',
    'file-not-compared',
    // Told by a source: a typed archive number that two desks gave.
    'archive-number-twice',
    // A seal's life, its outings and handovers.
    'outing-overdue',
    'outing-late',
    'seal-damaged',
    'custody-overdue',
    'handover-two-answers',
    'seal-two-holders',
    'loss-not-reported',
    'witness-not-confirmed',
    'approver-not-confirmed',
    'supervisor-not-confirmed',
    'taker-not-confirmed',
    'escort-not-confirmed',
    'checker-not-confirmed',
    // What reached a month after it was closed.
    'after-closing',
    'arrived-after-closing',
  ],
  contracts: [
    // Told by sources: what was entered later, and a number that two desks typed.
    'judged-otherwise',
    'number-twice',
  ],
  supplies: [
    // Told by a source: what two desks did with one merge of items.
    'merged-stock',
    'merged-circle',
    'merged-twice',
    // A stocktake's: posted at two desks, and movements from before its cut-off that arrived after it was posted.
    'posted-twice',
    'late-before-cutoff',
    // Told by a source: what two desks took at the same time.
    'oversold',
    'request-exceeded',
    'returned-twice',
    'reversed-twice',
    'purchase-exceeded',
    // What reached a month of the stock after it was closed.
    'stock-arrived-after-closing',
    'stock-closed-twice',
  ],
} as const satisfies Record<string, readonly string[]>

export type ExceptionRegister = keyof typeof exceptionKinds
export type ExceptionKind = (typeof exceptionKinds)[ExceptionRegister][number]

export const exceptionRegisters = Object.keys(exceptionKinds) as ExceptionRegister[]

/** 待说明 · 已说明 · 已了结, in the order in which an exception goes. */
export const exceptionStates = ['open', 'explained', 'settled'] as const
export type ExceptionState = (typeof exceptionStates)[number]

/** Several names are kept as a list: the reader's language sets them apart. */
export type ExceptionValues = Record<string, string | number | string[]>

export type DerivedException = {
  kind: ExceptionKind
  /** Tells several of one kind on one subject apart: a line, a seal. */
  part?: string | undefined
  /** The office's date on which it happened. */
  on: string
  /** What the kind's sentence is filled with. */
  values?: ExceptionValues | undefined
  /** Whose act it was, by subject id: that person does not settle it. */
  person?: string | undefined
}

/** The same with the record that it is about. */
export type SubjectException = DerivedException & { subject: string; type: string }

/** The same exception has the same id on every desk, so that answers from any of them meet. */
export const exceptionId = ({ kind, subject, part }: Pick<SubjectException, 'kind' | 'subject' | 'part'>): string =>
  `${kind}|${subject}|${part ?? ''}`

/** Several people may answer one exception, at several desks: the furthest counts. */
export const stateOf = (answers: readonly { act: 'explained' | 'settled' }[]): ExceptionState =>
  answers.some(({ act }) => act === 'settled') ? 'settled' : answers.length > 0 ? 'explained' : 'open'
