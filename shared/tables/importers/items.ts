/** Items 物品 with their packs and barcodes. What lies in stock comes by a receipt, not by an import. */
import { supplyOperations } from '../../supplies/operations.ts'
import type { SupplierOffer } from '../../supplies/items/item-more.ts'
import type { ItemCategory } from '../../supplies/verbs.ts'
import { supplyWords } from '../../supplies/words.ts'
import { checkItem } from '../../supplies/items/item-rules.ts'
import {
  parseBoolean,
  parseChoice,
  parseCode,
  parseCount,
  parseList,
  parseMoney,
  parseText,
  plain,
  type Parsed,
} from '../cells.ts'
import { keyOf, type Facts } from '../facts.ts'
import type { ImportContext, Importer, Objection, RowAnswer, RowValues } from '../importer.ts'
import { barcodesOf, offersOf, parseOffers, ruleColumns, rulesOf } from './item-more.ts'
import { choicesOf, fieldsOf, listOf, meet, textOf } from './field.ts'

const field = fieldsOf('item')

/** A list that says no place has one all the same: what is there must lie somewhere. */
const noPlaceYet = '未定'

const categoryWords = choicesOf<ItemCategory>(supplyWords, 'supplies.category', {
  consumable: ['低值易耗', '低值易耗品', '易耗品', '消耗品', '耗材', '办公用品', '易耗'],
  durable: ['管理品', '耐用品', '耐用', '固定资产', '低值耐用', '在管品'],
})

type Pack = { unit: string; factor: number }

/**
 * `盒=12`, `12支/盒`, `1盒=12支`, `箱=24盒` (of a pack named before); several by semicolon or 、.
 * @param base the base unit, which is also understood as the right-hand side
 */
export const packsOf = (texts: readonly string[], base: string): Pack[] | undefined => {
  const packs: Pack[] = []
  for (const text of texts) {
    const value = plain(text).replaceAll(/\s/g, '')
    const equal = /^1?(\D+?)[=:](\d+)(\D*)$/.exec(value)
    const per = /^(\d+)(\D+?)[/每](\D+)$/.exec(value)
    const [unit, count, inner] = equal ? [equal[1], equal[2], equal[3]] : per ? [per[3], per[1], per[2]] : []
    if (!unit || !count) return undefined
    const within = !inner || inner === base ? 1 : packs.find((pack) => pack.unit === inner)?.factor
    if (within === undefined) return undefined
    packs.push({ unit, factor: Number(count) * within })
  }
  return packs
}

