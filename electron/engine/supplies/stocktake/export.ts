/** The lines of a stocktake as a list to be exported; who counts blind gets them without the book. */
import type { StocktakeLine } from '../../../../shared/supplies/stocktake/operations.ts'
import type { Source } from '../../tables/sources.ts'
import { shownLines } from './shown.ts'
import { stocktakeOf } from './store.ts'

export const stocktakeList: Source<StocktakeLine> = {
  most: () => 1,
  page: (db, _after, { stocktake = '' }, { zone, actor }) => {
    const found = stocktakeOf(db, stocktake)
    if (!found) return { records: [], next: undefined }
    const maySee = actor.permissions.has('supplies.manage') || actor.permissions.has('supplies.approve')
    return { records: shownLines(db, found, zone, found.isBlind && !maySee).lines, next: undefined }
  },
}
