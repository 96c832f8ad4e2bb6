/** Asking for supplies 申领, by anyone: what, how much, for whom and when; an approver then decides. */
import type { InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { useKept } from '../../shell/kept.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'
import { IssueLine } from './issue-line.tsx'
import { addOffer, changeLine, changeUnit, doShort, type EntryLine } from './lines.ts'
import { RecipientField, type Receiver } from './recipient.tsx'
import { ScanField } from '../items/scan-field.tsx'

type Draft = {
  readonly recipient: Receiver | undefined
  readonly isForOther: boolean
  readonly lines: readonly EntryLine[]
  readonly purpose: string
  readonly reason: string
  readonly neededBy: string | undefined
}

const empty: Draft = {
  recipient: undefined,
  isForOther: false,
  lines: [],
  purpose: '',
  reason: '',
  neededBy: undefined,
}

export const AskPage = () => {
  const { t } = useWords()
  const { me } = useSession()
  const { go } = usePlaces()
  const [draft, setDraft, clearDraft] = useKept<Draft>('supplies.ask', empty)
  const [done, setDone] = useState<{ id: string; number: string }>()
  const ask = useCommand('supplies.ask')
  const scan = useRef<InputRef>(null)
  const { lines } = draft
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const change = (next: (lines: readonly EntryLine[]) => readonly EntryLine[]) =>
    setDraft((before) => ({ ...before, lines: next(before.lines) }))
  const recipient = draft.isForOther ? draft.recipient?.id : me.person.id
  const isReady = lines.length > 0 && recipient !== undefined
  const submit = async () => {
    if (!isReady || ask.isActing) return
    const answer = await ask.act({
      recipient,
      purpose: draft.purpose,
      reason: draft.reason,
      ...(draft.neededBy === undefined ? {} : { neededBy: draft.neededBy }),
      lines: lines.map(({ item, quantity, unit }) => ({ item, quantity: quantity ?? 0, unit })),
    })
    if (!answer.ok) return
    setDone(answer.value)
    clearDraft()
  }
  return (
    <Page
      title={t('supplies.ask.title')}
      width="form"
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={ask.isActing}
          isDisabled={!isReady}
          testId="ask"
        >
          {t('supplies.ask.do')}
        </ActButton>
      }
    >
      {done !== undefined && (
        <SuccessLine number={done.number}>
          <button type="button" className="plain" onClick={() => go('supplies.requests', { open: done.id })}>
            {t('supplies.ask.done')}
          </button>
        </SuccessLine>
      )}
      <div className="counter-main">
        {draft.isForOther ? (
          <RecipientField value={draft.recipient} onChange={(value) => set({ recipient: value })} />
        ) : (
          <p className="quiet">
            {t('supplies.ask.for', { name: me.person.name })}{' '}
            <ActButton keyName="Alt+o" onAct={() => set({ isForOther: true })}>
              {t('supplies.ask.for-other')}
            </ActButton>
          </p>
        )}
        <ScanField
          recipient={recipient}
          onOffer={(offer: Offer) => {
            setDone(undefined)
            ask.clear()
            change((before) => addOffer(before, offer))
          }}
          onShort={(text) => doShort(change, text)}
          onEmpty={() => void submit()}
          inputRef={scan}
          autoFocus
        />
        <FaultNote fault={ask.fault} />
        <ul className="slip-lines" aria-label={t('supplies.field.content')}>
          {lines.map((line) => (
            <IssueLine
              key={line.key}
              line={line}
              recipient={recipient}
              isAsking
              onChange={(changes) => change((before) => changeLine(before, line.key, changes))}
              onUnit={(unit) => change((before) => changeUnit(before, line.key, unit))}
              onRemove={() => change((before) => before.filter(({ key }) => key !== line.key))}
            />
          ))}
        </ul>
        {lines.length > 0 && (
          <Fields>
            <Field label={t('supplies.field.purpose')} path="purpose" fault={ask.fault} span={4}>
              <TextInput value={draft.purpose} onChange={(purpose) => set({ purpose })} testId="ask-purpose" />
            </Field>
            <Field label={t('supplies.request.needed-by')} path="neededBy" fault={ask.fault} span={4}>
              <DateInput value={draft.neededBy} onChange={(neededBy) => set({ neededBy })} />
            </Field>
            <Field label={t('supplies.ask.reason')} path="reason" fault={ask.fault} span={4}>
              <TextInput value={draft.reason} onChange={(reason) => set({ reason })} testId="ask-reason" />
            </Field>
          </Fields>
        )}
      </div>
    </Page>
  )
}
