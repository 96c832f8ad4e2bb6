/** A key as it is written on the keyboard, shown beside what it does. */

const written: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Enter: '↵',
  'Ctrl+Enter': 'Ctrl ↵',
  'Ctrl+k': 'Ctrl K',
}

export const KeyCap = ({ name }: { name: string }) => (
  <kbd aria-hidden="true">{written[name] ?? name.replaceAll('+', ' ')}</kbd>
)
