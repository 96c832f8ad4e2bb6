/** Whose word an act on a seal asks for: given and when, or still missing; one's own with one key, another's by password. */
import { Input } from 'antd'
import { useState } from 'react'
import { confirmationOf, type Confirmation, type Part } from '../../../shared/seals/requests/confirming.ts'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'

type Asked = { readonly type: 'seal_life_act' | 'seal_handover' | 'seal_outing'; readonly id: string }

/** The password is theirs: it is typed by them, on whosever screen this is. */
const HereSheet = ({ asked, name, onDone }: { asked: Asked; name: string; onDone: () => void }) => {
  const { t } = useWords()
  const confirming = useCommand('seals.confirmHere')
  const [staffNo, setStaffNo] = useState('')
  const [password, setPassword] = useState('')
  const send = async () => {
    if (confirming.isActing) return
    const answer = await confirming.act({ ...asked, staffNo, password })
    if (answer.ok) onDone()
  }
  const title = t('seals.confirm.here-title', { name })
  return (
    <MiddleSheet title={title} onClose={onDone}>
      <EntryForm label={title} onSubmit={() => void send()}>
        <Fields>
          <Field span={6} label={t('seals.confirm.staff-no')} path="staffNo" fault={confirming.fault}>
            <TextInput value={staffNo} onChange={setStaffNo} autoFocus testId="confirm-staff-no" />
          </Field>
          <Field span={6} label={t('seals.confirm.password')}>
            <Input.Password
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="off"
              visibilityToggle={false}
              data-testid="confirm-password"
            />
          </Field>
        </Fields>
        <FaultNote fault={confirming.fault} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={confirming.isActing}
            onAct={() => void send()}
            testId="confirm-do"
          >
            {t('seals.confirm.here')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}

const Given = ({ given }: { given: Confirmation | undefined }) => {
  const { t } = useWords()
  if (!given) return <span className="seal-state">{t('seals.confirm.missing')}</span>
  return (
    <span className="quiet">
      ✓{' '}
      {t(given.how === 'own' ? 'seals.confirm.given-own' : 'seals.confirm.given-here', {
        at: given.at,
        desk: given.desk,
      })}
    </span>
  )
}

type Props = Asked & {
  readonly parts: readonly Part[]
  readonly record: { asksConfirmation?: boolean | undefined; confirmations?: Confirmation[] | undefined }
}

export const ConfirmParts = ({ type, id, parts, record }: Props) => {
  const { t } = useWords()
  const { me } = useSession()
  const own = useCommand('seals.confirm')
  const [here, setHere] = useState<string>()
  if (record.asksConfirmation !== true) return null
  return (
    <section className="confirm-parts" data-testid="confirm-parts">
      <h3>{t('seals.confirm.title')}</h3>
      {parts.map((part, index) => {
        const given = confirmationOf(record.confirmations, part)
        const isMine = part.person.id === me.person.id
        return (
          <div key={`${part.part}${part.person.id}`} className="confirm-part" data-given={given !== undefined}>
            <span>
              {t(`seals.part.${part.part}`)} {part.person.name}
            </span>{' '}
            <Given given={given} />{' '}
            {given === undefined && isMine && (
              <ActButton
                kind="primary"
                keyName="y"
                isActing={own.isActing}
                onAct={() => void own.act({ type, id })}
                testId="confirm-own"
              >
                {t('seals.confirm.own')}
              </ActButton>
            )}
            {given === undefined && !isMine && (
              <ActButton
                keyName={`${index + 1}`}
                onAct={() => setHere(part.person.name)}
                testId={`confirm-here-${part.person.name}`}
              >
                {t('seals.confirm.here')}
              </ActButton>
            )}
          </div>
        )
      })}
      <FaultNote fault={own.fault} />
      {here !== undefined && <HereSheet asked={{ type, id }} name={here} onDone={() => setHere(undefined)} />}
    </section>
  )
}
