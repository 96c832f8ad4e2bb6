/** 差异: book at the cut-off against the count, line by line; chosen lines are recounted or explained, zero lines stay in sight. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { useKept } from '../../shell/kept.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import type { Stocktake } from './count-sheet.tsx'
import { CourseLine } from './course.tsx'
import { placeOf, type Line } from '../counter/use-counting.ts'
import { useVarianceColumns } from './variance-columns.tsx'
import { VarianceLine } from './variance-line.tsx'

const shows = ['differing', 'open', 'all'] as const
type Show = (typeof shows)[number]

const isUnsettled = ({ state }: Line): boolean => state === 'conflict' || state === 'recount'
const isShown: Record<Show, (line: Line) => boolean> = {
  differing: (line) => (line.difference ?? 0) !== 0 || isUnsettled(line) || line.late !== undefined,
  open: (line) => line.state !== 'counted',
  all: () => true,
}

const Totals = ({ lines }: { lines: readonly Line[] }) => {
  const { t } = useWords()
  const side = (sign: 1 | -1) => lines.filter(({ difference = 0 }) => difference * sign > 0)
  const sum = (some: readonly Line[]) => some.reduce((total, { amount = 0 }) => total + amount, 0)
  const [gains, losses] = [side(1), side(-1)]
  const unpriced = gains.filter(({ amount }) => amount === undefined).length
  return (
    <p className="variance-totals" data-testid="variance-totals">
      <span>{t('supplies.variance.gains', { count: gains.length, amount: moneyText(sum(gains)) })}</span>
      <span>{t('supplies.variance.losses', { count: losses.length, amount: moneyText(sum(losses)) })}</span>
      <strong>{t('supplies.variance.net', { amount: moneyText(sum(gains) - sum(losses)) })}</strong>
      <span className="quiet">
        {t('supplies.variance.same', { count: lines.filter((line) => line.difference === 0).length })}
      </span>
      {unpriced > 0 && <span className="is-care">{t('supplies.variance.unpriced', { count: unpriced })}</span>}
    </p>
  )
}

/** Lines marked with Space, by key; what is done is done to them, or to the line in hand where none is marked. */
const useMarks = (lines: readonly Line[]) => {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  return {
    marked,
    lines: lines.filter(({ key }) => marked.has(key)),
    toggle: ({ key }: Line) =>
      setMarked((before) =>
        before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
      ),
    clear: () => setMarked(new Set()),
  }
}

export const VarianceSheet = ({ stocktake }: { stocktake: Stocktake }) => {
  const { t } = useWords()
  const { may } = useSession()
  const [show, setShow] = useKept<Show>(`supplies.variance.show`, 'differing')
  const [open, setOpen] = useState<readonly Line[]>()
  const read = useOperation(
    'supplies.stocktakeLines',
    { id: stocktake.id, view: 'variance' },
    { subjects: ['stocktake', 'stock_count', 'supply_slip', 'supply_item'] },
  )
  const recount = useCommand('supplies.recount')
  const lines = read.data?.lines ?? []
  const marks = useMarks(lines)
  const columns = useVarianceColumns(marks.marked)
  const mayChange = may('supplies.manage') && stocktake.state === 'counting'
  const chosen = marks.lines.length > 0 ? marks.lines : lines.filter(({ state }) => state === 'conflict')
  const order = async () => {
    const answer = await recount.act({ id: stocktake.id, places: chosen.map(placeOf) })
    if (answer.ok) marks.clear()
  }
  const rows = lines.filter(isShown[show])
  return (
    <div className="count-sheet">
      <CourseLine stocktake={stocktake} />
      <div className="count-bar">
        <Segmented<Show>
          value={show}
          options={shows.map((value) => ({
            value,
            label: t(`supplies.variance.show.${value}`, { count: lines.filter(isShown[value]).length }),
          }))}
          onChange={setShow}
        />
        {mayChange && (
          <>
            <ActButton
              keyName="r"
              isDisabled={chosen.length === 0}
              isActing={recount.isActing}
              onAct={() => void order()}
              testId="recount"
            >
              {t(marks.lines.length > 0 ? 'supplies.variance.recount.marked' : 'supplies.variance.recount.conflicts', {
                count: chosen.length,
              })}
            </ActButton>
            <ActButton keyName="e" isDisabled={marks.lines.length === 0} onAct={() => setOpen(marks.lines)}>
              {t('supplies.variance.explain', { count: marks.lines.length })}
            </ActButton>
            <span className="quiet">{t('supplies.variance.hint')}</span>
          </>
        )}
      </div>
      <FaultNote fault={recount.fault} />
      <DataTable
        label={t('supplies.stocktake.view.variance')}
        columns={columns}
        pages={{
          rows,
          fault: read.fault,
          isLoading: read.isLoading,
          isLoadingMore: false,
          hasMore: false,
          more: () => undefined,
          again: read.again,
        }}
        rowKey={(line) => line.key}
        onOpen={(line) => setOpen([line])}
        {...(mayChange ? { onMark: marks.toggle } : {})}
        empty={t(show === 'differing' ? 'supplies.variance.none' : 'ui.empty')}
      />
      <Totals lines={lines} />
      {open !== undefined && (
        <VarianceLine
          stocktake={stocktake}
          lines={open}
          mayChange={mayChange}
          onClose={() => {
            setOpen(undefined)
            marks.clear()
          }}
        />
      )}
    </div>
  )
}
