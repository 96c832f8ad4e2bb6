/** Stamps a PDF: opened, looked at, refused where it must be, stamped by an addition at its end. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { StampFacts } from '../../../../shared/documents/stamping/blocks.ts'
import { planStamps, type PageShape, type Plan, type StampBox } from '../../../../shared/documents/stamping/plan.ts'
import { anchorOf, pagesFor, showsSeal, type Stamp } from '../../../../shared/documents/stamping/stamps.ts'
import type { FoundTexts } from '../../../../shared/documents/stamping/anchors.ts'
import { printWords } from '../../../../shared/documents/print-words.ts'
import type { Language } from '../../../../shared/office/words.ts'
import { findMissing, type Face } from '../font.ts'
import type { ImpressionFile } from '../impression.ts'
import { appendObjects } from './append.ts'
import { findTexts } from './find-texts.ts'
import { layOn } from './lay-on.ts'
import { pagesOf, type SourcePage } from './page-list.ts'
import { signingOf, type Signing } from './signatures.ts'
import { openByDirectory, openByScan, type SourceFile } from './source-file.ts'
import { Unfit } from './unfit.ts'
import { isEncrypted, unlock } from './unlock.ts'

export type StampOrder = {
  /** What the file is called, for faults. */
  name: string
  stamps: Stamp[]
  facts: StampFacts
  impression: ImpressionFile | undefined
  language: Language
  password: string | undefined
  /** The person knows that readers will call a signed file changed. */
  acceptsSigned: boolean
}

export type StampedFile = {
  pdf: Buffer
  pages: number
  signatures: number
  /** The file was encrypted; the result is not. */
  wasEncrypted: boolean
  /** Its directory led astray and was made anew. */
  wasRebuilt: boolean
  /** The stamps are annotations, since a signature of the file permits no more. */
  asAnnotations: boolean
  /** Where the stamps stand, of very many the first ones. */
  boxes: StampBox[]
}

type Opened = { bytes: Buffer; source: SourceFile; pages: SourcePage[]; signing: Signing; wasRebuilt: boolean }

/** Everything that is read of a file happens here, so that a directory which leads astray is noticed before anything is written. */
const lookInto = (bytes: Buffer, source: SourceFile): Opened => ({
  bytes,
  source,
  pages: isEncrypted(source) ? [] : pagesOf(source),
  signing: isEncrypted(source) ? { signatures: 0, permits: 'annotations' } : signingOf(source),
  wasRebuilt: source.directory.newest === undefined,
})

/** Faults of the file that looking for its objects one by one would not change. */
const isFinal = (error: unknown): boolean =>
  error instanceof Unfit && error.why !== 'damaged' && error.why !== 'no-pages'

const open = (bytes: Buffer): Opened => {
  try {
    return lookInto(bytes, openByDirectory(bytes))
  } catch (error) {
    if (isFinal(error)) throw error
  }
  return lookInto(bytes, openByScan(bytes))
}

const openUnlocked = async (
  bytes: Buffer,
  { name, password }: StampOrder,
): Promise<Refusal | (Opened & { wasEncrypted: boolean })> => {
  const opened = open(bytes)
  if (!isEncrypted(opened.source)) return { ...opened, wasEncrypted: false }
  const plain = await unlock(bytes, password)
  if (typeof plain === 'string') return refuse({ code: 'pdf-password', name, state: plain })
  return { ...open(plain), wasEncrypted: true }
}

const whyNot = ({ signing }: Opened, { name, acceptsSigned }: StampOrder): Refusal | undefined => {
  const { signatures, permits } = signing
  if (permits === 'nothing') return refuse({ code: 'pdf-locked', name })
  if (signatures > 0 && !acceptsSigned) return refuse({ code: 'pdf-signed', name, signatures, permits })
  return undefined
}

/** Every text of a plan that the face cannot show, told before anything is written. */
const missingIn = (plan: Plan, face: Face): Refusal | undefined => {
  const texts = [
    ...plan.blocks
      .flatMap((block) => (block.block === 'marks' ? block.marks : []))
      .flatMap((mark) => (mark.mark === 'text' ? [mark.text] : [])),
    ...plan.pages.flat().flatMap((draw) => (draw.draw === 'text' ? [draw.text] : [])),
  ]
  for (const text of texts) {
    const character = findMissing(face, text)
    if (character === undefined) continue
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    return refuse({ code: 'missing-glyph', character, codePoint, text })
  }
  return undefined
}

/** Looks for the texts that stamps are to stand beside, each on the pages of its stamps. */
const anchorsIn = async (
  bytes: Buffer,
  shapes: readonly PageShape[],
  stamps: readonly Stamp[],
): Promise<FoundTexts> => {
  const wanted = new Map<string, Set<number>>()
  for (const stamp of stamps) {
    const anchor = anchorOf(stamp)
    if (!anchor) continue
    const pages = wanted.get(anchor.text) ?? new Set()
    for (const page of pagesFor(stamp, shapes.length)) pages.add(page)
    wanted.set(anchor.text, pages)
  }
  return wanted.size === 0 ? new Map() : findTexts(bytes, wanted, shapes)
}

const stampOpened = async (
  opened: Opened & { wasEncrypted: boolean },
  order: StampOrder,
  face: Face,
): Promise<StampedFile | Refusal> => {
  const { source, pages, bytes, signing, wasEncrypted, wasRebuilt } = opened
  const planning = { words: printWords(order.language), measure: face.measure }
  const shapes = pages.map(({ shape }) => shape)
  const found = await anchorsIn(bytes, shapes, order.stamps)
  const plan = planStamps(shapes, order.stamps, order.facts, planning, found)
  if (isRefusal(plan)) return plan
  const missing = missingIn(plan, face)
  if (missing) return missing
  const impression = order.stamps.some(showsSeal) ? order.impression : undefined
  const asAnnotations = signing.signatures > 0 && signing.permits === 'annotations'
  const changed = await layOn({ source, pages, plan, face, impression, asAnnotations })
  if (changed === 'no-impression') return refuse({ code: 'stamp-no-impression', seal: order.facts.sealName ?? '' })
  const pdf = appendObjects(bytes, source, changed)
  const { signatures } = signing
  return { pdf, pages: pages.length, signatures, wasEncrypted, wasRebuilt, asAnnotations, boxes: plan.boxes }
}

/**
 * @param bytes a file of any origin; its own bytes begin the result, unless it was encrypted
 * @returns the stamped file, or why it is not stamped; what a file may do to its reader is answered, never thrown
 */
export const stampFile = async (bytes: Buffer, order: StampOrder, face: Face): Promise<StampedFile | Refusal> => {
  try {
    const opened = await openUnlocked(bytes, order)
    if (isRefusal(opened)) return opened
    return whyNot(opened, order) ?? (await stampOpened(opened, order, face))
  } catch (error) {
    // The reader's own errors are of many kinds; all mean that the file is not as it should be.
    return refuse({ code: 'pdf-unfit', name: order.name, why: error instanceof Unfit ? error.why : 'damaged' })
  }
}
