/** All keys on one sheet (F1). */
import { KeyCap } from '../ui/key-cap.tsx'
import { MiddleSheet } from '../ui/middle-sheet.tsx'
import { useKeys } from './keys.tsx'
import type { PageEntry } from './registers.ts'
import { useWords } from './words.tsx'

type Props = { readonly onClose: () => void; readonly quick: readonly PageEntry[] }

const Body = ({ onClose, quick }: Props) => {
  const { t } = useWords()
  useKeys({ F1: onClose })
  const lines: readonly (readonly [string, string])[] = [
    ['Ctrl+k', t('keys.search')],
    ...quick.map((page) => [page.key ?? '', t(page.title)] as const),
    ['Escape', t('keys.back')],
    ['Enter', t('keys.next')],
    ['Ctrl+Enter', t('keys.submit')],
    ['Ctrl+p', t('keys.print')],
    ['Alt+1…9', t('keys.places')],
    ['↑ ↓ PgUp PgDn Home End', t('keys.table')],
    ['Ctrl+l', t('keys.lock')],
    ['Ctrl+,', t('keys.settings')],
  ]
  return (
    <dl className="key-sheet">
      {lines.map(([key, text]) => (
        <div key={key}>
          <dt>
            <KeyCap name={key} />
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export const KeySheet = (props: Props) => {
  const { t } = useWords()
  return (
    <MiddleSheet title={t('keys.title')} onClose={props.onClose} width={460}>
      <Body {...props} />
    </MiddleSheet>
  )
}
