/** Giving numbers inside the transaction that uses them, from books that only this desk writes. */
import type { Draft } from '../../../shared/journal/entry.ts'
import { printedNumber, type NumberClass, type Numbered } from '../../../shared/office/numbers.ts'
import { bookType, type BookRecord } from '../../../shared/office/subjects.ts'
import { balanceOf, recordsOf } from '../store/derived.ts'
import { sql, type Read } from '../store/sql.ts'

export type NumberingOptions = {
  db: Read
  desk: string
  year: number
  newId: () => string
  enter: (draft: Draft) => void
}

export type Numbering = {
  next: (numberClass: NumberClass, holder: string) => Numbered
  /** Throws where a number was given but not entered, since that would be a gap; ends the transaction. */
  check: () => void
}

/**
 * @param options.year of the office's date today: a book belongs to one year
 */
export const createNumbering = ({ db, desk, year, newId, enter }: NumberingOptions): Numbering => {
  const given = new Map<string, number>()

  const bookOf = (numberClass: NumberClass, holder: string): BookRecord => {
    const books = recordsOf(
      db,
      bookType,
      sql`where class = ${numberClass} and holder = ${holder} and year = ${year} order by book desc`,
    )
    // A book that another desk opened is never continued here: both might give the same number.
    const own = books[0]?.desk === desk ? books[0] : undefined
    if (own) return own
    const body = { class: numberClass, holder, year, book: (books[0]?.book ?? 0) + 1, desk }
    const id = newId()
    enter({ kind: 'book.opened', subject: id, body })
    return { id, ...body }
  }

  return {
    next: (numberClass, holder) => {
      const book = bookOf(numberClass, holder)
      const serial = Math.max(given.get(book.id) ?? 0, balanceOf(db, `book:${book.id}`)) + 1
      given.set(book.id, serial)
      return { book: book.id, serial, number: printedNumber(book, serial) }
    },
    check: () => {
      for (const [book, serial] of given) {
        if (balanceOf(db, `book:${book}`) !== serial)
          throw new Error(`number ${serial} of book ${book} was given but not entered`)
      }
    },
  }
}
