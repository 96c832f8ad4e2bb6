/** Issue 领用 (F3): who, then scan after scan, then Enter; number and print key follow. */
import type { InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Offer } from '../../shared/supplies/operations.ts'
import type { Output } from '../shell/contract.ts'
import { useKept } from '../shell/kept.ts'
import { useCommand } from '../shell/queries.ts'
import type { PageProps } from '../shell/registers.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Field } from '../ui/form.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { IssueLine } from './issue-line.tsx'
import { addOffer, changeLine, changeUnit, shortCommand, type EntryLine } from './lines.ts'
import { DrawnLately, RecipientField, type Receiver } from './recipient.tsx'
import { ScanField } from './scan-field.tsx'
import { SlipDone } from './slip-done.tsx'
import { useStart } from './start.ts'

type Draft = { readonly recipient: Receiver | undefined; readonly lines: readonly EntryLine[]; readonly reason: string }
type Slip = Output<'supplies.issue'>['slip']

const empty: Draft = { recipient: undefined, lines: [], reason: '' }

const needsReason = (code: string | undefined): boolean => code === 'quota-exceeded' || code === 'old-one-needed'

export const IssuePage = ({ params }: PageProps) => {
  const { t } = useWords()
  const [draft, setDraft, clearDraft] = useKept<Draft>('supplies.issue', empty)
  const [done, setDone] = useState<Slip>()
  const issue = useCommand('supplies.issue')
  const scan = useRef<InputRef>(null)
  const reason = useRef<InputRef>(null)
  const { recipient, lines } = draft
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const change = (next: (lines: readonly EntryLine[]) => readonly EntryLine[]) =>
    setDraft((before) => ({ ...before, lines: next(before.lines) }))
  const receive = (offer: Offer) => {
    setDone(undefined)
    issue.clear()
    change((before) => addOffer(before, offer))
  }
  useStart(params, { onPerson: (person) => set({ recipient: person }), onItem: receive })
  // The next field is where the hands go: after the person, the scanner.
  useEffect(() => {
    if (recipient !== undefined) scan.current?.focus()
  }, [recipient])

  const submit = async () => {
    if (recipient === undefined || lines.length === 0 || issue.isActing) return
    const answer = await issue.act({
      recipient: recipient.id,
      ...(draft.reason.trim() === '' ? {} : { reason: draft.reason }),
      lines: lines.map(({ item, quantity, unit, oldReturned }) => ({
        item,
        quantity: quantity ?? 0,
        unit,
        oldReturned,
      })),
    })
    if (answer.ok) {
      setDone(answer.value.slip)
      clearDraft()
    } else if (needsReason(answer.fault.code)) reason.current?.focus()
  }
  const doShort = (text: string): boolean => {
    if (shortCommand(lines, text) === undefined) return false
    change((before) => shortCommand(before, text) ?? before)
    return true
  }

  return (
    <Page
      title={t('supplies.issue.title')}
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={issue.isActing}
          isDisabled={recipient === undefined || lines.length === 0}
          testId="issue"
        >
          {t('supplies.issue.do')}
        </ActButton>
      }
    >
      {done !== undefined && <SlipDone slip={done} />}
      <div className="counter">
        <div className="counter-main">
          <RecipientField value={recipient} onChange={(value) => set({ recipient: value })} />
          {recipient === undefined && <p className="quiet">{t('supplies.issue.begin')}</p>}
          {recipient !== undefined && (
            <ScanField
              recipient={recipient.id}
              onOffer={receive}
              onShort={doShort}
              onEmpty={() => void submit()}
              inputRef={scan}
            />
          )}
          <FaultNote fault={issue.fault} />
          <ul
            className="slip-lines"
            aria-label={t('supplies.field.content')}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.target instanceof HTMLInputElement) scan.current?.focus()
            }}
          >
            {lines.map((line) => (
              <IssueLine
                key={line.key}
                line={line}
                recipient={recipient?.id}
                onChange={(changes) => change((before) => changeLine(before, line.key, changes))}
                onUnit={(unit) => change((before) => changeUnit(before, line.key, unit))}
                onRemove={() => change((before) => before.filter(({ key }) => key !== line.key))}
              />
            ))}
          </ul>
          {recipient !== undefined && lines.length === 0 && <p className="quiet">{t('supplies.issue.lines.none')}</p>}
          {lines.length > 0 && (
            <>
              <p className="quiet">
                {t('supplies.lines', { count: lines.length })} · {t('supplies.scan.hint')}
              </p>
              <div
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing) void submit()
                }}
              >
                <Field label={t('supplies.issue.reason')} span={12}>
                  <TextInput
                    value={draft.reason}
                    onChange={(value) => set({ reason: value })}
                    inputRef={reason}
                    testId="reason"
                  />
                </Field>
              </div>
            </>
          )}
        </div>
        {recipient !== undefined && <DrawnLately recipient={recipient.id} />}
      </div>
    </Page>
  )
}
