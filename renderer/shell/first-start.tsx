/** An empty data folder: found an office, look around in the example, or (later) join one. */
import { useState, type ReactNode } from 'react'
import { FaultNote } from '../ui/fault-note.tsx'
import { Progress } from '../ui/progress.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { call } from './call.ts'
import { Card } from './card.tsx'
import { FoundOffice } from './found-office.tsx'
import { useKeys } from './keys.tsx'
import { useCommand } from './queries.ts'
import { useWords } from './words.tsx'

/** Sits a visitor down at once as somebody who may seal: looking around should not begin with a door. */
const enterExample = async () => {
  const accounts = await call('people.accounts', {})
  if (!accounts.ok) return
  const { rows } = accounts.value
  const first = rows.find((row) => row.roles.includes('custodian')) ?? rows[0]
  if (first !== undefined) await call('people.signIn', { staffNo: first.staffNo, password: '' })
}

type ChoiceProps = {
  readonly title: string
  readonly keyName: string
  readonly children: ReactNode
  readonly onChoose?: () => void
  readonly note?: string
  readonly autoFocus?: boolean
  readonly testId: string
}

const Choice = ({ title, keyName, children, onChoose, note, autoFocus = false, testId }: ChoiceProps) => (
  <button
    type="button"
    className="plain choice"
    disabled={onChoose === undefined}
    onClick={onChoose}
    autoFocus={autoFocus}
    data-testid={testId}
  >
    <strong>
      {title} {note === undefined ? <KeyCap name={keyName} /> : <em>{note}</em>}
    </strong>
    <span>{children}</span>
  </button>
)

export const FirstStart = ({ onReady }: { onReady: () => void }) => {
  const { t } = useWords()
  const [isFounding, setIsFounding] = useState(false)
  const example = useCommand('office.example')
  const look = () => {
    if (!example.isActing) void example.act({}).then((answer) => (answer.ok ? enterExample().then(onReady) : undefined))
  }
  const found = () => setIsFounding(true)
  useKeys({ 1: found, 3: look }, { isActive: !isFounding && !example.isActing })
  if (isFounding) return <FoundOffice onReady={onReady} onBack={() => setIsFounding(false)} />
  return (
    <Card label={t('start.title')} isWide>
      <h1>{t('start.title')}</h1>
      <p className="lead">{t('start.lead')}</p>
      {example.isActing ? (
        <Progress command={example.command} title={t('start.making')} />
      ) : (
        <div className="choices">
          <Choice title={t('start.new')} keyName="1" onChoose={found} testId="start-new">
            {t('start.new.what')}
          </Choice>
          <Choice title={t('start.join')} keyName="2" note={t('start.join.not-yet')} testId="start-join">
            {t('start.join.what')}
          </Choice>
          <Choice title={t('start.look')} keyName="3" onChoose={look} autoFocus testId="start-look">
            {t('start.look.what')}
          </Choice>
        </div>
      )}
      <FaultNote fault={example.fault} onRetry={look} />
    </Card>
  )
}
