/** Deciding the slips a stocktake posts: gains 盘盈 come in at a price, losses 盘亏 leave at the average cost. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { averageCost } from '../value/costs.ts'
import { greatestStock, greatestValue, planSlip, type LineInput, type SlipInput, type SlipPlan } from '../rules.ts'
import type { Shelf } from '../tally.ts'

/** The stocktake that found it. */
type Found<L extends LineInput> = SlipInput<L> & { stocktake: NonNullable<SlipPlan['stocktake']> }

type LossLine = LineInput & { lot?: string | undefined }
/** What was found has no invoice: its worth is said, minor units of the whole line. */
export type GainLine = LossLine & { amount: number }

const lotOf = ({ lot }: LossLine) => (lot === undefined ? {} : { lot })

/** 盘盈 */
export const decideGain = (shelf: Shelf, input: Found<GainLine>, today: string): SlipPlan | Refusal =>
  planSlip(
    shelf,
    'gain',
    input,
    { today, mayRetired: true, stocktake: input.stocktake },
    (line, { item, base, index }, tally) => {
      const stock = tally.stock(item.id)
      if (stock.value + line.amount > greatestValue || stock.quantity + base > greatestStock)
        return refuse({
          code: 'invalid-input',
          problems: [{ path: `lines.${index}.amount`, reason: 'invalid.too-large' }],
        })
      return { location: line.location ?? item.location, amount: line.amount, ...lotOf(line) }
    },
  )

/** 盘亏: what was not found is not refused where the book meanwhile fell below it; the place then shows as oversold. */
export const decideLoss = (shelf: Shelf, input: Found<LossLine>, today: string): SlipPlan | Refusal =>
  planSlip(
    shelf,
    'loss',
    input,
    { today, mayRetired: true, stocktake: input.stocktake },
    (line, { item, base }, tally) => ({
      location: line.location ?? item.location,
      amount: averageCost(tally.stock(item.id), base),
      ...lotOf(line),
    }),
  )
