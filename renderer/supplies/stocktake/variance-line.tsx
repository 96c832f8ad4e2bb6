/** One difference, or several marked ones: who counted what, its cause, and what a gain is worth. */
import { AutoComplete } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { MoneyInput } from '../../ui/inputs.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import type { Stocktake } from './count-sheet.tsx'
import { placeOf, type Line } from '../counter/use-counting.ts'

type Props = {
  readonly stocktake: Stocktake
  readonly lines: readonly Line[]
  readonly mayChange: boolean
  readonly onClose: () => void
}

const causes = ['unposted-out', 'unposted-in', 'damaged', 'lost', 'misplaced', 'miscounted'] as const

/** A cause that is chosen or typed. */
export const CauseInput = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => {
  const { t } = useWords()
  return (
    <AutoComplete
      value={value}
      onChange={onChange}
      options={causes.map((cause) => ({ value: t(`supplies.cause.${cause}`) }))}
      autoFocus
      data-testid="cause"
    />
  )
}

const Tallied = ({ line }: { line: Line }) => {
  const { t } = useWords()
  return (
    <table className="slip-table">
      <thead>
        <tr>
          <th>{t('supplies.line.round')}</th>
          <th>{t('field.counter')}</th>
          <th>{t('field.source')}</th>
          <th className="number">{t('supplies.line.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {line.tallied.map(({ counter, round, quantity, source }) => (
          <tr key={`${round} ${counter.id} ${counter.name}`}>
            <td>{t(round === 1 ? 'supplies.line.round.first' : 'supplies.line.round.again')}</td>
            <td>{counter.name}</td>
            <td>{t(`supplies.count.way.${source}`)}</td>
            <td className="number">{quantity}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const VarianceLine = ({ stocktake, lines, mayChange, onClose }: Props) => {
  const { t } = useWords()
  const [line] = lines
  const explain = useCommand('supplies.explainVariance')
  const recount = useCommand('supplies.recount')
  const [cause, setCause] = useState(lines.length === 1 ? (line?.cause ?? '') : '')
  const [price, setPrice] = useState<number | undefined>(line?.price)
  const places = lines.map(placeOf)
  const isGain = lines.some(({ difference = 0 }) => difference > 0)
  const save = async () => {
    if (explain.isActing) return
    const answer = await explain.act({
      id: stocktake.id,
      places,
      ...(cause.trim() === '' ? {} : { cause: cause.trim() }),
      ...(price === undefined || !isGain ? {} : { price }),
    })
    if (answer.ok) onClose()
  }
  const again = async () => {
    const answer = await recount.act({ id: stocktake.id, places })
    if (answer.ok) onClose()
  }
  const title =
    lines.length === 1 && line
      ? `${line.item.name} · ${line.location}`
      : t('supplies.variance.lines', { count: lines.length })
  return (
    <SideSheet title={title} onClose={onClose} width={520}>
      {lines.length === 1 && line && <Tallied line={line} />}
      {mayChange && (
        <EntryForm label={title} onSubmit={() => void save()}>
          <FaultNote fault={explain.fault ?? recount.fault} />
          <Fields>
            <Field label={t('field.cause')} path="cause" fault={explain.fault} span={12}>
              <CauseInput value={cause} onChange={setCause} />
            </Field>
            {isGain && (
              <Field
                label={t('supplies.variance.price')}
                path="price"
                fault={explain.fault}
                hint={
                  line?.amount === undefined
                    ? t('supplies.variance.price-wanted')
                    : t('supplies.variance.price.proposed', { amount: moneyText(line.amount) })
                }
                span={6}
              >
                <MoneyInput value={price} onChange={setPrice} testId="gain-price" />
              </Field>
            )}
          </Fields>
          <div className="confirm-acts">
            <ActButton keyName="Ctrl+r" onAct={() => void again()} isActing={recount.isActing}>
              {t('supplies.variance.recount.this')}
            </ActButton>
            <ActButton kind="primary" keyName="Ctrl+Enter" onAct={() => void save()} isActing={explain.isActing}>
              {t('ui.save')}
            </ActButton>
          </div>
        </EntryForm>
      )}
    </SideSheet>
  )
}
