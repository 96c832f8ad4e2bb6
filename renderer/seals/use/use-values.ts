/** What the clerk types on the use page, and what it asks of the engine. */
import type { Input, Output } from '../../shell/contract.ts'
import type { Chosen } from '../../ui/record-picker.tsx'
import type { BoundFile } from './file-hash.tsx'

export type Counts = {
  readonly actual: number | undefined
  readonly spoiled: number | undefined
  readonly spoiledReason?: string
}

export type UseValues = {
  /** An approved request or a registered contract. */
  readonly basis: Chosen | undefined
  readonly seal: Chosen | undefined
  readonly second: Chosen | undefined
  readonly copies: number | undefined
  readonly perCopy: number | undefined
  readonly seam: number | undefined
  /** On a request: impressions per seal, where they are not simply all that is left. */
  readonly counts: Readonly<Record<string, Counts>>
  readonly title: string
  readonly recipient: string
  readonly signatory: Chosen | undefined
  readonly joint: readonly Chosen[]
  readonly handler: Chosen | undefined
  readonly witness: Chosen | undefined
  readonly purpose: string
  readonly remarks: string
  readonly isBlank: boolean
  /** The file at hand, held against the approved one. */
  readonly file: BoundFile | undefined
}

export const noValues: UseValues = {
  basis: undefined,
  seal: undefined,
  second: undefined,
  copies: undefined,
  perCopy: undefined,
  seam: undefined,
  counts: {},
  title: '',
  recipient: '',
  signatory: undefined,
  joint: [],
  handler: undefined,
  witness: undefined,
  purpose: '',
  remarks: '',
  isBlank: false,
  file: undefined,
}

/** What stands where nothing was typed: the contract's copies, the seal that is most likely meant. */
export type UseDefaults = { readonly copies: number; readonly seal: Chosen | undefined; readonly title: string }

export const isRequest = (values: UseValues): boolean => values.basis?.type === 'seal_request'

/** The question of the light; the same grounds as the use itself. */
export const groundsOf = (values: UseValues, defaults: UseDefaults): Input<'seals.verdict'> => {
  const { basis, signatory, joint, handler, second } = values
  const seal = values.seal ?? defaults.seal
  const people = {
    signatory: signatory?.id,
    joint: joint.map(({ id }) => id),
    handler: handler?.id,
  }
  if (basis === undefined || isRequest(values)) return { request: basis?.id, ...people }
  return { contract: basis.id, seals: [seal, second].flatMap((one) => (one === undefined ? [] : [one.id])), ...people }
}

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text)

/** What a request says of itself that its use repeats. */
export type UseRequestPart = {
  readonly lines: readonly string[]
  readonly document: Output<'seals.requestGet'>['request']['document']
}

/** @param request its seals that have impressions left, and its document */
export const inputOf = (
  values: UseValues,
  defaults: UseDefaults,
  request: UseRequestPart | undefined,
): Input<'seals.use'> => {
  const { recipient, witness, purpose, remarks, isBlank, counts, perCopy, seam } = values
  const { seals: _seals, ...grounds } = groundsOf(values, defaults)
  const common = {
    ...grounds,
    recipient: filled(recipient),
    witness: witness?.id,
    purpose: filled(purpose),
    remarks: filled(remarks),
    isBlank,
  }
  if (isRequest(values) && request !== undefined) {
    const stamps = request.lines.map((seal) => ({
      seal,
      actual: counts[seal]?.actual,
      spoiled: counts[seal]?.spoiled ?? 0,
      spoiledReason: counts[seal]?.spoiledReason,
    }))
    // A seal that is set to nothing is left for another time.
    const document = values.file && { ...request.document, sha256: values.file.sha256 }
    return { ...common, document, stamps: stamps.filter(({ actual, spoiled }) => actual !== 0 || spoiled > 0) }
  }
  const chosen = [values.seal ?? defaults.seal, values.second].flatMap((seal) => (seal === undefined ? [] : [seal.id]))
  return {
    ...common,
    stamps: chosen.map((seal) => ({ seal, perCopy: perCopy ?? 1, seamPerCopy: seam ?? 0 })),
    copies: values.copies ?? defaults.copies,
    document: { title: filled(values.title) ?? defaults.title },
  }
}

/** What is kept of a blank document: what it was, on what it was brought, and by whom. */
export const blankOf = (
  values: UseValues,
  defaults: UseDefaults,
  requested: string | undefined,
): Input<'seals.blankRefused'> => {
  const { basis, handler } = values
  const seal = isRequest(values) ? undefined : (values.seal ?? defaults.seal)
  return {
    title: requested ?? filled(values.title) ?? (defaults.title === '' ? (basis?.name ?? '') : defaults.title),
    seal: seal?.id,
    broughtBy: handler?.id,
    ...(isRequest(values) ? { request: basis?.id } : { contract: basis?.id }),
  }
}
