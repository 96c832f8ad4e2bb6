/** Who may do this? A matter is told, and the people stand in a table, those nearest to the amount first. */
import { Select } from 'antd'
import { authorityActions, contractTypes } from '../../shared/contracts/kinds.ts'
import { currencies } from '../../shared/office/money.ts'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../ui/form.tsx'
import { DateInput, MoneyInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { VerdictMark } from '../ui/verdict-light.tsx'
import { amountText } from './amount-text.ts'
import { matterOf, noQuestion, usualType, type CheckValues } from './check-values.ts'
import { wholePages } from './whole-pages.ts'
import './contracts.css'

type Answer = Output<'authority.whoMay'>
type Row = Answer['people'][number]

const useColumns = (): readonly Column<Row>[] => {
  const { t, list } = useWords()
  return [
    { key: 'name', title: t('whoMay.person'), width: '120px', cell: (row) => row.person.name },
    { key: 'post', title: t('delegations.post'), width: 'minmax(110px, 1fr)', cell: (row) => row.post },
    { key: 'result', title: t('authority.result'), width: '110px', cell: (row) => <VerdictMark result={row.result} /> },
    {
      key: 'joint',
      title: t('whoMay.needs'),
      width: 'minmax(150px, 1.6fr)',
      cell: ({ joint }) =>
        joint === undefined
          ? t('whoMay.alone')
          : t(joint.of.length === 0 ? 'whoMay.joint-any' : 'whoMay.joint', {
              missing: joint.missing,
              of: list(joint.of.map(({ name }) => name)),
            }),
    },
    {
      key: 'limit',
      title: t('delegations.limit'),
      width: '150px',
      align: 'right',
      cell: ({ limit }) =>
        limit === undefined ? t('delegations.unlimited') : amountText(limit.amount, limit.currency),
    },
    { key: 'number', title: t('delegations.number'), width: '150px', cell: (row) => row.number },
    {
      key: 'validTo',
      title: t('delegations.validTo'),
      width: '105px',
      cell: (row) => row.validTo ?? t('delegations.openEnded'),
    },
  ]
}

const Matter = ({ form }: { form: FormState<CheckValues> }) => {
  const { t } = useWords()
  const { values, bind, set } = form
  return (
    <EntryForm label={t('whoMay.title')} onSubmit={() => undefined}>
      <Fields>
        <Field span={3} label={t('contracts.amount')}>
          <MoneyInput {...bind('amount')} currency={values.currency} autoFocus testId="who-amount" />
        </Field>
        <Field span={2} label={t('contracts.currency')}>
          <Select {...bind('currency')} options={currencies.map((value) => ({ value, label: value }))} />
        </Field>
        <Field span={3} label={t('contracts.type')}>
          <Select
            value={values.contractType ?? usualType}
            onChange={(contractType) => set({ contractType })}
            options={contractTypes.map((value) => ({ value, label: t(`contracts.type.${value}`) }))}
          />
        </Field>
        <Field span={2} label={t('delegations.actions')}>
          <Select
            {...bind('action')}
            options={authorityActions.map((value) => ({ value, label: t(`delegations.action.${value}`) }))}
          />
        </Field>
        <Field span={2} label={t('authority.asOf')}>
          <DateInput {...bind('asOf')} testId="who-as-of" />
        </Field>
        <Field span={8} label={t('contracts.counterparty')}>
          <TextInput {...bind('counterparty')} testId="who-counterparty" />
        </Field>
        <Field span={4} label={t('contracts.endsOn')}>
          <DateInput {...bind('endsOn')} />
        </Field>
      </Fields>
    </EntryForm>
  )
}

const Open = ({ open }: { open: Answer['open'] }) => {
  const { t, tOf } = useWords()
  if (open.length === 0) return null
  return (
    <section className="panel who-may-open" tabIndex={0} aria-label={t('authority.open')}>
      <h3 className="section-title">{t('authority.open')}</h3>
      <ul className="plain-rows">
        {open.map(({ person, reason }) => (
          <li key={person.id}>
            {person.name} <span className="quiet">{tOf(reason.key, reason.values)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const WhoMayPage = () => {
  const { t } = useWords()
  const { go } = usePlaces()
  const form = useForm<CheckValues>('contracts.whoMay', noQuestion)
  const answer = useOperation(
    'authority.whoMay',
    { ...matterOf(form.values), limit: 100 },
    { subjects: ['delegation', 'contract', 'person', 'interest'], keep: true },
  )
  const columns = useColumns()
  const { data } = answer
  return (
    <Page title={t('whoMay.title')} about={t('whoMay.lead')}>
      <Matter form={form} />
      <FaultNote fault={answer.fault} />
      <DataTable
        label={t('whoMay.title')}
        columns={columns}
        pages={wholePages(data?.people ?? [], answer)}
        rowKey={(row) => row.person.id}
        onOpen={(row) => go('contracts.check', { person: row.person.id, name: row.person.name })}
        empty={t('whoMay.none')}
        autoFocus={false}
      />
      {data !== undefined && <Open open={data.open} />}
      {data?.isCut === true && <p className="quiet">{t('authority.cut')}</p>}
    </Page>
  )
}
