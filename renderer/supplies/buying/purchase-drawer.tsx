/** One purchase request from the side: what was asked, what came and at what price, its course, and its history. */
import { moneyText } from '../../../shared/office/money.ts'
import { approvedAmount } from '../../../shared/supplies/buying/buying-fold.ts'
import { inUnit } from '../../../shared/supplies/items/units.ts'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { PurchaseActs } from './purchase-acts.tsx'
import { PurchaseDecide } from './purchase-decide.tsx'
import './buying.css'

export type ShownPurchase = Output<'supplies.purchase'>

export const PurchaseDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { data, fault, again } = useOperation(
    'supplies.purchase',
    { id },
    { subjects: ['purchase_request', 'supply_slip'] },
  )
  const purchase = data?.purchase
  const mayDecide = purchase?.status === 'pending' && may('supplies.approve') && purchase.requester.id !== me.person.id
  const title = data === undefined ? '' : `${t('type.purchase_request')} ${data.purchase.numbered.number}`
  return (
    <RecordDrawer
      title={title}
      subject={id}
      onClose={onClose}
      width={760}
      also={data?.slips.map((slip) => slip.id)}
      actions={data && <PurchaseActs shown={data} />}
    >
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && (
        <>
          <Course shown={data} />
          {mayDecide ? <PurchaseDecide shown={data} /> : <Lines shown={data} />}
          <Receipts slips={data.slips} />
        </>
      )}
    </RecordDrawer>
  )
}

const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ')

const Course = ({ shown: { purchase, state } }: { shown: ShownPurchase }) => {
  const { t, clauses } = useWords()
  const { requester, date, purpose, wanted, decisions, ordered, ended, amount } = purchase
  const approved = approvedAmount(purchase)
  const decided = decisions.map((one) => joined(one.by.name, t(`buying.state.${one.decision}`), one.at, one.opinion))
  return (
    <Facts
      facts={[
        [
          t('buying.field.state'),
          <strong key="state" data-testid="purchase-state">
            {t(`buying.state.${state}`)}
          </strong>,
        ],
        [t('buying.field.requester'), joined(requester.name, date)],
        [t('supplies.field.purpose'), purpose],
        [t('buying.field.wanted'), wanted],
        [t('buying.field.approver'), clauses(decided)],
        [t('buying.field.ordered'), ordered && joined(ordered.by.name, ordered.at, ordered.reference)],
        [t('buying.field.expected'), ordered?.expected],
        [t('buying.field.ended'), ended && joined(ended.by.name, ended.at, ended.reason)],
        [
          t('buying.field.amount'),
          approved === amount
            ? moneyText(amount)
            : joined(moneyText(amount), t('buying.purchase.approved-amount', { amount: moneyText(approved) })),
        ],
      ]}
    />
  )
}

const Lines = ({ shown: { purchase, lines } }: { shown: ShownPurchase }) => {
  const { t } = useWords()
  // Only where the approver let through something else than was asked for.
  const isPart = purchase.decisions[0]?.approved !== undefined
  return (
    <table className="slip-table" data-testid="purchase-lines">
      <thead>
        <tr>
          <th>{t('supplies.field.name')}</th>
          <th>{t('buying.field.supplier')}</th>
          <th className="number">{t('buying.field.asked')}</th>
          {isPart && <th className="number">{t('supplies.request.approved')}</th>}
          <th className="number">{t('buying.field.price')}</th>
          <th className="number">{t('buying.field.received')}</th>
          <th className="number">{t('buying.field.left')}</th>
        </tr>
      </thead>
      <tbody>
        {purchase.lines.map((line, index) => {
          const shownIn = (base: number): string => inUnit(base, line.unit, line.base / line.quantity, line.baseUnit)
          const { approved = 0, left = 0, received = 0, difference = 0 } = lines[index] ?? {}
          return (
            <tr key={index} data-item={line.item.code} className={isPart && approved === 0 ? 'is-struck' : ''}>
              <td>
                {line.item.name} <span className="quiet">{joined(line.item.code, line.item.spec)}</span>
                {left < 0 && (
                  <div className="is-care">{t('buying.purchase.over', { base: -left, unit: line.baseUnit })}</div>
                )}
                {difference !== 0 && (
                  <div className={difference > 0 ? 'is-care' : 'quiet'}>
                    {t(difference > 0 ? 'buying.purchase.dearer' : 'buying.purchase.cheaper', {
                      amount: moneyText(Math.abs(difference)),
                    })}
                  </div>
                )}
              </td>
              <td>{line.supplier}</td>
              <td className="number">{shownIn(line.base)}</td>
              {isPart && <td className={`number${approved < line.base ? ' is-care' : ''}`}>{shownIn(approved)}</td>}
              <td className="number">{line.price === undefined ? '' : moneyText(line.price)}</td>
              <td className="number">{shownIn(received)}</td>
              <td className="number">{left > 0 ? shownIn(left) : ''}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Receipts = ({ slips }: { slips: ShownPurchase['slips'] }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  if (slips.length === 0) return null
  return (
    <section className="drawn">
      <h3>{t('buying.purchase.receipts')}</h3>
      <ul>
        {slips.map((slip) => (
          <li key={slip.id} className={slip.isReversed ? 'is-struck' : ''}>
            <button type="button" className="plain" onClick={() => go('supplies.slips', { open: slip.id })}>
              <span className="quiet">{slip.date}</span> {slip.number} {moneyText(slip.amount)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
