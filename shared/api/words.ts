/** All rooms' words in one table: what a key may be is what the rooms declared. */
import { attachmentWords } from '../attachments/words.ts'
import { contractWords } from '../contracts/words.ts'
import { recoveryWords } from '../documents/recovery-words.ts'
import { letterWords } from '../documents/letter-words.ts'
import { registerWords } from '../documents/register-words.ts'
import { sealRequestFormWords } from '../documents/seal-request-words.ts'
import { stocktakeFormWords } from '../documents/stocktake-form-words.ts'
import { stockFormWords } from '../documents/stock-form-words.ts'
import { lifeFormWords } from '../documents/life-form-words.ts'
import { stampingPageWords } from '../documents/stamping/page-words.ts'
import { stampingWords } from '../documents/stamping/words.ts'
import { documentWords } from '../documents/words.ts'
import { exceptionWords } from '../exceptions/words.ts'
import { faultWords } from '../office/fault-words.ts'
import { findingWords } from '../office/finding-words.ts'
import { keyWords } from '../office/key-words.ts'
import { fieldNames } from '../office/field-names.ts'
import { nextWords } from '../office/next-words.ts'
import { recordedNames } from '../office/recorded-names.ts'
import { screenWords } from '../office/shell-words.ts'
import type { Language } from '../office/words.ts'
import { peopleWords } from '../people/words.ts'
import { closingWords } from '../seals/closing/closing-words.ts'
import { sealWords } from '../seals/words.ts'
import { supplyWords } from '../supplies/words.ts'
import { tableWords } from '../tables/words.ts'

type Rooms =
  | typeof faultWords
  | typeof keyWords
  | typeof findingWords
  | typeof fieldNames
  | typeof screenWords
  | typeof recordedNames
  | typeof nextWords
  | typeof peopleWords
  | typeof sealWords
  | typeof closingWords
  | typeof supplyWords
  | typeof contractWords
  | typeof tableWords
  | typeof documentWords
  | typeof registerWords
  | typeof stocktakeFormWords
  | typeof letterWords
  | typeof exceptionWords
  | typeof attachmentWords
  | typeof recoveryWords
  | typeof lifeFormWords
  | typeof sealRequestFormWords
  | typeof stockFormWords
  | typeof stampingWords
  | typeof stampingPageWords

type KeysOf<Room> = Room extends { en: infer Texts } ? keyof Texts & string : never

export type WordKey = KeysOf<Rooms>

// The type is told, not inferred: written out, all texts of all rooms are more than the compiler serializes.
const compose = (language: Language): Record<WordKey, string> => ({
  ...faultWords[language],
  ...keyWords[language],
  ...findingWords[language],
  ...fieldNames[language],
  ...screenWords[language],
  ...recordedNames[language],
  ...nextWords[language],
  ...peopleWords[language],
  ...sealWords[language],
  ...closingWords[language],
  ...supplyWords[language],
  ...contractWords[language],
  ...tableWords[language],
  ...documentWords[language],
  ...registerWords[language],
  ...stocktakeFormWords[language],
  ...letterWords[language],
  ...exceptionWords[language],
  ...attachmentWords[language],
  ...recoveryWords[language],
  ...lifeFormWords[language],
  ...sealRequestFormWords[language],
  ...stockFormWords[language],
  ...stampingWords[language],
  ...stampingPageWords[language],
})

export const words: Record<Language, Record<WordKey, string>> = { 'zh-CN': compose('zh-CN'), en: compose('en') }
