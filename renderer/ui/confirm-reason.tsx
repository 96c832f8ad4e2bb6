/** Asks for a reason before something that stays in the record: a void, a revocation, an override. */
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { DeskFault } from '../shell/call.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from './act-button.tsx'
import { FaultNote } from './fault-note.tsx'
import { MiddleSheet } from './middle-sheet.tsx'

type Props = {
  readonly title: string
  /** What it means, what falls with it. */
  readonly children?: ReactNode
  readonly doLabel: string
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
  readonly fault?: DeskFault | undefined
  /** What the page calls the fields that a fault may name, by path. */
  readonly names?: Readonly<Record<string, string>>
  readonly isActing?: boolean
}

const Body = ({ children, doLabel, onConfirm, onCancel, fault, names, isActing }: Omit<Props, 'title'>) => {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <div className="confirm-reason">
      {children}
      <label>
        {t('ui.reason')} <span className="quiet">{t('ui.reason-needed')}</span>
        <Input.TextArea autoFocus rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <FaultNote fault={fault} {...(names === undefined ? {} : { names })} />
      <div className="confirm-acts">
        <ActButton onAct={onCancel} keyName="Escape">
          {t('ui.cancel')}
        </ActButton>
        <ActButton
          kind="no"
          keyName="Ctrl+Enter"
          isDisabled={reason.trim() === ''}
          isActing={isActing === true}
          onAct={() => onConfirm(reason.trim())}
        >
          {doLabel}
        </ActButton>
      </div>
    </div>
  )
}

/** Render it only while it is asked; it takes the focus and all keys. */
export const ConfirmReason = ({ title, ...rest }: Props) => (
  <MiddleSheet title={title} onClose={rest.onCancel}>
    <Body {...rest} />
  </MiddleSheet>
)
