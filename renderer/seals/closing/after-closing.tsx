/** Where an entry's month is closed, correcting it takes saying so: the box stands there once that was refused. */
import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import type { DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'

export const useAfterClosing = (fault: DeskFault | undefined): { afterClosing: boolean; box: ReactNode } => {
  const { t } = useWords()
  const [afterClosing, setAfterClosing] = useState(false)
  const isShown = afterClosing || fault?.code === 'use-in-closed-period'
  const box = isShown && (
    <Checkbox
      checked={afterClosing}
      onChange={(event) => setAfterClosing(event.target.checked)}
      data-testid="after-closing"
    >
      {t('seals.book.after-closing')}
    </Checkbox>
  )
  return { afterClosing, box }
}
