/** Several requests that wait for me in one table, their differences in sight, and the chosen ones approved in one act. */
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'
import { BatchTable } from './batch-table.tsx'
import { RequestDrawer } from '../requests/request-drawer.tsx'

export type BatchRow = Output<'seals.approvals'>['rows'][number]

/** What is chosen, of the rows that are still there. */
const useChoice = (rows: readonly BatchRow[]) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter(({ id }) => ids.has(id))
  return {
    chosen,
    toggle: (id: string) =>
      setIds((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    toggleAll: () => setIds(new Set(chosen.length === rows.length ? [] : rows.map(({ id }) => id))),
  }
}

export const BatchPage = () => {
  const { t, list } = useWords()
  const read = useOperation('seals.approvals', {}, { subjects: ['seal_request', 'absence', 'person'] })
  const { rows, more } = read.data ?? { rows: [], more: 0 }
  const { chosen, toggle, toggleAll } = useChoice(rows)
  const approve = useCommand('seals.requestsApprove')
  const [opinion, setOpinion] = useState(t('seals.requests.opinion-default'))
  const [open, setOpen] = useState<string>()
  const table = useRef<HTMLDivElement>(null)
  const isThere = read.data !== undefined
  useEffect(() => {
    if (isThere) table.current?.focus()
  }, [isThere])
  const act = async () => {
    if (chosen.length === 0) return
    await approve.act({ requests: chosen.map(({ id, heads }) => ({ id, basedOn: heads })), opinion })
    table.current?.focus()
  }
  return (
    <Page title={t('seals.approvals.batch')} about={t('seals.approvals.batch-help')}>
      {approve.value !== undefined && (
        <SuccessLine number={String(approve.value.rows.length)}>
          {t('seals.approvals.batch-done', { numbers: list(approve.value.rows.map(({ number }) => number)) })}
        </SuccessLine>
      )}
      <FaultNote fault={read.fault ?? approve.fault} />
      <BatchTable
        tableRef={table}
        rows={rows}
        chosen={chosen}
        onToggle={toggle}
        onToggleAll={toggleAll}
        onOpen={setOpen}
        empty={t(read.isLoading ? 'ui.loading' : 'seals.approvals.none')}
      />
      {more > 0 && <p className="quiet">{t('seals.approvals.more', { count: more })}</p>}
      <div className="batch-acts">
        <Field label={t('seals.requests.opinion')} span={6}>
          <TextInput value={opinion} onChange={setOpinion} testId="batch-opinion" />
        </Field>
        <ActButton keyName="a" onAct={toggleAll} isDisabled={rows.length === 0} testId="batch-all">
          {t('seals.approvals.choose-all')}
        </ActButton>
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isDisabled={chosen.length === 0}
          isActing={approve.isActing}
          onAct={() => void act()}
          testId="batch-approve"
        >
          {t('seals.approvals.approve-chosen', { count: chosen.length })}
        </ActButton>
      </div>
      {open !== undefined && <RequestDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
