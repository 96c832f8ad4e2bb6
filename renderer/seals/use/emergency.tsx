/** The emergency use: what it would set aside, why, and the second person who confirms with their own password. */
import { Input } from 'antd'
import { useState } from 'react'
import type { Input as InputOf, Output } from '../../shell/contract.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { faultOfStop } from '../life/light.tsx'

type Use = InputOf<'seals.use'>
export type Made = Output<'seals.use'>['uses']

type Props = {
  /** The use as the page asks for it; absent where there is neither request nor contract. */
  readonly use: Use | undefined
  readonly seal: Chosen | undefined
  readonly stops: Output<'seals.verdict'>['stops']
  readonly onMade: (uses: Made, title: string) => void
  readonly onClose: () => void
}

/** A use without any ground: which seal on what. */
const bare = (seal: Chosen | undefined, title: string, copies: number | undefined): Use => ({
  stamps: seal === undefined ? [] : [{ seal: seal.id }],
  document: { title },
  category: 'other',
  copies: copies ?? 1,
})

export const EmergencySheet = ({ use, seal, stops, onMade, onClose }: Props) => {
  const { t } = useWords()
  const emergency = useCommand('seals.useEmergency')
  const [reason, setReason] = useState('')
  const [staffNo, setStaffNo] = useState('')
  const [password, setPassword] = useState('')
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState(seal)
  const [copies, setCopies] = useState<number>()
  const { fault } = emergency
  const send = async () => {
    if (emergency.isActing) return
    const asked = use ?? bare(chosen, title, copies)
    const answer = await emergency.act({ ...asked, reason, second: { staffNo, password } })
    if (answer.ok) onMade(answer.value.uses, asked.document?.title ?? title)
  }
  return (
    <MiddleSheet title={t('seals.emergency.title')} onClose={onClose} width={640}>
      <div className="emergency-stops">
        <p>{t('seals.emergency.what')}</p>
        {use === undefined && <strong>{t('seals.emergency.no-ground')}</strong>}
        {stops.map((stop) => (
          <FaultNote key={JSON.stringify(stop)} fault={faultOfStop(stop)} />
        ))}
      </div>
      <EntryForm label={t('seals.emergency.title')} onSubmit={() => void send()}>
        {use === undefined && (
          <Fields>
            <Field span={12} label={t('seals.use.document')} path="document.title" fault={fault}>
              <TextInput value={title} onChange={setTitle} autoFocus testId="emergency-title" />
            </Field>
            <Field span={8} label={t('seals.use.seal')} path="stamps" fault={fault}>
              <RecordPicker types={['seal']} value={chosen} onChange={setChosen} testId="emergency-seal" />
            </Field>
            <Field span={4} label={t('seals.use.copies')} path="copies" fault={fault}>
              <CountInput value={copies} onChange={setCopies} placeholder="1" />
            </Field>
          </Fields>
        )}
        <Fields>
          <Field span={12} label={t('ui.reason')} path="reason" fault={fault}>
            <TextInput value={reason} onChange={setReason} autoFocus={use !== undefined} testId="emergency-reason" />
          </Field>
          <Field span={6} label={t('seals.emergency.second')} path="second.staffNo" fault={fault}>
            <TextInput value={staffNo} onChange={setStaffNo} testId="emergency-staff-no" />
          </Field>
          <Field span={6} label={t('seals.emergency.password')}>
            <Input.Password
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="off"
              visibilityToggle={false}
              data-testid="emergency-password"
            />
          </Field>
        </Fields>
        <FaultNote fault={fault} names={{ stamps: t('seals.use.seal'), 'document.title': t('seals.use.document') }} />
        <div className="form-acts">
          <ActButton
            kind="no"
            keyName="Ctrl+Enter"
            isActing={emergency.isActing}
            onAct={() => void send()}
            testId="emergency-do"
          >
            {t('seals.emergency.do')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}
