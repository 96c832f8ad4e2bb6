/** What a slip does to the stock; apart from the schemas, so that a page can list them without loading those. */

/** 入库 · 领用 · 退库 · 调拨 · 报损 · 盘盈 · 盘亏 · 成本差异 · 冲销; also the number classes of the slips. */
export const slipVerbs = [
  'receipt',
  'issue',
  'return',
  'transfer',
  'scrap',
  'gain',
  'loss',
  'revalue',
  'reverse',
] as const
export type SlipVerb = (typeof slipVerbs)[number]

/** Late price of a receipt · month-end average against the cost so far · value left where no pieces are · anything else. */
export const differenceCauses = ['late-price', 'month-end', 'remainder', 'correction'] as const
export type DifferenceCause = (typeof differenceCauses)[number]

export const itemCategories = ['consumable', 'durable'] as const
export type ItemCategory = (typeof itemCategories)[number]
