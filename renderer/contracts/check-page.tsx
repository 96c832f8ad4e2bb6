/** F4: may this person sign that? The answer stands beside the question while it is typed; Ctrl+Enter records it. */
import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { authorityActions, contractTypes } from '../../shared/contracts/kinds.ts'
import { currencies } from '../../shared/office/money.ts'
import type { PageProps } from '../shell/registers.ts'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../ui/form.tsx'
import { DateInput, MoneyInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { PeoplePicker } from '../ui/people-picker.tsx'
import { usePrinting } from '../ui/printing.ts'
import { PersonPicker, RecordPicker, type Chosen } from '../ui/record-picker.tsx'
import { SuccessLine } from '../ui/success-line.tsx'
import { CheckAnswer } from './check-answer.tsx'
import { noQuestion, questionOf, usualType, type CheckValues } from './check-values.ts'
import './contracts.css'

/** What the box or another page hands in takes the place of what was typed before. */
const useGiven = ({ person, contract, name = '' }: PageProps['params'], form: FormState<CheckValues>): void => {
  const { set } = form
  const given = useRef(false)
  useEffect(() => {
    if (given.current) return
    given.current = true
    if (person !== undefined) set({ ...noQuestion, person: { id: person, name } })
    if (contract !== undefined) set({ ...noQuestion, contract: { id: contract, name } })
  })
}

const focus = (testId: string): void =>
  document.querySelector<HTMLElement>(`input[data-testid=${testId}], [data-testid=${testId}] input`)?.focus()

const Question = ({
  form,
  onPerson,
}: {
  form: FormState<CheckValues>
  onPerson: (person: Chosen | undefined) => void
}) => {
  const { t } = useWords()
  const { values, bind, set } = form
  // A registered contract is asked about in its own currency.
  const { contract } = values
  const known = useOperation('contracts.get', { id: contract?.id ?? '' }, { enabled: contract !== undefined })
  const currency = contract === undefined ? values.currency : (known.data?.contract.currency ?? values.currency)
  return (
    <Fields>
      <Field span={6} label={t('authority.person')} isRequired hint={t('authority.person-hint')}>
        <PersonPicker value={values.person} onChange={onPerson} autoFocus testId="check-person" />
      </Field>
      <Field span={3} label={t('contracts.amount')}>
        <MoneyInput {...bind('amount')} currency={currency} testId="check-amount" />
      </Field>
      <Field span={3} label={t('contracts.currency')}>
        <Select
          {...bind('currency')}
          value={currency}
          disabled={values.contract !== undefined}
          options={currencies.map((value) => ({ value, label: value }))}
          data-testid="check-currency"
        />
      </Field>
      <Field span={6} label={t('contracts.contract')} hint={t('authority.contract-hint')}>
        <RecordPicker
          types={['contract']}
          {...bind('contract')}
          placeholder={t('authority.contract-place')}
          testId="check-contract"
        />
      </Field>
      <Field span={6} label={t('contracts.counterparty')}>
        <TextInput {...bind('counterparty')} testId="check-counterparty" />
      </Field>
      <Field span={3} label={t('contracts.type')}>
        <Select
          allowClear
          value={values.contractType ?? (values.contract === undefined ? usualType : undefined)}
          onChange={(contractType) => set({ contractType })}
          placeholder={t('authority.type-of-contract')}
          options={contractTypes.map((value) => ({ value, label: t(`contracts.type.${value}`) }))}
          data-testid="check-type"
        />
      </Field>
      <Field span={3} label={t('delegations.actions')}>
        <Select
          {...bind('action')}
          options={authorityActions.map((value) => ({ value, label: t(`delegations.action.${value}`) }))}
        />
      </Field>
      <Field span={3} label={t('authority.asOf')}>
        <DateInput {...bind('asOf')} testId="check-as-of" />
      </Field>
      <Field span={3} label={t('contracts.endsOn')}>
        <DateInput {...bind('endsOn')} />
      </Field>
      <Field span={6} label={t('contracts.jointSignatories')}>
        <PeoplePicker {...bind('joint')} testId="check-joint" />
      </Field>
    </Fields>
  )
}

export const CheckPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const form = useForm<CheckValues>('contracts.check', noQuestion)
  useGiven(params, form)
  const record = useCommand('authority.record')
  const printing = usePrinting()
  const question = questionOf(form.values)

  const ask = (person: Chosen | undefined) => {
    record.clear()
    form.set({ person })
    // The amount is what is asked next; where a contract is named it is known.
    if (person !== undefined && form.values.contract === undefined) focus('check-amount')
  }
  const enter = async () => {
    if (question === undefined || record.isActing) return
    await record.act(question)
  }
  const next = () => {
    record.clear()
    form.clear()
    focus('check-person')
  }
  const done = record.value
  return (
    <Page title={t('authority.title')} about={t('authority.lead')} width="form">
      {done !== undefined && (
        <SuccessLine
          number={done.number}
          onPrint={
            may('documents.issue')
              ? () => void printing.print({ form: 'authority-check', subject: done.id })
              : undefined
          }
          isPrinting={printing.isPrinting}
          isPrinted={printing.isPrinted}
        >
          {t(`authority.result.${done.verdict.result}`)}
        </SuccessLine>
      )}
      <FaultNote fault={printing.fault} />
      <div className="check-columns">
        <EntryForm label={t('authority.title')} onSubmit={() => void enter()}>
          <Question form={form} onPerson={ask} />
          <FaultNote fault={record.fault} />
          <div className="form-acts">
            <ActButton
              kind="primary"
              keyName="Ctrl+Enter"
              onAct={() => void enter()}
              isDisabled={question === undefined}
              isActing={record.isActing}
              testId="check-record"
            >
              {t('authority.record')}
            </ActButton>
            <ActButton keyName="Alt+n" onAct={next}>
              {t('authority.next')}
            </ActButton>
          </div>
        </EntryForm>
        <CheckAnswer values={form.values} onPerson={ask} />
      </div>
    </Page>
  )
}
