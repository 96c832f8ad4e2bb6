/** All rooms' words in one table: what a key may be is what the rooms declared. */
import { contractWords } from '../contracts/words.ts'
import { documentWords } from '../documents/words.ts'
import { faultWords } from '../office/fault-words.ts'
import { keyWords } from '../office/key-words.ts'
import { fieldNames } from '../office/field-names.ts'
import { screenWords } from '../office/shell-words.ts'
import type { Language } from '../office/words.ts'
import { peopleWords } from '../people/words.ts'
import { sealWords } from '../seals/words.ts'
import { supplyWords } from '../supplies/words.ts'
import { tableWords } from '../tables/words.ts'

const compose = (language: Language) => ({
  ...faultWords[language],
  ...keyWords[language],
  ...fieldNames[language],
  ...screenWords[language],
  ...peopleWords[language],
  ...sealWords[language],
  ...supplyWords[language],
  ...contractWords[language],
  ...tableWords[language],
  ...documentWords[language],
})

export const words = { 'zh-CN': compose('zh-CN'), en: compose('en') } as const

export type WordKey = keyof ReturnType<typeof compose>
