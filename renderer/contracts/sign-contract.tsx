/** Entering a signature: who signed and when; the light stands beside it, and outside authority it wants a reason. */
import { useState } from 'react'
import { useCommand, useOperation } from '../shell/queries.ts'
import { KeyScope, useKeys } from '../shell/keys.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../ui/form.tsx'
import { DateInput, TextInput } from '../ui/inputs.tsx'
import { PeoplePicker } from '../ui/people-picker.tsx'
import { PersonPicker, type Chosen } from '../ui/record-picker.tsx'
import { VerdictLight } from '../ui/verdict-light.tsx'
import type { ContractAndMore } from './contract-drawer.tsx'

type Props = { readonly found: ContractAndMore; readonly onDone: () => void }

const Body = ({ found, onDone }: Props) => {
  const { t } = useWords()
  const { office } = useSession()
  const { contract, heads } = found
  const [signatory, setSignatory] = useState<Chosen>()
  const [joint, setJoint] = useState<readonly Chosen[]>([])
  const [signedOn, setSignedOn] = useState<string | undefined>(office.today)
  const [reason, setReason] = useState('')
  const move = useCommand('contracts.move')
  const jointIds = joint.map(({ id }) => id)
  const check = useOperation(
    'authority.check',
    { person: signatory?.id ?? '', contract: contract.id, asOf: signedOn, joint: jointIds },
    { enabled: signatory !== undefined, keep: true },
  )
  const verdict = signatory === undefined ? undefined : check.data?.verdict
  const isOutside = verdict !== undefined && verdict.result !== 'permitted'
  const isReady = signatory !== undefined && (!isOutside || reason.trim() !== '')
  useKeys({ Escape: onDone })
  const sign = async () => {
    if (!isReady || move.isActing) return
    const answer = await move.act({
      id: contract.id,
      to: 'signed',
      basedOn: heads,
      signatory: signatory.id,
      joint: jointIds,
      signedOn,
      reason: reason.trim() === '' ? undefined : reason.trim(),
    })
    if (answer.ok) onDone()
  }
  return (
    <EntryForm label={t('contracts.move.signed')} onSubmit={() => void sign()}>
      <Fields>
        <Field span={6} label={t('contracts.signatory')} path="signatory" fault={move.fault} isRequired>
          <PersonPicker value={signatory} onChange={setSignatory} autoFocus testId="sign-signatory" />
        </Field>
        <Field span={6} label={t('contracts.signedOn')} path="signedOn" fault={move.fault} isRequired>
          <DateInput value={signedOn} onChange={setSignedOn} />
        </Field>
        <Field span={6} label={t('contracts.jointSignatories')}>
          <PeoplePicker value={joint} onChange={setJoint} testId="sign-joint" />
        </Field>
        {isOutside && (
          <Field span={6} label={t('contracts.outsideReason')} hint={t('ui.reason-needed')} isRequired>
            <TextInput value={reason} onChange={setReason} testId="sign-reason" />
          </Field>
        )}
      </Fields>
      {verdict !== undefined && <VerdictLight verdict={verdict} />}
      <FaultNote fault={move.fault ?? check.fault} />
      <div className="form-acts">
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isDisabled={!isReady}
          isActing={move.isActing}
          onAct={() => void sign()}
          testId="sign-do"
        >
          {t('contracts.move.signed')}
        </ActButton>
        <ActButton keyName="Escape" onAct={onDone}>
          {t('ui.cancel')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

export const SignContract = (props: Props) => (
  <KeyScope>
    <Body {...props} />
  </KeyScope>
)
