/** Registering a contract, or changing what the register says of one. */
import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { contractTypes, directions } from '../../shared/contracts/kinds.ts'
import { currencies } from '../../shared/office/money.ts'
import type { DeskFault } from '../shell/call.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import type { WordKey } from '../../shared/api/words.ts'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../ui/form.tsx'
import { CountInput, DateInput, MoneyInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { PersonPicker, RecordPicker } from '../ui/record-picker.tsx'
import type { ContractAndMore } from './contract-drawer.tsx'
import { inputOf, noContract, valuesOf, type ContractValues } from './contract-values.ts'
import { capitalsOf } from './contract-more.tsx'
import './contracts.css'

type Form = FormState<ContractValues>
type Name = Extract<keyof ContractValues, string>
type PartProps = { readonly form: Form; readonly fault: DeskFault | undefined }
type Span = 2 | 3 | 4 | 6 | 8 | 9 | 12

const required: ReadonlySet<string> = new Set(['number', 'name', 'type', 'direction', 'counterparty', 'currency'])

/** A field of the form under the contract's own word, with the problem found in it. */
const Part = ({
  name,
  span,
  fault,
  hint,
  children,
}: {
  name: Name
  span: Span
  fault: DeskFault | undefined
  hint?: ReactNode
  children: ReactNode
}) => {
  const { t } = useWords()
  return (
    <Field
      span={span}
      label={t(`contracts.${name}` as WordKey)}
      path={name}
      fault={fault}
      hint={hint}
      isRequired={required.has(name)}
    >
      {children}
    </Field>
  )
}

const Who = ({ form, fault }: PartProps) => {
  const { t } = useWords()
  const { bind } = form
  return (
    <Fields>
      <Part name="number" span={3} fault={fault}>
        <TextInput {...bind('number')} autoFocus testId="contract-number" />
      </Part>
      <Part name="name" span={6} fault={fault}>
        <TextInput {...bind('name')} testId="contract-name" />
      </Part>
      <Part name="type" span={3} fault={fault}>
        <Select
          {...bind('type')}
          options={contractTypes.map((value) => ({ value, label: t(`contracts.type.${value}`) }))}
        />
      </Part>
      <Part name="counterparty" span={6} fault={fault}>
        <TextInput {...bind('counterparty')} testId="contract-counterparty" />
      </Part>
      <Part name="creditCode" span={3} fault={fault}>
        <TextInput {...bind('creditCode')} />
      </Part>
      <Part name="direction" span={3} fault={fault}>
        <Select
          {...bind('direction')}
          options={directions.map((value) => ({ value, label: t(`contracts.direction.${value}`) }))}
        />
      </Part>
      <Part name="subject" span={12} fault={fault}>
        <TextInput {...bind('subject')} placeholder={t('contracts.subject-hint')} />
      </Part>
    </Fields>
  )
}

const HowMuch = ({ form, fault }: PartProps) => {
  const { t } = useWords()
  const { bind, values, set } = form
  const box = (name: 'uncapped' | 'inBudget' | 'ownTemplate' | 'autoRenew') => (
    <Checkbox checked={values[name]} onChange={(event) => set({ [name]: event.target.checked })}>
      {t(`contracts.${name}`)}
    </Checkbox>
  )
  return (
    <Fields>
      <Part name="amount" span={4} fault={fault} hint={capitalsOf(values.amount, values.currency)}>
        <MoneyInput
          {...bind('amount')}
          currency={values.currency}
          isDisabled={values.uncapped}
          testId="contract-amount"
        />
      </Part>
      <Part name="currency" span={2} fault={fault}>
        <Select {...bind('currency')} options={currencies.map((value) => ({ value, label: value }))} />
      </Part>
      <Part name="rate" span={3} fault={fault}>
        <TextInput {...bind('rate')} isDisabled={values.currency === 'CNY'} placeholder={t('contracts.rate-hint')} />
      </Part>
      <Part name="copies" span={3} fault={fault}>
        <CountInput {...bind('copies')} />
      </Part>
      <Part name="startsOn" span={4} fault={fault}>
        <DateInput {...bind('startsOn')} />
      </Part>
      <Part name="endsOn" span={4} fault={fault}>
        <DateInput {...bind('endsOn')} />
      </Part>
      <Part name="noticeOn" span={4} fault={fault}>
        <DateInput {...bind('noticeOn')} isDisabled={!values.autoRenew} />
      </Part>
      <div className="field span-12 boxes">
        {box('uncapped')}
        {box('inBudget')}
        {box('ownTemplate')}
        {box('autoRenew')}
      </div>
    </Fields>
  )
}

const Where = ({ form, fault }: PartProps) => {
  const { t } = useWords()
  const { bind } = form
  return (
    <Fields>
      <Part name="department" span={4} fault={fault}>
        <TextInput {...bind('department')} />
      </Part>
      <Part name="handler" span={4} fault={fault}>
        <PersonPicker {...bind('handler')} />
      </Part>
      <Part name="custodian" span={4} fault={fault}>
        <PersonPicker {...bind('custodian')} />
      </Part>
      <Part name="parent" span={4} fault={fault}>
        <RecordPicker types={['contract']} {...bind('parent')} placeholder={t('authority.contract-place')} />
      </Part>
      <Part name="archiveNumber" span={2} fault={fault}>
        <TextInput {...bind('archiveNumber')} />
      </Part>
      <Part name="originalNumber" span={2} fault={fault}>
        <TextInput {...bind('originalNumber')} />
      </Part>
      <Part name="remarks" span={4} fault={fault}>
        <TextInput {...bind('remarks')} />
      </Part>
    </Fields>
  )
}

const Body = ({ found }: { found: ContractAndMore | undefined }) => {
  const { t } = useWords()
  const { replace, back } = usePlaces()
  const id = found?.contract.id
  const form = useForm<ContractValues>(`contracts.${id ?? 'new'}`, found === undefined ? noContract : valuesOf(found))
  const add = useCommand('contracts.add')
  const change = useCommand('contracts.change')
  const acting = id === undefined ? add : change
  const submit = async () => {
    if (acting.isActing) return
    const input = inputOf(form.values)
    const answer = id === undefined ? await add.act(input) : await change.act({ ...input, id, basedOn: found?.heads })
    if (!answer.ok) return
    form.clear()
    if (id === undefined) replace('contracts.list', { id: answer.value.id })
    else back()
  }
  const title = t(id === undefined ? 'contracts.add' : 'contracts.change')
  return (
    <Page title={title} about={found?.contract.number} width="form">
      <EntryForm label={title} onSubmit={() => void submit()}>
        <Who form={form} fault={acting.fault} />
        <HowMuch form={form} fault={acting.fault} />
        <Where form={form} fault={acting.fault} />
        <FaultNote fault={acting.fault} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={acting.isActing}
            onAct={() => void submit()}
            testId="contract-do"
          >
            {title}
          </ActButton>
        </div>
      </EntryForm>
    </Page>
  )
}

/** `params.id` names the contract to change; without it a new one is registered. */
export const ContractForm = ({ params }: PageProps) => {
  const { t } = useWords()
  const id = params['id']
  const { data, fault, again } = useOperation('contracts.get', { id: id ?? '' }, { enabled: id !== undefined })
  if (id === undefined) return <Body found={undefined} />
  if (data === undefined)
    return (
      <Page title={t('contracts.change')}>
        <FaultNote fault={fault} onRetry={again} />
      </Page>
    )
  return <Body key={id} found={data} />
}
