/** The contract register: newest number first, by status; one contract opens from the side. */
import { Select } from 'antd'
import { useState } from 'react'
import {
  contractStatuses,
  contractTypes,
  type ContractStatus,
  type ContractType,
} from '../../shared/contracts/kinds.ts'
import type { RowOf } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useRows } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { CountInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { PersonPicker, type Chosen } from '../ui/record-picker.tsx'
import { amountText } from './amount-text.ts'
import { PrintRegister } from './print-register.tsx'
import { ContractDrawer } from './contract-drawer.tsx'
import './contracts.css'
import { ExportButton } from '../tables/export-button.tsx'

type Contract = RowOf<'contracts.list'>

const useColumns = (): readonly Column<Contract>[] => {
  const { t } = useWords()
  return [
    { key: 'number', title: t('contracts.number'), width: 'minmax(110px, 150px)', cell: (row) => row.number },
    { key: 'name', title: t('contracts.name'), width: 'minmax(110px, 2fr)', cell: (row) => row.name },
    { key: 'type', title: t('contracts.type'), width: '100px', cell: (row) => t(`contracts.type.${row.type}`) },
    {
      key: 'counterparty',
      title: t('contracts.counterparty'),
      width: 'minmax(90px, 1.6fr)',
      cell: (row) => row.counterparty,
    },
    {
      key: 'amount',
      title: t('contracts.amount'),
      width: 'minmax(125px, 140px)',
      align: 'right',
      cell: (row) => (row.uncapped ? t('contracts.uncapped-brief') : amountText(row.amount, row.currency)),
    },
    { key: 'signatory', title: t('contracts.signatory'), width: '76px', cell: (row) => row.signatory?.name },
    { key: 'endsOn', title: t('contracts.endsOn'), width: '105px', cell: (row) => row.endsOn },
    {
      key: 'status',
      title: t('contracts.status'),
      width: '128px',
      cell: (row) => (
        <span className={`contract-status is-${row.status}`}>
          {t(`contracts.status.${row.status}`)}
          {row.outsideReason !== undefined && ' !'}
        </span>
      ),
    },
  ]
}

export const ContractsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go, back } = usePlaces()
  const [status, setStatus] = useState<ContractStatus>()
  const [type, setType] = useState<ContractType>()
  const [counterparty, setCounterparty] = useState('')
  const [signatory, setSignatory] = useState<Chosen>()
  const [endsWithin, setEndsWithin] = useState<number>()
  const filter = {
    status,
    type,
    counterparty: counterparty.trim() === '' ? undefined : counterparty.trim(),
    signatory: signatory?.id,
    endsWithin,
  }
  const pages = useRows('contracts.list', { limit: 100, ...filter }, { subjects: ['contract'] })
  const columns = useColumns()
  const id = params['id']
  return (
    <Page
      title={t('contracts.contracts')}
      actions={
        <>
          <ExportButton
            list="contracts"
            filter={{ ...filter, endsWithin: endsWithin === undefined ? undefined : String(endsWithin) }}
          />
          <PrintRegister />
          {may('contracts.manage') && (
            <ActButton kind="primary" keyName="n" onAct={() => go('contracts.form')}>
              {t('contracts.add')}
            </ActButton>
          )}
        </>
      }
    >
      <div className="filter-bar">
        <Select
          allowClear
          className="page-filter is-narrow"
          value={status}
          onChange={setStatus}
          placeholder={t('contracts.any-status')}
          options={contractStatuses.map((value) => ({ value, label: t(`contracts.status.${value}`) }))}
        />
        <Select
          allowClear
          className="page-filter is-narrow"
          value={type}
          onChange={setType}
          placeholder={t('authority.any-type')}
          options={contractTypes.map((value) => ({ value, label: t(`contracts.type.${value}`) }))}
        />
        <span className="filter-text">
          <TextInput
            value={counterparty}
            onChange={setCounterparty}
            placeholder={t('contracts.any-counterparty')}
            testId="filter-counterparty"
          />
        </span>
        <PersonPicker
          value={signatory}
          onChange={setSignatory}
          placeholder={t('contracts.any-signatory')}
          label={t('contracts.any-signatory')}
          testId="filter-signatory"
        />
        <span className="filter-text is-short">
          <CountInput
            value={endsWithin}
            onChange={setEndsWithin}
            placeholder={t('contracts.ends-within')}
            testId="filter-ends"
          />
        </span>
      </div>
      <DataTable
        label={t('contracts.contracts')}
        isMain
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('contracts.list', { id: row.id })}
        isStruck={(row) => row.status === 'terminated'}
        empty={t('contracts.none')}
      />
      {id !== undefined && <ContractDrawer id={id} onClose={back} />}
    </Page>
  )
}
