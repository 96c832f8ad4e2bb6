/** What a closed month of the stock still takes: nothing. A correction of it is a slip of the open period. */
import { refuse, type Refusal } from '../../api/fault.ts'

/**
 * Every slip rule asks this for its business date.
 * @param closedThrough the latest closed month `2026-10`; all before it are closed too
 * @returns `stock-month-closed`, or nothing
 */
export const refuseClosedMonth = (date: string, closedThrough: string | undefined): Refusal | undefined =>
  closedThrough !== undefined && date.slice(0, 7) <= closedThrough
    ? refuse({ code: 'stock-month-closed', date, month: date.slice(0, 7), closedThrough })
    : undefined
