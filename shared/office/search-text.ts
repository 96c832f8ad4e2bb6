/** Turning texts into search tokens: each Han character its own, pinyin and initials beside; and typed text into a query. */
import { pinyin } from 'pinyin-pro'

const han = /\p{Script=Han}/u
const hanAll = /\p{Script=Han}/gu
const word = /[\p{L}\p{N}]+/gu

/** One spelling for finding: full-width to half-width, lower case. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** A text with every Han character set apart, so that the index sees one token per character. */
const spaced = (text: string): string => plain(text).replace(hanAll, ' $& ')

export type Depth = 'from-start' | 'anywhere'

/**
 * Everything a record is found by, as one text of tokens.
 * @param spoken texts also found by full pinyin (`hetong`) and initials (`htzyz`): titles and names
 * @param plainTexts numbers, codes, details
 * @param isFound where in a spoken text its pinyin is found: only from the start, or from every syllable, which makes an
 * index of millions of records several times as large and is kept to master data
 */
export const tokensOf = (
  spoken: readonly string[],
  plainTexts: readonly string[],
  isFound: Depth = 'from-start',
): string =>
  [
    // A record's detail repeats its number and its other side; once is enough to be found, and a third less to index.
    ...[...new Set([...spoken, ...plainTexts.flatMap((text) => text.split(' · '))])].map(spaced),
    ...spoken.filter((text) => han.test(text)).map((text) => pinyinTokens(text, isFound)),
  ].join(' ')

// Titles and names recur by the thousand in a log; spelling one out costs a hundred times a look-up.
const spelled = new Map<string, string>()
const mostSpelled = 20_000

/** Names are rarely longer; what stands behind is found by its characters. */
const mostStarts = 16

const pinyinTokens = (text: string, isFound: Depth): string => {
  const key = `${isFound} ${text}`
  const known = spelled.get(key)
  if (known !== undefined) return known
  const syllables = pinyin(plain(text), { toneType: 'none', type: 'array', nonZh: 'removed' })
  // ü is typed as v on every Chinese keyboard.
  const typed = syllables.map((syllable) => syllable.replaceAll('ü', 'v'))
  const starts = isFound === 'anywhere' ? typed.slice(0, mostStarts).map((_, start) => typed.slice(start)) : [typed]
  const tokens = starts
    .map((from) => `${from.join('')} ${from.map((syllable) => syllable.slice(0, 1)).join('')}`)
    .join(' ')
  if (spelled.size >= mostSpelled) spelled.clear()
  spelled.set(key, tokens)
  return tokens
}

/** Whether a title is what was typed, whole: its characters, its full pinyin or its initials. */
export const isNamedBy = (title: string, typed: string): boolean => {
  const wanted = plain(typed).trim()
  return plain(title) === wanted || (han.test(title) && pinyinTokens(title, 'from-start').split(' ').includes(wanted))
}

/** Whether something is what was typed, letter by letter: a code, a barcode, a number. */
export const isSameText = (text: string, typed: string): boolean => plain(text) === plain(typed).trim()

/** An FTS5 query for a text as it stands: its words one behind the other, the last one whole. */
export const phraseOf = (typed: string): string => {
  const parts = (plain(typed).match(word) ?? []).slice(0, 12).flatMap(split)
  return parts.length === 0 ? '' : `"${parts.map((part) => (han.test(part) ? [...part].join(' ') : part)).join(' ')}"`
}

/**
 * An FTS5 query for what was typed: Han runs as phrases, latin and digits as words, the last one as a prefix.
 * All parts must hit. Empty where nothing searchable was typed.
 */
export const queryOf = (typed: string): string => {
  const parts = (plain(typed).match(word) ?? []).slice(0, 12).flatMap(split)
  return parts
    .map((part, index) => {
      const quoted = `"${part.match(han) ? [...part].join(' ') : part}"`
      // A prefix of one letter would walk a fifth of the index for no use.
      const isPrefix = index === parts.length - 1 && !part.match(han) && part.length > 1
      return isPrefix ? `${quoted}*` : quoted
    })
    .join(' ')
}

/** `合同ab12` -> 合同, ab12. */
const split = (run: string): string[] => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []
