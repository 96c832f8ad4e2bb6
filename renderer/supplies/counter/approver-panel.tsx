/** Above a band: why an approver is asked, who then confirms with the own password here, or gets it as a request. */
import { Input } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import type { Ground } from '../../../shared/supplies/items/policy.ts'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'

export type Confirming = { readonly staffNo: string; readonly password: string; readonly opinion: string }

type Props = {
  readonly grounds: readonly Ground[]
  readonly isActing: boolean
  readonly onConfirm: (confirming: Confirming) => void
  readonly onAsk: () => void
}

const groundText = ({ t }: Say, ground: Ground): string => {
  if (ground.why === 'over-quota')
    return ground.unit === 'CNY'
      ? t('supplies.ground.over-amount', {
          item: ground.item,
          over: moneyText(ground.over),
          quota: moneyText(ground.quota),
        })
      : t('supplies.ground.over-quota', ground)
  const values = { item: ground.item, amount: moneyText(ground.amount), from: moneyText(ground.from) }
  const text = t(`supplies.ground.${ground.why}`, values)
  return ground.post === undefined ? text : `${text} · ${t('supplies.ground.post', { post: ground.post })}`
}

export const ApproverPanel = ({ grounds, isActing, onConfirm, onAsk }: Props) => {
  const say = useWords()
  const { t } = say
  const [confirming, setConfirming] = useState<Confirming>({ staffNo: '', password: '', opinion: '' })
  const set = (changes: Partial<Confirming>) => setConfirming((before) => ({ ...before, ...changes }))
  return (
    <section
      className="approver-panel"
      aria-label={t('supplies.approval.title')}
      data-testid="approver-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        onConfirm(confirming)
      }}
    >
      <h3>{t('supplies.approval.title')}</h3>
      <ul>
        {grounds.map((ground) => (
          <li key={JSON.stringify(ground)}>{groundText(say, ground)}</li>
        ))}
      </ul>
      <Fields>
        <Field label={t('supplies.approval.staff-no')} span={3}>
          <TextInput
            value={confirming.staffNo}
            onChange={(staffNo) => set({ staffNo })}
            autoFocus
            testId="approver-staff-no"
          />
        </Field>
        <Field label={t('supplies.approval.password')} span={3}>
          <Input.Password
            value={confirming.password}
            onChange={(event) => set({ password: event.target.value })}
            autoComplete="off"
            visibilityToggle={false}
            data-testid="approver-password"
          />
        </Field>
        <Field label={t('supplies.request.opinion')} span={6}>
          <TextInput value={confirming.opinion} onChange={(opinion) => set({ opinion })} />
        </Field>
      </Fields>
      <div className="form-acts">
        <ActButton keyName="Alt+n" onAct={onAsk} testId="approval-ask">
          {t('supplies.approval.ask')}
        </ActButton>
        <ActButton kind="primary" keyName="Enter" onAct={() => onConfirm(confirming)} isActing={isActing}>
          {t('supplies.approval.do')}
        </ActButton>
      </div>
    </section>
  )
}
