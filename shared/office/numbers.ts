/**
 * Document and register numbers 编号. They run inside a *book* 册 that an entry opens and that fixes class, holder
 * (desk letter or seal code) and year. Within a book serials have no gaps; the first book of a year prints without its
 * number, later ones (after a restore, fork or takeover) print it, so that no two books ever print the same number.
 */

/** Number classes of documents; register numbers of seal uses carry the seal's code instead. */
export const numberClasses = {
  sealRequest: 'YS',
  sealUse: '',
  authorityCheck: 'HY',
  delegation: 'SQ',
  receipt: 'RK',
  issue: 'LY',
  return: 'TK',
  transfer: 'DB',
  scrap: 'BS',
  gain: 'PY',
  loss: 'PK',
  revalue: 'CY',
  stockClosing: 'KJ',
  reverse: 'CX',
  stocktake: 'PD',
  supplyRequest: 'SL',
  purchase: 'CG',
  bookPrint: 'BP',
  archive: 'GD',
  sealLife: 'YZ',
  sealHandover: 'JJ',
  sealOuting: 'WD',
  sealClosing: 'JZ',
} as const
export type NumberClass = keyof typeof numberClasses

export type Book = { id: string; class: NumberClass; holder: string; year: number; book: number }

/** A number as an entry's body carries it: which book, which serial, and the printed form. */
export type Numbered = { book: string; serial: number; number: string }

/**
 * The printed form: `LY-A-2026-0001`, `GZ01-2026-0001` for uses of the seal GZ01, `LY-A-2026.2-0001` in a second book.
 * @param serial 1, 2, 3 …; at least four digits are printed
 */
export const printedNumber = (book: Pick<Book, 'class' | 'holder' | 'year' | 'book'>, serial: number): string => {
  const year = book.book === 1 ? `${book.year}` : `${book.year}.${book.book}`
  return [numberClasses[book.class], book.holder, year, serial.toString().padStart(4, '0')]
    .filter((part) => part !== '')
    .join('-')
}
