/** The texts of the stocktake pages, in both languages. */
import { defineWords } from '../office/words.ts'

export const stocktakePageWords = defineWords(
  {
    'supplies.stocktakes.title': '盘点',
  },
  {
    'supplies.stocktakes.title': 'Stocktakes',
  },
)
