/** Texts in two languages, kept beside the register they belong to; a key missing in one language does not compile. */

export type Language = 'zh-CN' | 'en'

export type Words<K extends string = string> = Record<Language, Record<K, string>>

/**
 * Declares a room's words. Keys are flat and start with the room (`seals.use.title`); `{name}` marks a value.
 * @param zh Chinese, the product's first language, which fixes the keys
 * @param en English, complete
 */
export const defineWords = <K extends string>(zh: Record<K, string>, en: Record<NoInfer<K>, string>): Words<K> => ({
  'zh-CN': zh,
  en,
})

/** What fills a text; several names are handed over as a list, since each language sets them apart in its own way. */
export type Filling = Readonly<Record<string, string | number | readonly string[] | undefined>>

const said = (language: Language, value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? `${value}`
    : Array.isArray(value)
      ? joinList(language, value.map(String))
      : undefined

/** Fills `{name}` places of a text; an unknown name stays visible rather than vanishing. */
export const fill = (language: Language, text: string, values: Readonly<Record<string, unknown>> = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => said(language, values[name]) ?? whole)

/** Names or numbers in one line, as each language sets them apart: the one place that joins what is read as a list. */
export const joinList = (language: Language, parts: readonly string[]): string =>
  parts.join(language === 'en' ? ', ' : '、')

/** Longer parts, which may hold lists of their own. */
export const joinClauses = (language: Language, parts: readonly string[]): string =>
  parts.join(language === 'en' ? '; ' : '；')
