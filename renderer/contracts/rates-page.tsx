/** Exchange rates by date: by which amounts in another currency are held against limits; entering one, withdrawing a wrong one. */
import { Select } from 'antd'
import { useState } from 'react'
import { currencies, type Currency } from '../../shared/office/money.ts'
import { rateText } from '../../shared/office/verdict-text.ts'
import type { RowOf } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useCommand, useRows } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { DateInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { SideSheet } from '../ui/side-sheet.tsx'
import { rateOf } from './contract-values.ts'

type Rate = RowOf<'rates.list'>
type Values = { currency: Currency; from: string | undefined; rate: string; source: string }

const foreign = currencies.filter((currency) => currency !== 'CNY')

const useColumns = (): readonly Column<Rate>[] => {
  const { t } = useWords()
  return [
    { key: 'from', title: t('rates.from'), width: '120px', cell: (row) => row.from },
    { key: 'currency', title: t('rates.currency'), width: '90px', cell: (row) => row.currency },
    { key: 'rate', title: t('rates.rate'), width: '130px', cell: (row) => rateText(row.rate) },
    { key: 'source', title: t('rates.source'), width: 'minmax(180px, 2fr)', cell: (row) => row.source },
    {
      key: 'withdrawnOn',
      title: t('rates.withdrawn'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => [row.withdrawnOn, row.withdrawnReason].filter(Boolean).join(' '),
    },
  ]
}

const Enter = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const { office } = useSession()
  const form = useForm<Values>('rates.enter', { currency: 'USD', from: office.today, rate: '', source: '' })
  const enter = useCommand('rates.enter')
  const { bind, values } = form
  const submit = async () => {
    if (enter.isActing) return
    const { currency, from = '', source } = values
    const answer = await enter.act({ currency, from, source, rate: rateOf(values.rate) ?? 0 })
    if (!answer.ok) return
    form.clear()
    onClose()
  }
  return (
    <EntryForm label={t('rates.enter')} onSubmit={() => void submit()}>
      <Fields>
        <Field span={4} label={t('rates.currency')} path="currency" fault={enter.fault}>
          <Select {...bind('currency')} options={foreign.map((value) => ({ value, label: value }))} />
        </Field>
        <Field span={8} label={t('rates.rate')} path="rate" fault={enter.fault}>
          <TextInput {...bind('rate')} autoFocus placeholder={t('contracts.rate-hint')} testId="rate-rate" />
        </Field>
        <Field span={12} label={t('rates.source')} path="source" fault={enter.fault}>
          <TextInput {...bind('source')} testId="rate-source" />
        </Field>
        <Field span={6} label={t('rates.from')} path="from" fault={enter.fault}>
          <DateInput {...bind('from')} />
        </Field>
      </Fields>
      <FaultNote fault={enter.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={enter.isActing} onAct={() => void submit()}>
          {t('rates.enter')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

const Withdraw = ({ rate, onDone }: { rate: Rate; onDone: () => void }) => {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const withdraw = useCommand('rates.withdraw')
  const submit = async () => {
    if (withdraw.isActing) return
    const answer = await withdraw.act({ id: rate.id, reason })
    if (answer.ok) onDone()
  }
  return (
    <EntryForm label={t('rates.withdraw')} onSubmit={() => void submit()}>
      <Fields>
        <Field span={12} label={t('rates.reason')} path="reason" fault={withdraw.fault}>
          <TextInput value={reason} onChange={setReason} autoFocus testId="rate-reason" />
        </Field>
      </Fields>
      <FaultNote fault={withdraw.fault} />
      <div className="form-acts">
        <ActButton kind="no" keyName="Ctrl+Enter" isActing={withdraw.isActing} onAct={() => void submit()}>
          {t('rates.withdraw')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

const RateDrawer = ({ rate, onClose }: { rate: Rate; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  const mayWithdraw = may('contracts.delegate') && rate.withdrawnOn === undefined && !isWithdrawing
  return (
    <RecordDrawer
      title={`${rate.currency} ${rate.from}`}
      subject={rate.id}
      onClose={onClose}
      actions={
        mayWithdraw && (
          <ActButton keyName="x" onAct={() => setIsWithdrawing(true)}>
            {t('rates.withdraw')}
          </ActButton>
        )
      }
    >
      {isWithdrawing && <Withdraw rate={rate} onDone={() => setIsWithdrawing(false)} />}
      <Facts
        facts={[
          [t('rates.currency'), rate.currency],
          [t('rates.from'), rate.from],
          [t('rates.rate'), rateText(rate.rate)],
          [t('rates.source'), rate.source],
          [t('rates.withdrawn'), rate.withdrawnOn],
          [t('rates.reason'), rate.withdrawnReason],
        ]}
      />
    </RecordDrawer>
  )
}

export const RatesPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go, back } = usePlaces()
  const [isEntering, setIsEntering] = useState(false)
  const pages = useRows('rates.list', { limit: 100 }, { subjects: ['exchange_rate'] })
  const columns = useColumns()
  const open = pages.rows.find(({ id }) => id === params['id'])
  return (
    <Page
      title={t('rates.title')}
      actions={
        may('contracts.delegate') && (
          <ActButton kind="primary" keyName="n" onAct={() => setIsEntering(true)}>
            {t('rates.enter')}
          </ActButton>
        )
      }
    >
      <DataTable
        label={t('rates.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('contracts.rates', { id: row.id })}
        isStruck={(row) => row.withdrawnOn !== undefined}
        empty={t('rates.none')}
      />
      {open !== undefined && <RateDrawer rate={open} onClose={back} />}
      {isEntering && (
        <SideSheet title={t('rates.enter')} onClose={() => setIsEntering(false)}>
          <Enter onClose={() => setIsEntering(false)} />
        </SideSheet>
      )}
    </Page>
  )
}
