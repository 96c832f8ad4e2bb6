/** What is typed of a request, what it asks of the engine, and how an ended one is filled in again. */
import type { Category, modes } from '../../../shared/seals/records.ts'
import type { Input, Output } from '../../shell/contract.ts'
import type { Chosen } from '../../ui/record-picker.tsx'
import type { BoundFile } from '../use/file-hash.tsx'

/** Impressions per copy, on its face and over its seam. */
export type LineCount = { readonly perCopy?: number | undefined; readonly seam?: number | undefined }

export const countOf = (counts: Readonly<Record<string, LineCount>>, seal: string | undefined) => {
  const { perCopy = 1, seam = 0 } = counts[seal ?? ''] ?? {}
  return { perCopy, seam }
}

const lineOf = (seal: string, { perCopy, seam }: ReturnType<typeof countOf>) => ({ seal, perCopy, seamPerCopy: seam })

export type RequestValues = {
  readonly title: string
  readonly documentNumber: string
  readonly documentType: string
  readonly seals: readonly (Chosen | undefined)[]
  /** Chosen by whoever asks, since the approvers depend on it; a contract says by itself that it is one. */
  readonly category: Category | undefined
  readonly mode: (typeof modes)[number]
  readonly copies: number | undefined
  /** Impressions of each seal, by its id. */
  readonly counts: Readonly<Record<string, LineCount>>
  readonly pages: number | undefined
  readonly contract: Chosen | undefined
  readonly counterparty: string
  readonly purpose: string
  readonly applicant: Chosen | undefined
  readonly signatory: Chosen | undefined
  readonly useBy: string | undefined
  readonly file: BoundFile | undefined
  readonly isUrgent: boolean
  readonly isLegalReviewed: boolean
  /** The ended request that is asked again. */
  readonly resubmits: string | undefined
}

export const noValues: RequestValues = {
  title: '',
  documentNumber: '',
  documentType: '',
  seals: [undefined],
  category: undefined,
  mode: 'here',
  counterparty: '',
  purpose: '',
  copies: undefined,
  counts: {},
  pages: undefined,
  useBy: undefined,
  contract: undefined,
  applicant: undefined,
  signatory: undefined,
  file: undefined,
  isUrgent: false,
  isLegalReviewed: false,
  resubmits: undefined,
}

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text)

type Submitted = Input<'seals.requestSubmit'>

export const categoryOf = ({ category, contract }: RequestValues): Category | undefined =>
  category ?? (contract === undefined ? undefined : 'contract')

/** What is asked of the engine; a category that nobody chose yet is missed there, at its field. */
export const inputOf = (values: RequestValues): Omit<Submitted, 'category'> & Partial<Pick<Submitted, 'category'>> => ({
  lines: values.seals.flatMap((seal) => (seal ? [lineOf(seal.id, countOf(values.counts, seal.id))] : [])),
  category: categoryOf(values),
  mode: values.mode,
  document: {
    title: filled(values.title) ?? values.contract?.name ?? '',
    number: filled(values.documentNumber),
    type: filled(values.documentType),
    pages: values.pages,
    sha256: values.file?.sha256,
  },
  copies: values.copies ?? 1,
  purpose: filled(values.purpose),
  counterparty: filled(values.counterparty),
  contract: values.contract && { id: values.contract.id },
  applicant: values.applicant?.id,
  signatory: values.signatory?.id,
  useBy: values.useBy,
  isUrgent: values.isUrgent,
  isLegalReviewed: values.isLegalReviewed,
  resubmits: values.resubmits,
})

type Request = Output<'seals.requestGet'>['request']

/** An ended request filled in again; the file is bound anew, since it is mostly what was wrong. */
export const valuesAgain = (request: Request): RequestValues => {
  const { document, contract, lines, applicant, proxy, signatory } = request
  return {
    ...noValues,
    title: document.title,
    documentNumber: document.number ?? '',
    documentType: document.type ?? '',
    pages: document.pages,
    seals: lines.map(({ seal }) => ({ id: seal.id, name: `${seal.code} ${seal.name}` })),
    category: request.category,
    mode: request.mode,
    copies: request.copies,
    counts: Object.fromEntries(
      lines.map(({ seal, perCopy, seamPerCopy }) => [seal.id, { perCopy, seam: seamPerCopy }]),
    ),
    contract:
      contract?.id === undefined ? undefined : { id: contract.id, name: contract.name ?? contract.number ?? '' },
    counterparty: request.counterparty ?? '',
    purpose: request.purpose ?? '',
    applicant: proxy && applicant,
    signatory,
    isUrgent: request.isUrgent,
    isLegalReviewed: request.isLegalReviewed,
    resubmits: request.id,
  }
}
