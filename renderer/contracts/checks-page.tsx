/** The recorded authority checks, newest first; each opens as it was answered at that moment. */
import type { RowOf } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useOperation, useRows } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Page } from '../ui/page.tsx'
import { usePrinting } from '../ui/printing.ts'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { VerdictLight, VerdictMark } from '../ui/verdict-light.tsx'
import { amountText } from './amount-text.ts'
import { knownType } from './known-type.ts'
import './contracts.css'
import { ExportButton } from '../tables/export-button.tsx'

type Check = RowOf<'authority.checks'>

const useColumns = (): readonly Column<Check>[] => {
  const { t } = useWords()
  return [
    { key: 'number', title: t('authority.number'), width: '150px', cell: (row) => row.number },
    {
      key: 'result',
      title: t('authority.result'),
      width: '110px',
      cell: (row) => <VerdictMark result={row.verdict.result} />,
    },
    { key: 'person', title: t('authority.person'), width: '110px', cell: (row) => row.person.name },
    {
      key: 'type',
      title: t('contracts.type'),
      width: '100px',
      cell: (row) => t(`contracts.type.${knownType(row.asked.type)}`),
    },
    {
      key: 'matter',
      title: t('authority.asked'),
      width: 'minmax(160px, 2fr)',
      cell: (row) => [row.asked.number, row.asked.name, row.asked.counterparty].filter(Boolean).join(' · '),
    },
    {
      key: 'amount',
      title: t('contracts.amount'),
      width: '150px',
      align: 'right',
      cell: (row) => amountText(row.asked.amount, row.asked.currency),
    },
    { key: 'asOf', title: t('authority.asOf'), width: '105px', cell: (row) => row.asOf },
    { key: 'clerk', title: t('authority.clerk'), width: '90px', cell: (row) => row.clerk.name },
  ]
}

const CheckDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t, list } = useWords()
  const { may } = useSession()
  const printing = usePrinting()
  const { data, fault, again } = useOperation('authority.recorded', { id }, { subjects: ['authority_check'] })
  const check = data?.check
  return (
    <RecordDrawer
      title={check?.number ?? t('ui.loading')}
      subject={id}
      onClose={onClose}
      actions={
        may('documents.issue') && (
          <ActButton
            keyName="Ctrl+p"
            isActing={printing.isPrinting}
            onAct={() => void printing.print({ form: 'authority-check', subject: id })}
          >
            {t('ui.print')}
          </ActButton>
        )
      }
    >
      <FaultNote fault={fault ?? printing.fault} onRetry={again} />
      {check !== undefined && (
        <>
          <VerdictLight verdict={check.verdict} />
          <Facts
            facts={[
              [t('delegations.actions'), t(`delegations.action.${check.action}`)],
              [t('contracts.type'), t(`contracts.type.${knownType(check.asked.type)}`)],
              [t('contracts.number'), check.asked.number],
              [t('contracts.name'), check.asked.name],
              [t('contracts.counterparty'), check.asked.counterparty],
              [t('contracts.amount'), amountText(check.asked.amount, check.asked.currency)],
              [t('contracts.jointSignatories'), list(check.joint.map(({ name }) => name))],
              [t('authority.instead'), list(check.instead.map(({ person }) => person.name))],
              [t('authority.clerk'), check.clerk.name],
            ]}
          />
        </>
      )}
    </RecordDrawer>
  )
}

export const ChecksPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { go, back } = usePlaces()
  const pages = useRows('authority.checks', { limit: 100 }, { subjects: ['authority_check'] })
  const columns = useColumns()
  const id = params['id']
  return (
    <Page title={t('authority.checks')} actions={<ExportButton list="authority-checks" />}>
      <DataTable
        label={t('authority.checks')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('contracts.checks', { id: row.id })}
        empty={t('authority.checks-none')}
      />
      {id !== undefined && <CheckDrawer id={id} onClose={back} />}
    </Page>
  )
}
