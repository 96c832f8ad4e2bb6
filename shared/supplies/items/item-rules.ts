/** Deciding about items: unique codes and barcodes as far as this desk knows, units that exist, bounds that fit. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { canonical, type Json } from '../../journal/canonical.ts'
import type { Item, ItemChanges, ItemFields } from '../records.ts'
import { factorOf } from './units.ts'

/** What is already known of other items; answers names, undefined where free. */
export type ItemFacts = {
  ownerOfCode: (code: string) => string | undefined
  ownerOfBarcode: (barcode: string) => string | undefined
}

/** Whether these fields may stand as an item. */
export const checkItem = (fields: ItemFields, facts: ItemFacts): Refusal | undefined => {
  if (facts.ownerOfCode(fields.code) !== undefined) return refuse({ code: 'item-code-taken', itemCode: fields.code })
  const units = [fields.unit, ...fields.packs.map(({ unit }) => unit)]
  if (new Set(units).size < units.length) return invalid('packs', 'invalid.unit-twice')
  if (fields.min !== undefined && fields.max !== undefined && fields.min > fields.max)
    return invalid('min', 'invalid.min-over-max')
  const more = checkMore(fields)
  if (more) return more
  for (const { code, unit } of fields.barcodes) {
    if (factorOf(fields, unit) === undefined) return refuse({ code: 'unknown-unit', item: fields.name, unit })
    const owner =
      fields.barcodes.filter((each) => each.code === code).length > 1 ? fields.name : facts.ownerOfBarcode(code)
    if (owner !== undefined) return refuse({ code: 'barcode-taken', barcode: code, item: owner })
  }
  return undefined
}

/** An offer is in a unit of the item, and a month has one limit for each holder and measure. */
const checkMore = (fields: ItemFields): Refusal | undefined => {
  const strange = fields.suppliers?.find(({ unit }) => factorOf(fields, unit) === undefined)
  if (strange) return refuse({ code: 'unknown-unit', item: fields.name, unit: strange.unit })
  const rules = (fields.quotaRules ?? []).map(({ per, measure }) => `${per} ${measure}`)
  return new Set(rules).size < rules.length ? invalid('quotaRules', 'invalid.rule-twice') : undefined
}

const invalid = (path: string, reason: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason }] })

/**
 * The fields that really change; `null` where one is emptied.
 * @param isMoved whether any slip names the item, which fixes its base unit
 */
export const decideItemChange = (
  item: Item,
  patch: ItemChanges,
  facts: ItemFacts,
  isMoved: boolean,
): ItemChanges | Refusal => {
  const held: Readonly<Record<string, unknown>> = item
  const changes: ItemChanges = Object.fromEntries(
    Object.entries(patch).filter(([field, value]) => value !== undefined && spell(value) !== spell(held[field])),
  )
  if (changes.unit !== undefined && isMoved)
    return refuse({ code: 'base-unit-fixed', item: item.name, unit: item.unit })
  // Whoever takes a merged item back into use says that it is not the other one after all.
  if (changes.active === true && item.mergedInto !== undefined) changes.mergedInto = null
  const merged = Object.fromEntries(
    Object.entries({ ...item, ...changes }).filter(([, value]) => value !== null),
  ) as Item
  return checkItem(merged, facts) ?? changes
}

const spell = (value: unknown): string => canonical((value ?? null) as Json)

/** Why an item is not given out any more; its slip stays as it was typed. */
export const refuseUnused = (itemOf: (id: string) => Item | undefined, item: Item): Refusal | undefined => {
  if (item.mergedInto !== undefined)
    return refuse({ code: 'item-merged', item: item.name, into: itemOf(item.mergedInto)?.name ?? '' })
  return item.active ? undefined : refuse({ code: 'item-retired', item: item.name })
}
