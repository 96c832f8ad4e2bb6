/** Receive 入库: supplier and delivery note, then what came, how much and at what price. */
import type { InputRef } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import type { Offer } from '../../../shared/supplies/operations.ts'
import type { Output } from '../../shell/contract.ts'
import { useKept } from '../../shell/kept.ts'
import { useCommand } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { addOffer, changeLine, changeUnit, doShort, type EntryLine } from './lines.ts'
import { ReceiveAgainst, useReceiveAgainst, type TakenOver } from '../buying/receive-against.tsx'
import { amountOf, ReceiveLine } from './receive-line.tsx'
import { ScanField } from '../items/scan-field.tsx'
import { SlipDone } from './slip-done.tsx'
import { useStart } from '../start.ts'

type Draft = { readonly supplier: string; readonly reference: string; readonly lines: readonly EntryLine[] }
type Slip = Output<'supplies.receive'>['slip']

const empty: Draft = { supplier: '', reference: '', lines: [] }

export const ReceivePage = ({ params }: PageProps) => {
  const { t } = useWords()
  const [draft, setDraft, clearDraft] = useKept<Draft>('supplies.receive', empty)
  const [done, setDone] = useState<Slip>()
  const receive = useCommand('supplies.receive')
  const scan = useRef<InputRef>(null)
  const { lines } = draft
  const change = (next: (lines: readonly EntryLine[]) => readonly EntryLine[]) =>
    setDraft((before) => ({ ...before, lines: next(before.lines) }))
  const onOffer = (offer: Offer) => {
    setDone(undefined)
    receive.clear()
    change((before) => addOffer(before, offer))
  }
  useStart(params, { onItem: onOffer })
  const onTake = useCallback(
    ({ supplier, lines: open }: TakenOver) =>
      setDraft((before) => ({ ...before, supplier: supplier === '' ? before.supplier : supplier, lines: open })),
    [setDraft],
  )
  const against = useReceiveAgainst(params, onTake)
  const submit = async () => {
    if (lines.length === 0 || receive.isActing) return
    // A price that cannot be read says so at its field; sent without it, it would be called missing.
    const unread = document.querySelector<HTMLInputElement>('.slip-line-price [aria-invalid=true]')
    if (unread) return unread.focus()
    const answer = await receive.act({
      supplier: draft.supplier,
      reference: draft.reference,
      ...against.input,
      lines: lines.map(({ item, quantity, unit, price, lot = '', expiry }) => ({
        item,
        quantity: quantity ?? 0,
        unit,
        ...(price === undefined ? {} : { price }),
        ...(lot.trim() === '' ? {} : { lot }),
        ...(expiry === undefined ? {} : { expiry }),
      })),
    })
    if (!answer.ok) return
    setDone(answer.value.slip)
    clearDraft()
    against.clear()
    scan.current?.focus()
  }
  const total = lines.reduce((sum, line) => sum + (amountOf(line) ?? 0), 0)

  return (
    <Page
      title={t('supplies.receive.title')}
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={receive.isActing}
          isDisabled={lines.length === 0}
          testId="receive"
        >
          {t('supplies.receive.do')}
        </ActButton>
      }
    >
      {done !== undefined && <SlipDone slip={done} />}
      <div className="counter-main">
        <Fields>
          <Field label={t('supplies.field.supplier')} path="supplier" fault={receive.fault}>
            <TextInput
              value={draft.supplier}
              onChange={(supplier) => setDraft((before) => ({ ...before, supplier }))}
              testId="supplier"
            />
          </Field>
          <Field label={t('supplies.field.reference')} path="reference" fault={receive.fault}>
            <TextInput
              value={draft.reference}
              onChange={(reference) => setDraft((before) => ({ ...before, reference }))}
            />
          </Field>
        </Fields>
        <ReceiveAgainst against={against} lines={lines} />
        <ScanField
          onOffer={onOffer}
          onShort={(text) => doShort(change, text)}
          onEmpty={() => void submit()}
          inputRef={scan}
          autoFocus
        />
        <FaultNote fault={receive.fault} />
        <ul className="slip-lines" aria-label={t('supplies.field.content')}>
          {lines.map((line) => (
            <ReceiveLine
              key={line.key}
              line={line}
              onChange={(changes) => change((before) => changeLine(before, line.key, changes))}
              onUnit={(unit) => change((before) => changeUnit(before, line.key, unit))}
              onRemove={() => change((before) => before.filter(({ key }) => key !== line.key))}
            />
          ))}
        </ul>
        {lines.length > 0 && (
          <p className="quiet">
            {t('supplies.total', { count: lines.length, amount: moneyText(total) })} · {t('supplies.scan.hint')}
          </p>
        )}
      </div>
    </Page>
  )
}
