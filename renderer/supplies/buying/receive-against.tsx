/** The purchase behind a receipt: chosen from those that are to come, its open lines taken over, and what differs told. */
import { Select } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { inUnit } from '../../../shared/supplies/items/units.ts'
import { call } from '../../shell/call.ts'
import { useKept } from '../../shell/kept.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useOperation } from '../../shell/queries.ts'
import type { Params } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import type { EntryLine } from '../counter/lines.ts'
import type { ShownPurchase } from './purchase-drawer.tsx'
import { comparisonsOf, openLines, supplierOf, type Comparison } from './purchase-taken.ts'
import './buying.css'

export type TakenOver = { readonly supplier: string; readonly lines: readonly EntryLine[] }

/** Pages that were opened for a purchase, taken over once. */
const taken = new WeakSet<Params>()

/**
 * Which purchase the receipt fills; it stays with the typed slip until that is entered.
 * @param onTake gets the supplier and the open lines
 */
export const useReceiveAgainst = (params: Params, onTake: (over: TakenOver) => void) => {
  const [id, setId, clear] = useKept<string | undefined>('supplies.receive.purchase', undefined)
  const take = useCallback(
    async (purchase: string) => {
      const answer = await call('supplies.purchase', { id: purchase })
      if (!answer.ok) return
      setId(purchase)
      onTake({ supplier: supplierOf(answer.value), lines: openLines(answer.value) })
    },
    [onTake, setId],
  )
  useEffect(() => {
    const { purchase } = params
    if (purchase === undefined || taken.has(params)) return
    taken.add(params)
    void take(purchase)
  }, [params, take])
  return { id, take, clear, input: id === undefined ? {} : { purchase: id } }
}

type Props = {
  readonly against: ReturnType<typeof useReceiveAgainst>
  readonly lines: readonly EntryLine[]
}

export const ReceiveAgainst = ({ against: { id, take, clear }, lines }: Props) => {
  const { t, list } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const subjects = ['purchase_request', 'supply_slip']
  const { data: open } = useOperation('supplies.purchases', { show: 'open', limit: 200 }, { subjects })
  const { data: shown } = useOperation('supplies.purchase', { id: id ?? '' }, { enabled: id !== undefined, subjects })
  const rows = open?.rows ?? []
  useKeys({ 'Alt+p': () => setIsOpen(true) }, { isActive: rows.length > 0 })
  if (rows.length === 0 && id === undefined) return null
  return (
    <div className="against" data-testid="against">
      <div className="against-head">
        <span>
          {t('buying.receive.against')} <KeyCap name="Alt+p" />
        </span>
        <Select
          className="against-choice"
          value={id ?? ''}
          open={isOpen}
          onOpenChange={setIsOpen}
          {...(isOpen ? { autoFocus: true } : {})}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('buying.receive.free') },
            ...rows.map((row) => ({
              value: row.id,
              label: [row.number, list(row.suppliers), row.content].filter(Boolean).join(' · ').slice(0, 80),
            })),
          ]}
          onChange={(next) => (next === '' ? clear() : void take(next))}
          aria-label={t('buying.receive.against')}
        />
        {id === undefined && <span className="quiet">{t('buying.receive.open', { count: rows.length })}</span>}
      </div>
      {id !== undefined && shown !== undefined && <Compared shown={shown} lines={lines} />}
    </div>
  )
}

const Compared = ({ shown, lines }: { shown: ShownPurchase; lines: readonly EntryLine[] }) => (
  <ul>
    {comparisonsOf(shown, lines).map((each) => (
      <li key={each.index} data-item={each.code}>
        <One compared={each} />
      </li>
    ))}
  </ul>
)

const One = ({ compared: { name, left, over, price, change, unit, factor, baseUnit } }: { compared: Comparison }) => {
  const { t } = useWords()
  const percent = change === undefined ? '' : (Math.abs(change) / 10).toFixed(1)
  return (
    <>
      {name} <span className="quiet">{t('buying.receive.left', { left: inUnit(left, unit, factor, baseUnit) })}</span>{' '}
      {over > 0 && <span className="is-care">{t('buying.receive.over', { over: `${over} ${baseUnit}` })}</span>}{' '}
      {price !== undefined && change !== undefined && change !== 0 && (
        <span className={change > 0 ? 'is-care' : 'quiet'}>
          {t('buying.receive.price', {
            price: `${moneyText(price)}/${unit}`,
            change: t(change > 0 ? 'buying.receive.dearer' : 'buying.receive.cheaper', { percent }),
          })}
        </span>
      )}
    </>
  )
}
