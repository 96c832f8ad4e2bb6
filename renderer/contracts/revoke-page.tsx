/** Revoking a delegation: what falls with it stands beside the date and the reason; Enter in the last field revokes. */
import { Checkbox } from 'antd'
import type { PageProps } from '../shell/registers.ts'
import { useCommand, useOperation } from '../shell/queries.ts'
import { usePlaces } from '../shell/places.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { DateInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { Falling } from './falling.tsx'
import './contracts.css'

type Values = { on: string | undefined; reason: string; liftsExclusions: boolean }

export const RevokePage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { office } = useSession()
  const { replace, back } = usePlaces()
  const { id = '' } = params
  const form = useForm<Values>(`contracts.revoke.${id}`, {
    on: office.today,
    reason: '',
    liftsExclusions: false,
  })
  const { on, reason, liftsExclusions } = form.values
  const found = useOperation('delegations.get', { id })
  const falls = useOperation('delegations.previewRevoke', { id, on }, { keep: true })
  const revoke = useCommand('delegations.revoke')
  const isReady = reason.trim() !== '' && on !== undefined && falls.data !== undefined
  const submit = async () => {
    if (!isReady || revoke.isActing) return
    const answer = await revoke.act({ id, on, reason: reason.trim(), liftsExclusions, basedOn: found.data?.heads })
    if (!answer.ok) return
    form.clear()
    replace('contracts.revocations', { id })
  }
  const one = found.data?.delegation
  const hasExclusions = one !== undefined && one.excludedTypes.length + one.excludedCounterparties.length > 0
  const who = one && [one.number, one.delegateName ?? one.post].filter(Boolean).join(' · ')
  return (
    <Page title={t('revocations.revoke')} about={who ?? t('revocations.lead')} width="form">
      <div className="check-columns">
        <EntryForm label={t('revocations.revoke')} onSubmit={() => void submit()}>
          <p className="quiet">{t('revocations.lead')}</p>
          <Fields>
            <Field
              span={12}
              label={t('revocations.on')}
              hint={t('revocations.on-hint')}
              path="on"
              fault={revoke.fault}
              isRequired
            >
              <DateInput {...form.bind('on')} testId="revoke-on" />
            </Field>
            <Field span={12} label={t('revocations.reason')} path="reason" fault={revoke.fault} isRequired>
              <TextInput {...form.bind('reason')} autoFocus testId="revoke-reason" />
            </Field>
            {hasExclusions && (
              <Field span={12} label={t('delegations.liftsExclusions')} hint={t('delegations.lifts-hint')}>
                <Checkbox
                  checked={liftsExclusions}
                  onChange={(event) => form.set({ liftsExclusions: event.target.checked })}
                  data-testid="revoke-lifts"
                />
              </Field>
            )}
          </Fields>
          <FaultNote fault={revoke.fault ?? found.fault} />
          <div className="form-acts">
            <ActButton
              kind="no"
              keyName="Ctrl+Enter"
              isDisabled={!isReady}
              isActing={revoke.isActing}
              onAct={() => void submit()}
              testId="revoke-do"
            >
              {t('revocations.do')}
            </ActButton>
            <ActButton keyName="Escape" onAct={back}>
              {t('ui.cancel')}
            </ActButton>
          </div>
        </EntryForm>
        <aside className="panel check-answer" aria-label={t('revocations.falls')} data-testid="falls">
          <FaultNote fault={falls.fault} />
          {falls.data !== undefined && <Falling falls={falls.data} />}
        </aside>
      </div>
    </Page>
  )
}
