/** Return 退库 of goods whose issue slip nobody finds: from whom, what and why; they come in at today's average. */
import { useState } from 'react'
import type { Offer } from '../../../shared/supplies/operations.ts'
import type { Output } from '../../shell/contract.ts'
import { useKept } from '../../shell/kept.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { addOffer, changeLine, changeUnit, doShort, type EntryLine } from './lines.ts'
import { MoveLine } from './move-line.tsx'
import { RecipientField, type Receiver } from './recipient.tsx'
import { ScanField } from '../items/scan-field.tsx'
import { SlipDone } from './slip-done.tsx'

type Draft = {
  readonly returner: Receiver | undefined
  readonly reason: string
  readonly lines: readonly EntryLine[]
}

const empty: Draft = { returner: undefined, reason: '', lines: [] }

export const FreeReturnPage = () => {
  const { t } = useWords()
  const [draft, setDraft, clearDraft] = useKept<Draft>('supplies.return.free', empty)
  const [done, setDone] = useState<Output<'supplies.return'>['slip']>()
  const giveBack = useCommand('supplies.return')
  const { lines, returner, reason } = draft
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const change = (next: (lines: readonly EntryLine[]) => readonly EntryLine[]) =>
    setDraft((before) => ({ ...before, lines: next(before.lines) }))
  const isReady = lines.length > 0 && reason.trim() !== ''
  const submit = async () => {
    if (!isReady || giveBack.isActing) return
    const answer = await giveBack.act({
      reason,
      ...(returner === undefined ? {} : { recipient: returner.id }),
      lines: lines.map(({ item, quantity, unit, from }) => ({
        item,
        quantity: quantity ?? 0,
        unit,
        ...(from === undefined ? {} : { location: from }),
      })),
    })
    if (!answer.ok) return
    setDone(answer.value.slip)
    clearDraft()
  }
  return (
    <Page
      title={t('supplies.return.free')}
      width="form"
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={giveBack.isActing}
          isDisabled={!isReady}
          testId="return-free"
        >
          {t('supplies.return.do')}
        </ActButton>
      }
    >
      {done !== undefined && <SlipDone slip={done} />}
      <div className="counter-main">
        <RecipientField value={returner} onChange={(value) => set({ returner: value })} />
        <Fields>
          <Field label={t('supplies.field.reason')} isRequired path="reason" fault={giveBack.fault} span={12}>
            <TextInput value={reason} onChange={(value) => set({ reason: value })} testId="return-reason" />
          </Field>
        </Fields>
        <ScanField
          onOffer={(offer: Offer) => {
            setDone(undefined)
            giveBack.clear()
            change((before) => addOffer(before, offer))
          }}
          onShort={(text) => doShort(change, text)}
          onEmpty={() => void submit()}
        />
        <FaultNote fault={giveBack.fault} />
        <ul className="slip-lines" aria-label={t('supplies.field.content')}>
          {lines.map((line) => (
            <MoveLine
              key={line.key}
              line={line}
              onChange={(changes) => change((before) => changeLine(before, line.key, changes))}
              onUnit={(unit) => change((before) => changeUnit(before, line.key, unit))}
              onRemove={() => change((before) => before.filter(({ key }) => key !== line.key))}
            />
          ))}
        </ul>
      </div>
    </Page>
  )
}
