/**
 * Reading what people type into spreadsheets: full-width figures, units, 万元, six ways to write a date.
 *
 * A cell reaches these functions as text (dates as `2026-11-23` or `2026-11-23 13:05`, numbers as plain decimals),
 * so that .xlsx and .csv are read by the same rules.
 */
import { addDays, isPlainDate } from '../office/dates.ts'

/** A cell as the readers hand it on; `null` is empty. */
export type Cell = string | null

/** A value, nothing (the cell means none), or why not: a word key under `invalid.*`. */
export type Parsed<T> = { value: T | undefined } | { reason: string; detail?: string | string[] | undefined }

/** What a heading says in brackets: `金额（万元）` has the unit 万元. */
export type CellHint = { unit: string | undefined }

/** Half-width, without spaces at the ends; for numbers, dates and codes, not for names. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u200b\u200e\u200f\ufeff]/g, '')
    .trim()

const none = new Set(['', '-', '--', '—', '——', '/', '\\', '无', 'n/a', 'none', 'null', '空'])

/** Whether a cell says that there is nothing: empty, a dash, 无. */
export const isNone = (text: string): boolean => none.has(plain(text).toLowerCase())

/** Text as it is, trimmed; a spreadsheet's own error such as `#N/A` is not a text. */
export const parseText = (text: string): Parsed<string> => {
  const value = text.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/g, '')
  if (/^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(value))
    return { reason: 'invalid.cell.formula-error' }
  return { value: value === '' ? undefined : value }
}

/** A number, code or phone number: half-width; a code that a spreadsheet made a number of (`1001.0`) is mended. */
export const parseCode = (text: string): Parsed<string> => {
  const read = parseText(plain(text))
  if ('reason' in read || read.value === undefined) return read
  return { value: read.value.replace(/^(\d+)\.0+$/, '$1') }
}

const dateWords = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT].*)?$/
const endless = new Set([
  '长期',
  '长期有效',
  '无固定期限',
  '永久',
  '至今',
  '在职',
  '不限',
  'unlimited',
  'indefinite',
  'present',
])

/**
 * A calendar date as `2026-11-23`, from 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123 (a time behind it is
 * dropped) or a spreadsheet's day number. `11/12/2026` is refused, since nobody can tell the day from the month.
 */
export const parseDate = (text: string): Parsed<string> => {
  const value = plain(text)
  if (isNone(value) || endless.has(value.toLowerCase())) return { value: undefined }
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(value)) return { reason: 'invalid.cell.date-order' }
  const parts = dateWords.exec(value) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(value)
  if (parts) {
    const date = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
    return isPlainDate(date) ? { value: date } : { reason: 'invalid.date' }
  }
  // Day 60 of a spreadsheet is a 29 February 1900 that never was; from 1 March 1900 on the count is right.
  if (/^\d{5}(\.\d+)?$/.test(value)) return { value: addDays('1899-12-30', Math.floor(Number(value))) }
  return { reason: 'invalid.date' }
}

/** A date with the time of day where one is given: `2026-11-23 13:05` or `2026-11-23`. */
export const parseTime = (text: string): Parsed<string> => {
  const date = parseDate(text)
  if ('reason' in date || date.value === undefined) return date
  const time = /[\sT日](\d{1,2})[:时](\d{1,2})/.exec(plain(text))
  if (!time) return date
  const [hour, minute] = [Number(time[1]), Number(time[2])]
  if (hour > 23 || minute > 59) return { reason: 'invalid.cell.time' }
  return { value: `${date.value} ${hour.toString().padStart(2, '0')}:${minute.toString().padStart(2, '0')}` }
}

/** Places by which a unit shifts the point: 万 four, 亿 eight. */
const scales: readonly [pattern: RegExp, places: number][] = [
  [/亿/, 8],
  [/百万|million/i, 6],
  [/万/, 4],
  [/千|thousand/i, 3],
]
const scaleOf = (text: string): number => scales.find(([pattern]) => pattern.test(text))?.[1] ?? 0

const currencySigns = /[¥￥$€£]|人民币|美元|欧元|港币|英镑|rmb|cny|usd|eur|hkd|gbp|us|hk/gi

/**
 * Money in integer minor units (分): `¥1,234.50`, `1234.5 元`, `50万`, or `50` under a heading that says 万元.
 * Shifted as text, so that no amount is rounded on the way; more than two places are refused.
 */
