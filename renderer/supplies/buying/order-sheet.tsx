/** 下单: the order number and the day that the supplier promised. */
import { useState } from 'react'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import type { ShownPurchase } from './purchase-drawer.tsx'

export const OrderSheet = ({ shown, onClose }: { shown: ShownPurchase; onClose: () => void }) => {
  const { t } = useWords()
  return (
    <MiddleSheet title={t('buying.purchase.order.title', { number: shown.purchase.numbered.number })} onClose={onClose}>
      <Body shown={shown} onClose={onClose} />
    </MiddleSheet>
  )
}

const Body = ({ shown: { purchase, heads }, onClose }: { shown: ShownPurchase; onClose: () => void }) => {
  const { t } = useWords()
  const [reference, setReference] = useState(purchase.ordered?.reference ?? '')
  const [expected, setExpected] = useState(purchase.ordered?.expected ?? purchase.wanted)
  const order = useCommand('supplies.orderPurchase')
  const submit = async () => {
    const answer = await order.act({
      id: purchase.id,
      basedOn: heads,
      reference,
      ...(expected === undefined ? {} : { expected }),
    })
    if (answer.ok) onClose()
  }
  return (
    <EntryForm label={t('buying.purchase.order')} onSubmit={() => void submit()}>
      <Fields>
        <Field label={t('buying.field.reference')} path="reference" fault={order.fault}>
          <TextInput value={reference} onChange={setReference} autoFocus testId="order-reference" />
        </Field>
        <Field label={t('buying.field.expected')} path="expected" fault={order.fault}>
          <DateInput value={expected} onChange={setExpected} testId="order-expected" />
        </Field>
      </Fields>
      <FaultNote fault={order.fault} />
      <div className="confirm-acts">
        <ActButton onAct={onClose} keyName="Escape">
          {t('ui.cancel')}
        </ActButton>
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={order.isActing}
          testId="order-do"
        >
          {t('buying.purchase.order')}
        </ActButton>
      </div>
    </EntryForm>
  )
}
