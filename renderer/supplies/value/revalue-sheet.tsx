/** 成本差异: an amount added to or taken off the value of an item's stock, with a reason; no pieces move. */
import { Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { MoneyInput, TextInput } from '../../ui/inputs.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import type { ValueSlip } from './value-done.tsx'

const ways = ['more', 'less'] as const

type Props = {
  readonly item?: Chosen | undefined
  readonly onDone: (slip: ValueSlip) => void
  readonly onClose: () => void
}

/** Render it only while it is asked. */
export const RevalueSheet = ({ item: given, onDone, onClose }: Props) => {
  const { t } = useWords()
  const revalue = useCommand('supplies.revalue')
  const [item, setItem] = useState(given)
  const [way, setWay] = useState<(typeof ways)[number]>('more')
  const [amount, setAmount] = useState<number>()
  const [reason, setReason] = useState('')
  const { fault } = revalue
  const submit = async () => {
    if (revalue.isActing) return
    const signed = (amount ?? 0) * (way === 'less' ? -1 : 1)
    const answer = await revalue.act({ reason, lines: [{ item: item?.id ?? '', amount: signed }] })
    if (answer.ok) onDone(answer.value.slip)
  }
  const isAmount = fault?.code === 'value-below-zero' || fault?.code === 'nothing-to-revalue'
  const amountProblem =
    fault !== undefined && isAmount ? t(`fault.${fault.code}`, { item: item?.name ?? '' }) : undefined
  return (
    <SideSheet title={t('supplies.revalue')} onClose={onClose}>
      <EntryForm label={t('supplies.revalue')} onSubmit={() => void submit()}>
        <p className="quiet">{t('supplies.revalue.what')}</p>
        <Fields>
          <Field label={t('supplies.field.name')} path="lines.0.item" fault={fault} span={12} isRequired>
            <RecordPicker
              types={['supply_item']}
              value={item}
              onChange={setItem}
              placeholder={t('supplies.ledger.pick')}
              autoFocus={given === undefined}
              testId="revalue-item"
            />
          </Field>
          <Field label={t('supplies.revalue.way')} span={4}>
            <Select
              value={way}
              options={ways.map((value) => ({ value, label: t(`supplies.revalue.way.${value}`) }))}
              onChange={setWay}
              data-testid="revalue-way"
            />
          </Field>
          <Field
            label={t('supplies.field.amount')}
            path="lines.0.amount"
            fault={fault}
            problem={amountProblem}
            span={8}
            isRequired
          >
            <MoneyInput value={amount} onChange={setAmount} autoFocus={given !== undefined} testId="revalue-amount" />
          </Field>
          <Field label={t('ui.reason')} path="reason" fault={fault} span={12} isRequired>
            <TextInput value={reason} onChange={setReason} testId="revalue-reason" />
          </Field>
        </Fields>
        <FaultNote fault={fault} />
        <div className="form-acts">
          <ActButton keyName="Escape" onAct={onClose}>
            {t('ui.cancel')}
          </ActButton>
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            onAct={() => void submit()}
            isActing={revalue.isActing}
            testId="revalue-do"
          >
            {t('supplies.revalue.do')}
          </ActButton>
        </div>
      </EntryForm>
    </SideSheet>
  )
}
