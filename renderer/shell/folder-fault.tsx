/** The data folder does not open: says what, why and what to do, and tries again on request. */
import { Button } from 'antd'
import { useState } from 'react'
import type { DeskFault } from './call.ts'
import { faultTexts } from './fault-texts.ts'
import { useMachine } from './machine.tsx'
import { Card } from './card.tsx'
import { RecoveryEntry } from './recovery-entry.tsx'
import { useWords } from './words.tsx'

type Props = {
  readonly fault: DeskFault
  /** Asks again; resolves when the answer is there. */
  readonly onRetry: () => Promise<void>
}

/** Faults behind which the recovery key opens the office. */
const isAboutKey = (fault: DeskFault): boolean => fault.code === 'wrong-key' || fault.code === 'key-missing'

export const FolderFault = ({ fault, onRetry }: Props) => {
  const say = useWords()
  const { folder } = useMachine()
  const { what, why, todo } = faultTexts(say, fault)
  const [triedAt, setTriedAt] = useState<string>()
  const needsKey = isAboutKey(fault)
  const retry = async () => {
    setTriedAt(undefined)
    await onRetry()
    setTriedAt(new Date().toLocaleTimeString('sv'))
  }
  return (
    <Card label={what} isWide={needsKey}>
      <div role="alert" data-fault={fault.code}>
        <h1 className="is-no">{what}</h1>
        {why.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {todo !== undefined && <p>{todo}</p>}
        {todo?.includes(folder) !== true && (
          <p className="quiet">{say.t('ui.labelled', { label: say.t('engine.folder'), text: folder })}</p>
        )}
      </div>
      {needsKey && <RecoveryEntry onOpen={() => void onRetry()} />}
      <div className="form-acts">
        <Button type={needsKey ? 'default' : 'primary'} autoFocus={!needsKey} onClick={() => void retry()}>
          {say.t('ui.retry')}
        </Button>
        {triedAt !== undefined && (
          <span className="quiet" role="status" data-testid="tried-again">
            {say.t('threshold.tried-again', { time: triedAt })}
          </span>
        )}
      </div>
    </Card>
  )
}
