/** What is typed into a count: a figure, a sum of heaps, so much of a pack, more of it, or "as the book says". */

export type TypedCount = { readonly quantity: number; readonly mode: 'set' | 'add'; readonly unit?: string }

const most = 100_000_000

/**
 * `12`, `12+8` (two heaps), `2盒` (a pack's unit), `+3` (three more), `=` (as the book says).
 * @param book what `=` stands for; undefined where the book is not shown
 * @returns undefined where it is none of these
 */
export const readCount = (typed: string, book: number | undefined): TypedCount | undefined => {
  const text = typed.trim().replaceAll('＋', '+').replaceAll('＝', '=')
  if (text === '=') return book === undefined || book < 0 ? undefined : { quantity: book, mode: 'set' }
  const mode = text.startsWith('+') ? 'add' : 'set'
  const rest = mode === 'add' ? text.slice(1) : text
  const [, amount, unit] = /^(\d{1,9})\s*([^\d\s+=-]{1,20})$/.exec(rest) ?? []
  if (amount !== undefined && unit !== undefined) return within({ quantity: Number(amount), mode, unit })
  if (!/^\d{1,9}(\s*\+\s*\d{1,9})*$/.test(rest)) return undefined
  return within({ quantity: rest.split('+').reduce((sum, part) => sum + Number(part), 0), mode })
}

const within = (count: TypedCount): TypedCount | undefined => (count.quantity <= most ? count : undefined)
