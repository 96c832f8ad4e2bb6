/** Deciding on a purchase: every line with what may be bought of it, 0 strikes one; Ctrl+Enter approves, Alt+J refuses with a reason. */
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { inUnit } from '../../../shared/supplies/items/units.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import type { ShownPurchase } from './purchase-drawer.tsx'

type Line = ShownPurchase['purchase']['lines'][number]

export const PurchaseDecide = ({ shown: { purchase, heads } }: { shown: ShownPurchase }) => {
  const { t } = useWords()
  const { id, lines, numbered } = purchase
  const decide = useCommand('supplies.decidePurchase')
  const [opinion, setOpinion] = useState('')
  const [isRejecting, setIsRejecting] = useState(false)
  const [quantities, setQuantities] = useState(() => lines.map(({ quantity }): number | undefined => quantity))
  const isWhole = lines.every(({ quantity }, index) => quantities[index] === quantity)
  const amount = lines.reduce((sum, { price = 0 }, index) => sum + price * (quantities[index] ?? 0), 0)
  const approve = async () => {
    if (decide.isActing) return
    await decide.act({
      id,
      basedOn: heads,
      decision: 'approved',
      opinion,
      ...(isWhole ? {} : { approved: quantities.map((quantity) => quantity ?? 0) }),
    })
  }
  const reject = async (reason: string) => {
    const answer = await decide.act({ id, basedOn: heads, decision: 'rejected', opinion: reason })
    if (answer.ok) setIsRejecting(false)
  }
  const change = (index: number) => (quantity: number | undefined) =>
    setQuantities((before) => before.map((each, at) => (at === index ? quantity : each)))
  return (
    <EntryForm label={t('buying.purchase.decide')} onSubmit={() => void approve()}>
      <ul className="slip-lines">
        {lines.map((line, index) => (
          <Decided
            key={index}
            line={line}
            quantity={quantities[index]}
            onChange={change(index)}
            isFirst={index === 0}
          />
        ))}
      </ul>
      <Field label={t('supplies.request.opinion')} span={12}>
        <TextInput value={opinion} onChange={setOpinion} testId="purchase-opinion" />
      </Field>
      <FaultNote fault={decide.fault} />
      <div className="form-acts">
        <span className={isWhole ? 'quiet' : 'is-care'} data-testid="purchase-approved-amount">
          {t('buying.purchase.approved-amount', { amount: moneyText(amount) })}
        </span>
        <ActButton kind="no" keyName="Alt+j" onAct={() => setIsRejecting(true)} testId="reject-purchase">
          {t('buying.purchase.reject')}
        </ActButton>
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void approve()}
          isActing={decide.isActing}
          testId="approve-purchase"
        >
          {t('buying.purchase.approve')}
        </ActButton>
      </div>
      {isRejecting && (
        <ConfirmReason
          title={t('buying.purchase.reject.title', { number: numbered.number })}
          doLabel={t('buying.purchase.reject')}
          onConfirm={(reason) => void reject(reason)}
          onCancel={() => setIsRejecting(false)}
          fault={decide.fault}
          isActing={decide.isActing}
        />
      )}
    </EntryForm>
  )
}

type DecidedProps = {
  readonly line: Line
  readonly quantity: number | undefined
  readonly onChange: (quantity: number | undefined) => void
  readonly isFirst: boolean
}

const Decided = ({ line, quantity, onChange, isFirst }: DecidedProps) => {
  const { t } = useWords()
  const { item, unit, base, baseUnit, price, supplier } = line
  const asked = inUnit(base, unit, base / line.quantity, baseUnit)
  const isStruck = quantity === 0
  return (
    <li className="slip-line" data-item={item.code}>
      <div className={`slip-line-item${isStruck ? ' is-struck' : ''}`}>
        <strong>{item.name}</strong> <span className="quiet">{item.code}</span>
        <div className="slip-line-state quiet">
          {[t('buying.purchase.asks', { asked }), supplier, price === undefined ? undefined : moneyText(price)]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </div>
      </div>
      <label className="slip-line-back">
        <span className="quiet">{t('supplies.request.approved')}</span>
        <CountInput value={quantity} onChange={onChange} autoFocus={isFirst} testId="approved" />
      </label>
      <span>{unit}</span>
      <button
        type="button"
        className="plain"
        tabIndex={-1}
        onClick={() => onChange(isStruck ? line.quantity : 0)}
        data-testid="strike"
      >
        {t(isStruck ? 'buying.purchase.unstrike' : 'buying.purchase.strike')}
      </button>
    </li>
  )
}
