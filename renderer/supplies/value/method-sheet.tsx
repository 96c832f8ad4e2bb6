/** 计价方法: how the stock is valued from an open month on, why, and what was chosen so far. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { Valuation } from '../../../shared/supplies/value/stock-closing.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'

const valuations: readonly Valuation[] = ['moving', 'month-end']

export type Method = { readonly valuation: Valuation; readonly from: string }

type Props = { readonly month: string; readonly onDone: (method: Method) => void; readonly onClose: () => void }

/** Render it only while it is asked. */
export const MethodSheet = (props: Props) => {
  const { t } = useWords()
  const { data, fault } = useOperation('supplies.methods', {}, { subjects: ['stock_method'] })
  return (
    <SideSheet title={t('supplies.method')} onClose={props.onClose}>
      <FaultNote fault={fault} />
      {data !== undefined && (
        <>
          <p>{t('supplies.method.now', { valuation: t(`supplies.valuation.${data.now}`) })}</p>
          <MethodForm {...props} now={data.now} />
          {data.rows.length > 0 && <h4>{t('supplies.method.earlier')}</h4>}
          {data.rows.map(({ id, from, valuation, reason, chosen: { by, at } }) => (
            <p className="quiet" key={id}>
              {t('supplies.method.row', {
                from,
                valuation: t(`supplies.valuation.${valuation}`),
                reason,
                name: by.name,
                at,
              })}
            </p>
          ))}
        </>
      )}
    </SideSheet>
  )
}

const MethodForm = ({ month, now, onDone, onClose }: Props & { readonly now: Valuation }) => {
  const { t } = useWords()
  const choose = useCommand('supplies.chooseMethod')
  const [valuation, setValuation] = useState<Valuation>(now === 'moving' ? 'month-end' : 'moving')
  const [from, setFrom] = useState(month)
  const [reason, setReason] = useState('')
  const { fault } = choose
  const submit = async () => {
    if (choose.isActing) return
    const answer = await choose.act({ valuation, from, reason })
    if (answer.ok) onDone({ valuation, from })
  }
  const closed =
    fault?.code === 'method-in-closed-month' ? t('fault.method-in-closed-month', { month: from }) : undefined
  const unchanged = fault?.code === 'method-unchanged' ? t('fault.method-unchanged', { month: from }) : undefined
  return (
    <EntryForm label={t('supplies.method')} onSubmit={() => void submit()}>
      <p className="quiet">{t('supplies.method.what')}</p>
      <Fields>
        <Field label={t('supplies.method')} path="valuation" fault={fault} problem={unchanged}>
          <Select
            value={valuation}
            options={valuations.map((value) => ({ value, label: t(`supplies.valuation.${value}`) }))}
            onChange={setValuation}
          />
        </Field>
        <Field label={t('supplies.method.from')} path="from" fault={fault} problem={closed} isRequired>
          <Input
            value={from}
            onChange={(event) => setFrom(event.target.value.trim())}
            autoFocus
            data-testid="method-from"
          />
        </Field>
        <Field label={t('ui.reason')} path="reason" fault={fault} span={12} isRequired>
          <TextInput value={reason} onChange={setReason} testId="method-reason" />
        </Field>
      </Fields>
      <FaultNote fault={fault} names={{ from: t('supplies.method.from'), valuation: t('supplies.method') }} />
      <div className="form-acts">
        <ActButton keyName="Escape" onAct={onClose}>
          {t('ui.cancel')}
        </ActButton>
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={choose.isActing}
          testId="method-do"
        >
          {t('supplies.method.do')}
        </ActButton>
      </div>
    </EntryForm>
  )
}
