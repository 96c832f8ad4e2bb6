/** The originals of a delegation: how many were made, where they are, handing some out, noting how many came back. */
import { useState } from 'react'
import { originalsOf } from '../../shared/contracts/originals.ts'
import { useCommand } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../ui/form.tsx'
import { CountInput, TextInput } from '../ui/inputs.tsx'
import type { DelegationAndMore } from './delegation-drawer.tsx'

type Delegation = DelegationAndMore['delegation']
type FormProps = { readonly found: DelegationAndMore; readonly onDone: () => void }

/** In one line: `李娜 1（2026-01-05）；已收回 1 份；在外 0 份`. */
export const useOriginalsText = (): ((one: Delegation) => string) => {
  const { t, clauses } = useWords()
  return (one) => {
    const { made, out, back } = originalsOf(one)
    if (made === 0) return ''
    const given = one.handed?.map(({ to, count, on }) => t('delegations.out.with', { to, count, on })) ?? [
      t('delegations.out.delegate', { count: made }),
    ]
    const isOver = one.state === 'revoked' || one.state === 'ended'
    return clauses([
      ...given,
      ...(back > 0 ? [t('delegations.out.back', { count: back })] : []),
      ...(out === 0 ? [] : [t(isOver ? 'delegations.to-fetch' : 'delegations.out.left', { count: out })]),
    ])
  }
}

export const HandOriginals = ({ found: { delegation, heads }, onDone }: FormProps) => {
  const { t } = useWords()
  const [to, setTo] = useState(delegation.delegateName ?? '')
  const [count, setCount] = useState<number | undefined>(1)
  const hand = useCommand('delegations.handed')
  const submit = async () => {
    if (hand.isActing) return
    const answer = await hand.act({ id: delegation.id, basedOn: heads, to, count: count ?? 0 })
    if (answer.ok) onDone()
  }
  return (
    <EntryForm label={t('delegations.hand')} onSubmit={() => void submit()}>
      <Fields>
        <Field span={8} label={t('delegations.handed-to')} path="to" fault={hand.fault}>
          <TextInput value={to} onChange={setTo} autoFocus testId="originals-to" />
        </Field>
        <Field span={4} label={t('delegations.handed-count')} path="count" fault={hand.fault}>
          <CountInput value={count} onChange={setCount} testId="originals-count" />
        </Field>
      </Fields>
      <FaultNote fault={hand.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={hand.isActing} onAct={() => void submit()}>
          {t('delegations.hand')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

export const TakeBackOriginals = ({ found: { delegation, heads }, onDone }: FormProps) => {
  const { t } = useWords()
  const [count, setCount] = useState<number | undefined>(originalsOf(delegation).out)
  const back = useCommand('delegations.returned')
  const submit = async () => {
    if (back.isActing) return
    const answer = await back.act({ id: delegation.id, basedOn: heads, count })
    if (answer.ok) onDone()
  }
  return (
    <EntryForm label={t('delegations.returned')} onSubmit={() => void submit()}>
      <Fields>
        <Field span={4} label={t('delegations.returned-count')} path="count" fault={back.fault}>
          <CountInput value={count} onChange={setCount} autoFocus testId="originals-back" />
        </Field>
      </Fields>
      <FaultNote fault={back.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={back.isActing} onAct={() => void submit()}>
          {t('delegations.returned')}
        </ActButton>
      </div>
    </EntryForm>
  )
}