const parsePacks = (text: string): Parsed<string[]> => {
  const parts = text
    .split(/[、,，;；\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-' && part !== '无')
  return { value: parts.length === 0 ? undefined : parts }
}

const takenBarcode = (facts: Facts, codes: readonly string[]): Objection | undefined => {
  const taken = codes.find((code) => facts.barcodes.has(keyOf(code)))
  return taken === undefined
    ? undefined
    : {
        field: 'barcodes',
        reason: 'invalid.cell.barcode-taken',
        detail: `${taken} ${facts.barcodes.get(keyOf(taken))}`,
      }
}

const toDrafts = (values: RowValues, { facts, newId }: ImportContext): RowAnswer => {
  const unit = textOf(values, 'unit') ?? ''
  const packs = packsOf(listOf(values, 'packs') ?? [], unit)
  if (!packs) return { objections: [{ field: 'packs', reason: 'invalid.cell.packs' }] }
  const barcodes = barcodesOf(listOf(values, 'barcodes') ?? [], unit)
  if (!barcodes) return { objections: [{ field: 'barcodes', reason: 'invalid.cell.barcodes' }] }
  const suppliers = offersOf(listOf(values, 'suppliers') ?? [], unit)
  if (!suppliers) return { objections: [{ field: 'suppliers', reason: 'invalid.cell.suppliers' }] }
  const own = Object.entries(values).filter(([key]) => !(key in ruleColumns))
  const input = {
    ...Object.fromEntries(own),
    packs,
    barcodes,
    ...(suppliers.length === 0 ? {} : { suppliers }),
    quotaRules: rulesOf(values),
    location: values['location'] ?? noPlaceYet,
  }
  const checked = meet(supplyOperations['supplies.addItem'].input, input)
  if ('objections' in checked) return checked
  const item = { ...checked.input, active: true }
  if (facts.items.has(keyOf(item.code))) return { known: true }
  const codes = item.barcodes.map(({ code }) => code)
  const taken = takenBarcode(facts, codes)
  if (taken) return { objections: [taken] }
  const refused = checkItem(item, { ownerOfCode: () => undefined, ownerOfBarcode: () => undefined })
  if (refused) return { objections: [objectionTo(refused.refused, item.suppliers)] }
  facts.items.add(keyOf(item.code))
  for (const code of codes) facts.barcodes.set(keyOf(code), item.name)
  return { drafts: [{ kind: 'item.added', subject: newId(), body: item }] }
}

/** The supplies register's own refusals, said of a column. */
const objectionTo = (
  fault: NonNullable<ReturnType<typeof checkItem>>['refused'],
  suppliers: readonly SupplierOffer[] = [],
): Objection => {
  if (fault.code === 'unknown-unit' && suppliers.some(({ unit }) => unit === fault.unit))
    return { field: 'suppliers', reason: 'invalid.cell.suppliers', detail: fault.unit }
  if (fault.code === 'invalid-input') {
    const [problem] = fault.problems
    return { field: problem?.path ?? '', reason: problem?.reason ?? 'invalid.value' }
  }
  if (fault.code === 'barcode-taken')
    return { field: 'barcodes', reason: 'invalid.cell.barcode-taken', detail: fault.barcode }
  return { field: 'packs', reason: 'invalid.cell.packs' }
}

export const itemImporter: Importer = {
  target: 'items',
  uniqueBy: (values) => textOf(values, 'code'),
  uniqueField: 'code',
  fields: [
    field('code', parseCode, {
      required: true,
      zh: ['编码', '编号', '物资编码', '物料编码', '商品编码', '物品编号', '物资编号', '货号', '存货编码'],
      en: ['code', 'sku', 'item no', 'item number', 'part number'],
    }),
    field('name', parseText, {
      required: true,
      zh: ['名称', '物品名称', '物资名称', '商品名称', '物料名称', '存货名称', '物品'],
      en: ['name', 'item name', 'description', 'product'],
    }),
    field('spec', parseText, { zh: ['规格型号', '型号', '型号规格', '规格/型号'], en: ['spec', 'model', 'size'] }),
    field('category', parseChoice(categoryWords), {
      zh: ['物品类别', '类型', '物资类别'],
      en: ['type', 'class'],
    }),
    field('unit', parseText, { required: true, zh: ['单位', '计量单位', '最小单位'], en: ['unit', 'uom'] }),
    field('packs', parsePacks, { zh: ['包装', '换算', '包装规格', '换算关系'], en: ['pack', 'packaging'] }),
    field('barcodes', parseList, { zh: ['条形码', '商品条码', '条码号'], en: ['barcode', 'ean', 'gtin'] }),
    field('min', parseCount, {
      zh: ['下限', '最低库存', '安全库存', '最小库存'],
      en: ['min', 'minimum', 'reorder level', 'safety stock'],
    }),
    field('max', parseCount, { zh: ['上限', '最高库存', '最大库存'], en: ['max', 'maximum'] }),
    field('location', parseText, {
      zh: ['存放位置', '仓位', '货位', '存放地点', '默认库位', '仓库'],
      en: ['place', 'bin', 'shelf', 'warehouse'],
    }),
    field('supplier', parseText, { zh: ['供货商', '供应单位', '供货单位'], en: ['vendor'] }),
    field('exchangeOld', parseBoolean, { zh: ['交旧领新', '是否以旧换新'], en: ['exchange old'] }),
    field('group', parseText, { zh: ['分类', '物资分类', '品类', '大类'], en: ['group', 'category group', 'family'] }),
    field('suppliers', parseOffers, { zh: ['供应商报价', '报价'], en: ['offers', 'suppliers'] }),
    field('leadDays', parseCount, { zh: ['到货天数', '采购周期', '交货期'], en: ['lead time', 'delivery days'] }),
    field('lots', parseBoolean, { zh: ['批次', '批号管理', '有效期管理'], en: ['lots', 'batch'] }),
    field('personAmount', parseMoney, { zh: ['每人金额定额'], en: ['amount per person'] }),
    field('departmentQuantity', parseCount, { zh: ['部门数量定额'], en: ['pieces per department'] }),
    field('departmentAmount', parseMoney, { zh: ['部门金额定额'], en: ['amount per department'] }),
    field('quota', parseCount, { zh: ['定额', '月定额', '领用定额', '限额'], en: ['quota', 'monthly quota'] }),
  ],
  toDrafts,
}
