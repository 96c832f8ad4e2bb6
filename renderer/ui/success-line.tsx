/** One short line after an act: its number, and one key to print. */
import type { ReactNode } from 'react'
import { useWords } from '../shell/words.tsx'
import { ActButton } from './act-button.tsx'

type Props = {
  readonly number: string
  /** What happens next, in words. */
  readonly children?: ReactNode
  readonly onPrint?: (() => void) | undefined
  readonly isPrinting?: boolean
  readonly isPrinted?: boolean
}

/** Below a long form the eye is far from where the line appears; it must not be missed. */
const bringIntoView = (line: HTMLDivElement | null): void => {
  line?.scrollIntoView({ block: 'nearest' })
}

export const SuccessLine = ({ number, children, onPrint, isPrinting, isPrinted }: Props) => {
  const { t } = useWords()
  return (
    <div key={number} ref={bringIntoView} className="success-line" role="status">
      <span className="success-mark" aria-hidden="true">
        ✓
      </span>
      <strong data-testid="done-number">{t('ui.done', { number })}</strong>
      <span className="success-rest">{children}</span>
      {onPrint !== undefined && (
        <ActButton onAct={onPrint} keyName="Ctrl+p" isActing={isPrinting === true}>
          {t(isPrinted === true ? 'ui.print-again' : 'ui.print')}
        </ActButton>
      )}
    </div>
  )
}
