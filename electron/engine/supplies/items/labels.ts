/** Labels of items: what each says, and the PDF of them. Nothing of it is entered, for a label proves nothing. */
import bwip from 'bwip-js/node'
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { fill } from '../../../../shared/office/words.ts'
import { codesOn, layOutLabels, type BarsOf, type Label } from '../../../../shared/supplies/items/label-layout.ts'
import { mostLabels, type labelOperations } from '../../../../shared/supplies/items/label-operations.ts'
import { labelPapers, labelsOnPage } from '../../../../shared/supplies/items/label-papers.ts'
import { labelWords } from '../../../../shared/supplies/items/label-words.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import { factorOf } from '../../../../shared/supplies/items/units.ts'
import type { Handlers, Reading } from '../../act.ts'
import { itemOf } from '../store.ts'

type Input = ValidInputOf<(typeof labelOperations)['supplies.labels']>

/** Code 128 says the printable characters of ASCII. */
export const code128: BarsOf = (text) => {
  if (!/^[\u0020-\u007e]+$/.test(text)) return undefined
  const [symbol] = bwip.raw({ bcid: 'code128', text }) as { sbs?: number[] }[]
  return symbol?.sbs
}

/** What is scanned: the barcode of the unit, else the item's code, which the counter knows as well. */
const labelOf = (item: Item, unit = item.unit): Label | Refusal => {
  const factor = factorOf(item, unit)
  if (factor === undefined) return refuse({ code: 'unknown-unit', item: item.name, unit })
  const barcode = item.barcodes.find((each) => each.unit === unit && each.amount === 1)
  // An item's code stands for one of its base unit; a pack without a barcode has none of its own.
  if (!barcode && factor !== 1) return refuse({ code: 'label-no-barcode', item: item.name, unit })
  return {
    name: item.name,
    spec: item.spec ?? '',
    unit: factor === 1 ? unit : `${unit} = ${factor} ${item.unit}`,
    place: item.location,
    code: barcode?.code ?? item.code,
  }
}

const labelsOf = ({ db }: Reading, { labels }: Input): Label[] | Refusal => {
  const made: Label[] = []
  for (const { item: id, unit, copies } of labels) {
    const item = itemOf(db, id)
    if (!item) return refuse({ code: 'not-found', what: 'supply_item', id })
    const label = labelOf(item, unit)
    if (isRefusal(label)) return label
    for (let copy = 0; copy < copies; copy++) made.push(label)
  }
  return made.length <= mostLabels ? made : refuse({ code: 'too-many-labels', count: made.length, most: mostLabels })
}

/** Faults: not-found, unknown-unit, label-no-barcode, too-many-labels, label-too-small, missing-glyph, invalid-input. */
export const labelHandlers = ({ font }: { font: string }): Handlers<typeof labelOperations> => ({
  'supplies.labels': async (work, input) => {
    const paper = labelPapers[input.paper]
    if (input.startAt > labelsOnPage(paper))
      return refuse({ code: 'invalid-input', problems: [{ path: 'startAt', reason: 'invalid.too-large' }] })
    const labels = work.read((reading) => labelsOf(reading, input))
    if (isRefusal(labels)) return labels
    const codes = labels.map(({ code }) => codesOn(paper, input.codes, code, code128))
    const unfit = labels[codes.indexOf('none')]
    if (unfit) return refuse({ code: 'label-too-small', item: unfit.name, barcode: unfit.code })
    const [{ openFace }, { missingGlyph, pressPdf }] = await Promise.all([
      import('../../documents/font.ts'),
      import('../../documents/press.ts'),
    ])
    const face = openFace(font)
    const { startAt, outline: isOutlined } = input
    const layout = layOutLabels(
      { paper, codes: input.codes, startAt, labels, isOutlined },
      { measure: face.measure, barsOf: code128 },
    )
    const missing = missingGlyph(layout, face)
    if (missing) {
      const codePoint = `U+${(missing.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      return refuse({ code: 'missing-glyph', ...missing, codePoint })
    }
    const language = input.language ?? work.language
    const title = fill(language, labelWords[language]['supplies.labels.file'], { count: labels.length })
    const pdf = await pressPdf({
      layout,
      face,
      title,
      subject: title,
      author: '',
      language,
      now: work.read((reading) => reading.now),
      impression: undefined,
      code: undefined,
      facts: undefined,
      desk: '',
    })
    const onlyQr = input.codes === 'both' ? codes.filter((each) => each === 'qr').length : 0
    return {
      name: `${title}.pdf`,
      pdf: pdf.toString('base64'),
      pages: layout.pages.length,
      labels: labels.length,
      onlyQr,
    }
  },
})
