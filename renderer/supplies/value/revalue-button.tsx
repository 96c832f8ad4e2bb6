/** The key that asks for a cost difference 成本差异, for whoever keeps the stock. */
import { useState } from 'react'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import type { Chosen } from '../../ui/record-picker.tsx'
import { RevalueSheet } from './revalue-sheet.tsx'
import type { ValueSlip } from './value-done.tsx'

type Props = { readonly item?: Chosen; readonly onDone: (slip: ValueSlip) => void }

export const RevalueButton = ({ item, onDone }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  if (!may('supplies.manage')) return null
  return (
    <>
      <ActButton keyName="Alt+d" onAct={() => setIsOpen(true)} testId="revalue">
        {t('supplies.revalue')}
      </ActButton>
      {isOpen && (
        <RevalueSheet
          item={item}
          onDone={(slip) => {
            onDone(slip)
            setIsOpen(false)
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
