/** States and ways of a stocktake; apart from the schemas, so that a page can list them without loading those. */

/** 盘点中 · 待审批 · 待过账 · 已过账 · 已取消 */
export const stocktakeStates = ['counting', 'submitted', 'approved', 'posted', 'cancelled'] as const
export type StocktakeState = (typeof stocktakeStates)[number]

/** 未盘 · 已盘 · 两人所盘不一 · 待复盘 */
export const lineStates = ['uncounted', 'counted', 'conflict', 'recount'] as const
export type LineState = (typeof lineStates)[number]

/** 屏幕 · 扫码 · 纸表 */
export const countSources = ['screen', 'scan', 'paper'] as const
export type CountSource = (typeof countSources)[number]
