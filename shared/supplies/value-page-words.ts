/** The words of a month of the stock that is due to be closed. */
import { defineWords } from '../office/words.ts'

export const valuePageWords = defineWords(
  {
    'desk.group.stock-months-due': '库存待月结',
    'supplies.closing.earliest': '最早待月结的月份',
  },
  {
    'desk.group.stock-months-due': 'Stock months to close',
    'supplies.closing.earliest': 'the earliest to close',
  },
)