export const parseMoney = (text: string, { unit }: CellHint): Parsed<number> => {
  const value = plain(text)
  if (isNone(value)) return { value: undefined }
  const bare = value.replaceAll(currencySigns, '').replaceAll(/[\s,_]/g, '')
  const found = /^([+-]?)(\d+)(?:\.(\d+))?(亿|百万|万|千)?(?:元整?|圆整?|整)?$/.exec(bare)
  if (!found) return { reason: 'invalid.cell.money' }
  const [, sign = '', whole = '', fraction = '', own = ''] = found
  if (sign === '-' && /[1-9]/.test(whole + fraction)) return { reason: 'invalid.negative' }
  const places = 2 + (own === '' ? scaleOf(unit ?? '') : scaleOf(own))
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > places) return { reason: 'invalid.cell.amount-places' }
  const minor = Number(whole + kept.padEnd(places, '0'))
  return minor <= 9e15 ? { value: minor } : { reason: 'invalid.too-large' }
}

/** A whole number: `1,200`, `１２ 份`, `12.0`. */
export const parseCount = (text: string): Parsed<number> => {
  const value = plain(text)
  if (isNone(value)) return { value: undefined }
  const found = /^([+-]?)(\d+)(?:\.0*)?\D{0,4}$/.exec(value.replaceAll(/[\s,_]/g, ''))
  if (!found) return { reason: 'invalid.count' }
  if (found[1] === '-' && Number(found[2]) > 0) return { reason: 'invalid.negative' }
  const count = Number(found[2])
  return count <= 1e12 ? { value: count } : { reason: 'invalid.too-large' }
}

const yes = new Set(['是', '有', '对', '√', '✓', '✔', 'y', 'yes', 'true', '1', '启用', '在用'])
const no = new Set(['否', '无', '没有', '错', '×', '✗', 'x', 'n', 'no', 'false', '0', '停用', '-', '/'])

export const parseBoolean = (text: string): Parsed<boolean> => {
  const value = plain(text).toLowerCase()
  if (value === '') return { value: undefined }
  if (yes.has(value)) return { value: true }
  return no.has(value) ? { value: false } : { reason: 'invalid.cell.yes-no' }
}

/** The words that mean each of a fixed set of choices; the first of each is shown where none fits. */
export type ChoiceWords<T extends string> = Readonly<Record<T, readonly string[]>>

const choiceKey = (text: string): string => plain(text).toLowerCase().replaceAll(/\s/g, '')

/** One of a fixed set, by the words people use for each, or by our own name of it. */
export const parseChoice = <T extends string>(words: ChoiceWords<T>): ((text: string) => Parsed<T>) => {
  const choices = Object.entries(words) as [T, readonly string[]][]
  const byName = new Map(
    choices.toReversed().flatMap(([choice, names]) => [choice, ...names].map((name) => [choiceKey(name), choice])),
  )
  const detail = choices.map(([choice, names]) => names[0] ?? choice)
  return (text) => {
    const value = choiceKey(text)
    if (value === '') return { value: undefined }
    const found = byName.get(value)
    return found === undefined ? { reason: 'invalid.cell.choice', detail } : { value: found }
  }
}

/** Names separated by 、 or commas, semicolons, slashes or line ends. */
export const parseList = (text: string): Parsed<string[]> => {
  const parts = text
    .split(/[、,，;；/\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isNone(part))
  return { value: parts.length === 0 ? undefined : parts }
}

/** An exchange rate in millionths: `7.1234` -> 7123400. */
export const parseRate = (text: string): Parsed<number> => {
  const value = plain(text)
  if (isNone(value)) return { value: undefined }
  const found = /^(\d{1,3})(?:\.(\d{1,6})0*)?$/.exec(value)
  if (!found) return { reason: 'invalid.cell.rate' }
  return { value: Number((found[1] ?? '') + (found[2] ?? '').padEnd(6, '0')) }
}

/** Several of a fixed set, separated like a list. */
export const parseChoices =
  <T extends string>(words: ChoiceWords<T>, parse = parseChoice(words)) =>
  (text: string): Parsed<T[]> => {
    const list = parseList(text)
    if ('reason' in list) return list
    const found: T[] = []
    for (const part of list.value ?? []) {
      const choice = parse(part)
      if ('reason' in choice) return choice
      if (choice.value !== undefined && !found.includes(choice.value)) found.push(choice.value)
    }
    return { value: found.length === 0 ? undefined : found }
  }
