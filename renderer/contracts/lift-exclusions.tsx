/** Lifting what a delegation excludes: from which day on, and why. */
import { useState } from 'react'
import { useCommand } from '../shell/queries.ts'
import { KeyScope, useKeys } from '../shell/keys.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../ui/form.tsx'
import { DateInput, TextInput } from '../ui/inputs.tsx'
import type { DelegationAndMore } from './delegation-drawer.tsx'

type Props = { readonly found: DelegationAndMore; readonly onDone: () => void }

const Body = ({ found: { delegation, heads }, onDone }: Props) => {
  const { t } = useWords()
  const { office } = useSession()
  const [on, setOn] = useState<string | undefined>(office.today)
  const [reason, setReason] = useState('')
  const lift = useCommand('delegations.liftExclusions')
  useKeys({ Escape: onDone })
  const isReady = reason.trim() !== ''
  const submit = async () => {
    if (!isReady || lift.isActing) return
    const answer = await lift.act({ id: delegation.id, basedOn: heads, on, reason })
    if (answer.ok) onDone()
  }
  return (
    <EntryForm label={t('delegations.lift')} onSubmit={() => void submit()}>
      <p className="quiet">{t('delegations.lift.lead')}</p>
      <Fields>
        <Field span={8} label={t('delegations.lift.reason')} path="reason" fault={lift.fault} isRequired>
          <TextInput value={reason} onChange={setReason} autoFocus testId="lift-reason" />
        </Field>
        <Field span={4} label={t('delegations.lift.on')} path="on" fault={lift.fault} isRequired>
          <DateInput value={on} onChange={setOn} />
        </Field>
      </Fields>
      <FaultNote fault={lift.fault} />
      <div className="form-acts">
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isDisabled={!isReady}
          isActing={lift.isActing}
          onAct={() => void submit()}
        >
          {t('delegations.lift')}
        </ActButton>
        <ActButton keyName="Escape" onAct={onDone}>
          {t('ui.cancel')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

export const LiftExclusions = (props: Props) => (
  <KeyScope>
    <Body {...props} />
  </KeyScope>
)
