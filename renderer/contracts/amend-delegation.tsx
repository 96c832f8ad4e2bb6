/** Amending a delegation from the side: what is typed narrows it, what is left empty stays as it is. */
import { Select } from 'antd'
import { useState } from 'react'
import { figures } from '../../shared/office/money.ts'
import {
  aggregatePeriods,
  contractTypes,
  type AggregatePeriod,
  type ContractType,
} from '../../shared/contracts/kinds.ts'
import { originalsOf } from '../../shared/contracts/originals.ts'
import type { Input } from '../shell/contract.ts'
import { useCommand } from '../shell/queries.ts'
import { KeyScope, useKeys } from '../shell/keys.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../ui/form.tsx'
import { CountInput, DateInput, MoneyInput, TextInput } from '../ui/inputs.tsx'
import type { DelegationAndMore } from './delegation-drawer.tsx'

type Props = { readonly found: DelegationAndMore; readonly onDone: () => void }

type Values = {
  from: string | undefined
  reason: string
  validTo: string | undefined
  limit: number | undefined
  aggregateLimit: number | undefined
  aggregatePeriod: AggregatePeriod
  longestMonths: number | undefined
  jointNeeded: number | undefined
  contractTypes: ContractType[]
  excludedTypes: ContractType[]
  excludedCounterparties: string[]
}

const blank = (today: string | undefined, types: readonly string[]): Values => ({
  from: today,
  reason: '',
  validTo: undefined,
  limit: undefined,
  aggregateLimit: undefined,
  aggregatePeriod: 'year',
  longestMonths: undefined,
  jointNeeded: undefined,
  contractTypes: [...types] as ContractType[],
  excludedTypes: [],
  excludedCounterparties: [],
})

const inputOf = ({ delegation, heads }: DelegationAndMore, values: Values): Input<'delegations.amend'> => {
  const { aggregateLimit, aggregatePeriod, contractTypes: left, ...rest } = values
  return {
    ...rest,
    id: delegation.id,
    basedOn: heads,
    aggregateLimit,
    aggregatePeriod: aggregateLimit === undefined ? undefined : (delegation.aggregatePeriod ?? aggregatePeriod),
    contractTypes: left.length === 0 ? undefined : left,
  }
}

const Body = ({ found, onDone }: Props) => {
  const { t } = useWords()
  const { office } = useSession()
  const { delegation } = found
  const [values, setValues] = useState<Values>(() => blank(office.today, delegation.contractTypes))
  const amend = useCommand('delegations.amend')
  const { fault } = amend
  useKeys({ Escape: onDone })
  const bind = <K extends keyof Values>(name: K) => ({
    value: values[name],
    onChange: (value: Values[K]) => setValues((before) => ({ ...before, [name]: value })),
  })
  const isReady = values.reason.trim() !== ''
  const submit = async () => {
    if (!isReady || amend.isActing) return
    const answer = await amend.act(inputOf(found, values))
    if (answer.ok) onDone()
  }
  const types = contractTypes.map((value) => ({ value, label: t(`contracts.type.${value}`) }))
  const left =
    delegation.contractTypes.length === 0
      ? types
      : types.filter(({ value }) => delegation.contractTypes.includes(value))
  const none = t('delegations.unlimited')
  // The sign stands before the field already.
  const money = (amount: number | undefined): string => (amount === undefined ? none : figures(amount))
  return (
    <EntryForm label={t('delegations.amend')} onSubmit={() => void submit()}>
      <p className="quiet">{t('delegations.amend.lead')}</p>
      <Fields>
        <Field span={8} label={t('delegations.amend.reason')} path="reason" fault={fault} isRequired>
          <TextInput {...bind('reason')} autoFocus testId="amend-reason" />
        </Field>
        <Field span={4} label={t('delegations.amend.from')} path="from" fault={fault} isRequired>
          <DateInput {...bind('from')} testId="amend-from" />
        </Field>
        <Field span={4} label={t('delegations.limit')} path="limit" fault={fault}>
          <MoneyInput
            {...bind('limit')}
            currency={delegation.currency}
            placeholder={money(delegation.limit)}
            testId="amend-limit"
          />
        </Field>
        <Field span={4} label={t('delegations.aggregateLimit')} path="aggregateLimit" fault={fault}>
          <MoneyInput
            {...bind('aggregateLimit')}
            currency={delegation.currency}
            placeholder={money(delegation.aggregateLimit)}
          />
        </Field>
        <Field span={4} label={t('delegations.aggregatePeriod')} path="aggregatePeriod" fault={fault}>
          <Select
            value={delegation.aggregatePeriod ?? values.aggregatePeriod}
            onChange={bind('aggregatePeriod').onChange}
            disabled={values.aggregateLimit === undefined || delegation.aggregatePeriod !== undefined}
            options={aggregatePeriods.map((value) => ({ value, label: t(`delegations.period.${value}`) }))}
          />
        </Field>
        <Field
          span={4}
          label={t('delegations.validTo')}
          path="validTo"
          fault={fault}
          hint={delegation.validTo ?? t('delegations.openEnded')}
        >
          <DateInput {...bind('validTo')} testId="amend-to" />
        </Field>
        <Field span={4} label={t('delegations.longestMonths')} path="longestMonths" fault={fault}>
          <CountInput {...bind('longestMonths')} placeholder={String(delegation.longestMonths ?? '')} />
        </Field>
        <Field span={4} label={t('delegations.jointNeeded')} path="jointNeeded" fault={fault}>
          <CountInput {...bind('jointNeeded')} placeholder={String(delegation.jointNeeded)} />
        </Field>
        <Field span={12} label={t('delegations.amend.types-left')} path="contractTypes" fault={fault}>
          <Select mode="multiple" {...bind('contractTypes')} placeholder={t('delegations.allTypes')} options={left} />
        </Field>
        <Field span={6} label={t('delegations.amend.add-excluded')} path="excludedTypes" fault={fault}>
          <Select mode="multiple" {...bind('excludedTypes')} options={types} />
        </Field>
        <Field span={6} label={t('delegations.amend.add-parties')} path="excludedCounterparties" fault={fault}>
          <Select mode="tags" open={false} suffixIcon={null} {...bind('excludedCounterparties')} />
        </Field>
      </Fields>
      {originalsOf(delegation).out > 0 && <p className="quiet">{t('delegations.amend.letters')}</p>}
      <FaultNote fault={fault} />
      <div className="form-acts">
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isDisabled={!isReady}
          isActing={amend.isActing}
          onAct={() => void submit()}
          testId="amend-do"
        >
          {t('delegations.amend')}
        </ActButton>
        <ActButton keyName="Escape" onAct={onDone}>
          {t('ui.cancel')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

export const AmendDelegation = (props: Props) => (
  <KeyScope>
    <Body {...props} />
  </KeyScope>
)
