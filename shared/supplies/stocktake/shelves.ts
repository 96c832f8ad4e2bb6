/** Shelves and their bins, as locations are spelt: `A区/01-03` lies on `A区/01`, and that in `A区`. */

const separators = ['/', '-']

/** Whether a place is the location, or a bin of it. */
export const isAt = (location: string, place: string): boolean =>
  place === location || separators.some((separator) => place.startsWith(location + separator))

/** A location with all that it lies in, the widest first: `A区`, `A区/01`, `A区/01-03`. */
export const shelvesAbove = (location: string): string[] => {
  const ends = [...location].flatMap((letter, index) => (separators.includes(letter) && index > 0 ? [index] : []))
  const characters = [...location]
  return [...ends.map((end) => characters.slice(0, end).join('')), location]
}

/** All shelves and bins of some places, each with how many of them it holds; in the order of their names. */
export const shelvesOf = (places: readonly string[]): { shelf: string; places: number }[] => {
  const held = new Map<string, number>()
  for (const place of places)
    for (const shelf of new Set(shelvesAbove(place))) held.set(shelf, (held.get(shelf) ?? 0) + 1)
  return [...held]
    .map(([shelf, count]) => ({ shelf, places: count }))
    .toSorted((a, b) => (a.shelf < b.shelf ? -1 : a.shelf > b.shelf ? 1 : 0))
}
