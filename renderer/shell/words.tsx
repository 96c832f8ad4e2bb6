/** The words on screen: `const { t } = useWords()`, then `t('ui.save')`; an unknown key does not compile. */
import { createContext, use, useMemo, type ReactNode } from 'react'
import { words, type WordKey } from '../../shared/api/words.ts'
import { fill, joinClauses, joinList, type Filling, type Language } from '../../shared/office/words.ts'

export type Values = Filling

export type Say = {
  readonly language: Language
  /** The text of a known key. */
  readonly t: (key: WordKey, values?: Values) => string
  /** The text of a key that came as data (a reason, a problem); the key itself where no room words it. */
  readonly tOf: (key: string, values?: Values) => string
  /** Whether a key that came as data has a text. */
  readonly has: (key: string) => boolean
  /** Names or numbers in one line: with 、 in Chinese, with commas in English. */
  readonly list: (parts: readonly string[]) => string
  /** Longer parts in one line: with ； in Chinese, with semicolons in English. */
  readonly clauses: (parts: readonly string[]) => string
}

export const sayIn = (language: Language): Say => {
  const table: Readonly<Record<string, string>> = words[language]
  return {
    language,
    t: (key, values) => fill(language, table[key] ?? key, values),
    tOf: (key, values) => fill(language, table[key] ?? key, values),
    has: (key) => key in table,
    list: (parts) => joinList(language, parts),
    clauses: (parts) => joinClauses(language, parts),
  }
}

const Words = createContext<Say>(sayIn('zh-CN'))

export const WordsProvider = ({ language, children }: { language: Language; children: ReactNode }) => {
  const say = useMemo(() => sayIn(language), [language])
  return <Words value={say}>{children}</Words>
}

export const useWords = (): Say => use(Words)
