/** The words that print needs, of this room and of the registers whose records it prints. */
import { authorityWords } from '../contracts/authority-words.ts'
import { contractWords } from '../contracts/words.ts'
import { fill, type Language } from '../office/words.ts'
import { sealWords } from '../seals/words.ts'
import type { Press } from './layout.ts'
import { attachmentWords } from '../attachments/words.ts'
import { peopleWords } from '../people/words.ts'
import { sealRequestFormWords } from './seal-request-words.ts'
import { letterWords } from './letter-words.ts'
import { recoveryWords } from './recovery-words.ts'
import { registerWords } from './register-words.ts'
import { supplyWords } from '../supplies/words.ts'
import { closingWords } from '../seals/closing/closing-words.ts'
import { stockFormWords } from './stock-form-words.ts'
import { lifeFormWords } from './life-form-words.ts'
import { bookWords } from './book-words.ts'
import { stocktakeFormWords } from './stocktake-form-words.ts'
import { stampingWords } from './stamping/words.ts'
import { documentWords } from './words.ts'

const tables: Record<Language, Readonly<Record<string, string>>> = {
  'zh-CN': {
    ...sealWords['zh-CN'],
    ...contractWords['zh-CN'],
    ...authorityWords['zh-CN'],
    ...documentWords['zh-CN'],
    ...registerWords['zh-CN'],
    ...letterWords['zh-CN'],
    ...recoveryWords['zh-CN'],
    ...lifeFormWords['zh-CN'],
    ...stockFormWords['zh-CN'],
    ...stocktakeFormWords['zh-CN'],
    ...closingWords['zh-CN'],
    ...bookWords['zh-CN'],
    ...sealRequestFormWords['zh-CN'],
    ...attachmentWords['zh-CN'],
    ...peopleWords['zh-CN'],
    ...stampingWords['zh-CN'],
    ...supplyWords['zh-CN'],
  },
  en: {
    ...sealWords.en,
    ...contractWords.en,
    ...authorityWords.en,
    ...documentWords.en,
    ...registerWords.en,
    ...letterWords.en,
    ...recoveryWords.en,
    ...lifeFormWords.en,
    ...stockFormWords.en,
    ...stocktakeFormWords.en,
    ...closingWords.en,
    ...bookWords.en,
    ...sealRequestFormWords.en,
    ...attachmentWords.en,
    ...peopleWords.en,
    ...stampingWords.en,
    ...supplyWords.en,
  },
}

// The Chinese font draws curly quotes a full em wide, which tears English words apart.
const straight = (text: string): string => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')

/**
 * Words of a language for the press. A code that has no word (from a newer desk) prints as its last part, since
 * paper with the code on it says more than paper with nothing.
 */
export const printWords =
  (language: Language): Press['words'] =>
  (key, values) => {
    const text = tables[language][key]
    if (text === undefined) return key.slice(key.lastIndexOf('.') + 1)
    return fill(language, language === 'en' ? straight(text) : text, values)
  }
