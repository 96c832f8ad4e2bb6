/** A key as it is written on the keyboard, shown beside what it does. */

const written: Readonly<Record<string, string>> = { Escape: 'Esc', Enter: '↵' }

/** Keys are written as they stand on the board: `Ctrl+k` -> `Ctrl K`. */
const asWritten = (name: string): string =>
  name
    .split(/\+(?=.)/)
    .map((part) => written[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ')

export const KeyCap = ({ name }: { name: string }) => <kbd aria-hidden="true">{asWritten(name)}</kbd>
