/** The texts of the seal pages, in both languages. */
import { defineWords } from '../office/words.ts'

export const sealPageWords = defineWords({ 'seals.title': '用印' }, { 'seals.title': 'Seals' })
