/** The key that asks for another valuation 计价方法, for whoever manages the office, and the line that says it is chosen. */
import { useState } from 'react'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { MethodSheet, type Method } from './method-sheet.tsx'

export type { Method } from './method-sheet.tsx'

type Props = { readonly month: string | undefined; readonly onDone: (method: Method) => void }

export const MethodButton = ({ month, onDone }: Props) => {
  const { t } = useWords()
  const { may, office } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  if (!may('office.manage')) return null
  return (
    <>
      <ActButton keyName="Alt+m" onAct={() => setIsOpen(true)} testId="method">
        {t('supplies.method')}
      </ActButton>
      {isOpen && (
        <MethodSheet
          month={month ?? (office.today ?? '').slice(0, 7)}
          onDone={(method) => {
            onDone(method)
            setIsOpen(false)
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

/** A choice has no number of its own: what it says is the month and the valuation. */
export const MethodDone = ({ method: { from, valuation } }: { method: Method }) => {
  const { t } = useWords()
  return (
    <div className="success-line" role="status" data-testid="method-done">
      <span className="success-mark" aria-hidden="true">
        ✓
      </span>
      <strong>{t('supplies.method.done', { month: from, valuation: t(`supplies.valuation.${valuation}`) })}</strong>
    </div>
  )
}
