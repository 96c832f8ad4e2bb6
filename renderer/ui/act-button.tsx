/** A button that shows its key and can be pressed with it. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useKeys } from '../shell/keys.tsx'
import { KeyCap } from './key-cap.tsx'

type Props = {
  readonly onAct: () => void
  readonly children: ReactNode
  /** `Ctrl+Enter`, `F2`, `n`; plain letters act only while no field has the focus. */
  readonly keyName?: string
  readonly kind?: 'primary' | 'plain' | 'no'
  readonly isActing?: boolean
  readonly isDisabled?: boolean
  readonly testId?: string
}

export const ActButton = ({ onAct, children, keyName, kind = 'plain', isActing, isDisabled, testId }: Props) => {
  useKeys(keyName === undefined ? {} : { [keyName]: onAct }, { isActive: isDisabled !== true && isActing !== true })
  return (
    <Button
      onClick={onAct}
      type={kind === 'primary' ? 'primary' : 'default'}
      danger={kind === 'no'}
      loading={isActing === true}
      disabled={isDisabled === true}
      data-testid={testId}
    >
      <span className="act-label">
        {children}
        {keyName !== undefined && <KeyCap name={keyName} />}
      </span>
    </Button>
  )
}
