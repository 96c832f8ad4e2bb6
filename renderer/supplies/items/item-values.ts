/** What is typed on the item page, and the input that it makes. */
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import type { QuotaRule } from '../../../shared/supplies/items/item-more.ts'
import type { ItemCategory } from '../../../shared/supplies/verbs.ts'
import type { Input } from '../../shell/contract.ts'
import { barcodesText, packsText, readBarcodes, readPacks } from './item-text.ts'
import { offersText, readOffers } from '../counter/offer-text.ts'

export type ItemValues = {
  code: string
  name: string
  spec: string
  category: ItemCategory
  group: string
  unit: string
  packs: string
  barcodes: string
  min: number | undefined
  max: number | undefined
  location: string
  supplier: string
  suppliers: string
  leadDays: number | undefined
  exchangeOld: boolean
  lots: boolean
  /** Pieces per person; the others stand as rules. */
  quota: number | undefined
  personAmount: number | undefined
  departmentQuantity: number | undefined
  departmentAmount: number | undefined
}

const ruleFields = {
  personAmount: { per: 'person', measure: 'amount' },
  departmentQuantity: { per: 'department', measure: 'quantity' },
  departmentAmount: { per: 'department', measure: 'amount' },
} as const
type RuleField = keyof typeof ruleFields
const ruleNames = Object.keys(ruleFields) as RuleField[]

const limitOf = (rules: readonly QuotaRule[] = [], name: RuleField): number | undefined =>
  rules.find(({ per, measure }) => per === ruleFields[name].per && measure === ruleFields[name].measure)?.limit

export const valuesOf = (item: ItemRow | undefined): ItemValues => ({
  code: item?.code ?? '',
  name: item?.name ?? '',
  spec: item?.spec ?? '',
  category: item?.category ?? 'consumable',
  group: item?.group ?? '',
  unit: item?.unit ?? '',
  packs: packsText(item?.packs ?? []),
  barcodes: barcodesText(item?.barcodes ?? []),
  min: item?.min,
  max: item?.max,
  location: item?.location ?? '',
  supplier: item?.supplier ?? '',
  suppliers: offersText(item?.suppliers ?? []),
  leadDays: item?.leadDays,
  exchangeOld: item?.exchangeOld ?? false,
  lots: item?.lots ?? false,
  quota: item?.quota,
  personAmount: limitOf(item?.quotaRules, 'personAmount'),
  departmentQuantity: limitOf(item?.quotaRules, 'departmentQuantity'),
  departmentAmount: limitOf(item?.quotaRules, 'departmentAmount'),
})

/** Rules that no field shows, such as pieces per person entered elsewhere, stay as they are. */
const rulesOf = (values: ItemValues, before: readonly QuotaRule[] = []): QuotaRule[] => {
  const isShown = (rule: QuotaRule): boolean =>
    ruleNames.some((name) => ruleFields[name].per === rule.per && ruleFields[name].measure === rule.measure)
  return [
    ...before.filter((rule) => !isShown(rule)),
    ...ruleNames.flatMap((name) => {
      const limit = values[name]
      return limit === undefined ? [] : [{ ...ruleFields[name], limit }]
    }),
  ]
}

/** Numbers of lines that cannot be read, by field. */
export type BadLines = { packs?: number; barcodes?: number; suppliers?: number }

/** @returns the input of adding the item, or which lines are not clear */
export const readItem = (
  values: ItemValues,
  before: ItemRow | undefined,
): { input: Input<'supplies.addItem'> } | { bad: BadLines } => {
  const packs = readPacks(values.packs)
  const barcodes = readBarcodes(values.barcodes, values.unit)
  const suppliers = readOffers(values.suppliers, values.unit)
  const bad = {
    ...(packs.bad === undefined ? {} : { packs: packs.bad }),
    ...(barcodes.bad === undefined ? {} : { barcodes: barcodes.bad }),
    ...(suppliers.bad === undefined ? {} : { suppliers: suppliers.bad }),
  }
  if (Object.keys(bad).length > 0) return { bad }
  const { personAmount: _a, departmentQuantity: _b, departmentAmount: _c, ...plain } = values
  return {
    input: {
      ...plain,
      packs: packs.read,
      barcodes: barcodes.read,
      suppliers: suppliers.read,
      quotaRules: rulesOf(values, before?.quotaRules),
    },
  }
}

/** The same as a change: what was emptied is emptied. */
export const asChange = (input: Input<'supplies.addItem'>): Omit<Input<'supplies.changeItem'>, 'id' | 'basedOn'> => {
  const { min = null, max = null, quota = null, leadDays = null } = input
  const none = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text)
  return {
    ...input,
    min,
    max,
    quota,
    leadDays,
    spec: none(input.spec),
    supplier: none(input.supplier),
    group: none(input.group),
  }
}
