/** Transfer 调拨 and scrap 报损: goods that leave their place without a recipient. */
import { Segmented, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { Offer } from '../../../shared/supplies/operations.ts'
import type { Output } from '../../shell/contract.ts'
import { useKept } from '../../shell/kept.ts'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { addOffer, changeLine, changeUnit, doShort, type EntryLine } from './lines.ts'
import { MoveLine } from './move-line.tsx'
import { ScanField } from '../items/scan-field.tsx'
import { SlipDone } from './slip-done.tsx'

type Verb = 'transfer' | 'scrap'
type Draft = { readonly verb: Verb; readonly to: string; readonly reason: string; readonly lines: readonly EntryLine[] }
type Slip = Output<'supplies.transfer'>['slip']

const empty: Draft = { verb: 'transfer', to: '', reason: '', lines: [] }

/** Both acts behind one call; the draft says which. */
const useMove = () => {
  const transfer = useCommand('supplies.transfer')
  const scrap = useCommand('supplies.scrap')
  const act = ({ verb, to, reason, lines }: Draft) => {
    const moved = lines.map(({ item, quantity, unit, from, lot }) => ({
      item,
      quantity: quantity ?? 0,
      unit,
      ...(from === undefined ? {} : { location: from }),
      ...(lot === undefined ? {} : { lot }),
    }))
    return verb === 'scrap'
      ? scrap.act({ reason, lines: moved })
      : transfer.act({ reason, lines: moved.map((line) => ({ ...line, to })) })
  }
  const clear = () => {
    transfer.clear()
    scrap.clear()
  }
  return { act, clear, isActing: transfer.isActing || scrap.isActing, fault: transfer.fault ?? scrap.fault }
}

export const MovePage = () => {
  const { t } = useWords()
  const { may } = useSession()
  const [draft, setDraft, clearDraft] = useKept<Draft>('supplies.move', empty)
  const [done, setDone] = useState<Slip>()
  const move = useMove()
  const scan = useRef<InputRef>(null)
  const { verb, lines } = draft
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const change = (next: (lines: readonly EntryLine[]) => readonly EntryLine[]) =>
    setDraft((before) => ({ ...before, lines: next(before.lines) }))
  const isReady = lines.length > 0 && (verb === 'transfer' ? draft.to : draft.reason).trim() !== ''
  const submit = async () => {
    if (!isReady || move.isActing) return
    const answer = await move.act(draft)
    if (!answer.ok) return
    setDone(answer.value.slip)
    clearDraft()
    scan.current?.focus()
  }
  const verbs: Verb[] = may('supplies.manage') ? ['transfer', 'scrap'] : ['transfer']
  return (
    <Page
      title={t('supplies.move.title')}
      about={
        <Segmented
          value={verb}
          options={verbs.map((value) => ({ value, label: t(`supplies.verb.${value}`) }))}
          onChange={(value) => {
            move.clear()
            set({ verb: value })
          }}
        />
      }
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={move.isActing}
          isDisabled={!isReady}
          testId="move"
        >
          {t(`supplies.verb.${verb}`)}
        </ActButton>
      }
    >
      {done !== undefined && <SlipDone slip={done} />}
      <div className="counter-main">
        <Fields>
          {verb === 'transfer' && (
            <Field label={t('supplies.field.to')} isRequired path="to" fault={move.fault} span={4}>
              <TextInput value={draft.to} onChange={(to) => set({ to })} testId="move-to" />
            </Field>
          )}
          <Field
            label={t('supplies.field.reason')}
            isRequired={verb === 'scrap'}
            path="reason"
            fault={move.fault}
            span={8}
          >
            <TextInput value={draft.reason} onChange={(reason) => set({ reason })} testId="move-reason" />
          </Field>
        </Fields>
        <ScanField
          onOffer={(offer: Offer) => {
            setDone(undefined)
            move.clear()
            change((before) => addOffer(before, offer))
          }}
          onShort={(text) => doShort(change, text)}
          onEmpty={() => void submit()}
          inputRef={scan}
          autoFocus
        />
        <FaultNote fault={move.fault} />
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
