/** A new purchase request: what, how much, at what expected price and from whom; wanted when and what for. */
import type { InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { DateInput, MoneyInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { SuccessLine } from '../../ui/success-line.tsx'
import { LineQuantity, LineRemove, type LineProps } from '../counter/line-parts.tsx'
import { changeLine, changeUnit, doShort, type EntryLine } from '../counter/lines.ts'
import { usePurchaseDraft, withOffer, type PurchaseDraft, type PurchaseEntry } from './purchase-draft.ts'
import { amountOf } from '../counter/receive-line.tsx'
import { ScanField } from '../items/scan-field.tsx'
import './buying.css'

/** The lines after a change that knows of no suppliers: each keeps its own. */
const keepingSuppliers = (
  { lines, ...draft }: PurchaseDraft,
  next: (lines: readonly EntryLine[]) => readonly EntryLine[],
): PurchaseDraft => {
  const supplierOf = new Map(lines.map(({ item, supplier }) => [item, supplier]))
  return { ...draft, lines: next(lines).map((line) => ({ supplier: supplierOf.get(line.item) ?? '', ...line })) }
}

const inputOf = ({ purpose, wanted, lines }: PurchaseDraft) => ({
  purpose,
  ...(wanted === undefined ? {} : { wanted }),
  lines: lines.map(({ item, quantity, unit, price, supplier }) => ({
    item,
    quantity: quantity ?? 0,
    unit,
    ...(price === undefined ? {} : { price }),
    supplier,
  })),
})

export const PurchaseNewPage = () => {
  const { t } = useWords()
  const [draft, setDraft, clearDraft] = usePurchaseDraft()
  const [done, setDone] = useState<{ id: string; number: string }>()
  const ask = useCommand('supplies.requestPurchase')
  const printing = usePrinting()
  const scan = useRef<InputRef>(null)
  const { lines } = draft
  const change = (next: (before: readonly EntryLine[]) => readonly EntryLine[]) =>
    setDraft((before) => keepingSuppliers(before, next))
  const submit = async () => {
    if (lines.length === 0 || ask.isActing) return
    const answer = await ask.act(inputOf(draft))
    if (!answer.ok) return
    setDone(answer.value)
    clearDraft()
  }
  const onShort = (text: string): boolean => doShort(change, text)
  // With lines taken over from suggestions only purpose and date are left to say; else, and afterwards, the next item.
  useEffect(() => {
    if (lines.length === 0) scan.current?.focus()
  }, [lines.length])
  return (
    <Page
      title={t('buying.purchase.new.title')}
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={ask.isActing}
          isDisabled={lines.length === 0}
          testId="request-purchase"
        >
          {t('buying.purchase.ask')}
        </ActButton>
      }
    >
      {done !== undefined && (
        <SuccessLine
          number={done.number}
          onPrint={() => void printing.print({ form: 'purchase-request', subject: done.id })}
          isPrinting={printing.isPrinting}
          isPrinted={printing.isPrinted}
        >
          {t('buying.purchase.asked', { number: done.number })}
        </SuccessLine>
      )}
      <FaultNote fault={printing.fault} />
      <div className="counter-main">
        <Fields>
          <Field label={t('supplies.field.purpose')} path="purpose" fault={ask.fault} span={8}>
            <TextInput
              value={draft.purpose}
              onChange={(purpose) => setDraft((before) => ({ ...before, purpose }))}
              autoFocus={lines.length > 0}
              testId="purpose"
            />
          </Field>
          <Field label={t('buying.field.wanted')} path="wanted" fault={ask.fault} span={4}>
            <DateInput
              value={draft.wanted}
              onChange={(wanted) => setDraft((before) => ({ ...before, wanted }))}
              testId="wanted"
            />
          </Field>
        </Fields>
        <ScanField
          onOffer={(offer) => {
            setDone(undefined)
            setDraft((before) => withOffer(before, offer))
          }}
          onShort={onShort}
          onEmpty={() => void submit()}
          inputRef={scan}
        />
        <FaultNote fault={ask.fault} />
        <ul className="slip-lines" aria-label={t('supplies.field.content')}>
          {lines.map((line) => (
            <PurchaseLine
              key={line.key}
              line={line}
              onChange={(changes) => change((before) => changeLine(before, line.key, changes))}
              onSupplier={(supplier) =>
                setDraft((before) => ({
                  ...before,
                  lines: before.lines.map((each) => (each.key === line.key ? { ...each, supplier } : each)),
                }))
              }
              onUnit={(unit) => change((before) => changeUnit(before, line.key, unit))}
              onRemove={() => change((before) => before.filter(({ key }) => key !== line.key))}
            />
          ))}
        </ul>
        {lines.length > 0 && (
          <p className="quiet">
            {t('supplies.total', {
              count: lines.length,
              amount: moneyText(lines.reduce((sum, line) => sum + (amountOf(line) ?? 0), 0)),
            })}{' '}
            · {t('supplies.scan.hint')}
          </p>
        )}
      </div>
    </Page>
  )
}

type PurchaseLineProps = LineProps & {
  readonly line: PurchaseEntry
  readonly onSupplier: (supplier: string) => void
}

const PurchaseLine = ({ line, onChange, onSupplier, onUnit, onRemove }: PurchaseLineProps) => {
  const { t } = useWords()
  const { data: offer } = useOperation(
    'supplies.offer',
    { item: line.item },
    { subjects: ['supply_item', 'supply_slip'] },
  )
  const amount = amountOf(line)
  return (
    <li className="slip-line" data-item={offer?.item.code}>
      <div className="slip-line-item">
        <strong>{line.name}</strong> <span className="quiet">{offer?.item.code}</span>
      </div>
      <div className="purchase-supplier">
        <TextInput value={line.supplier} onChange={onSupplier} placeholder={t('buying.field.supplier')} />
      </div>
      <LineQuantity line={line} offer={offer} onChange={onChange} onUnit={onUnit} />
      <div className="slip-line-price">
        <MoneyInput
          value={line.price}
          onChange={(price) => onChange({ price })}
          placeholder={t('buying.field.price')}
          testId="price"
        />
      </div>
      <span className="slip-line-amount number">{amount === undefined ? '' : moneyText(amount)}</span>
      <LineRemove onRemove={onRemove} />
    </li>
  )
}
