/** Issue 领用 (F3): who, then scan after scan, then Enter; number, print, signature and undo follow. */
import type { InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { usePlaces } from '../../shell/places.tsx'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'
import { BudgetNote } from '../budget/budget-note.tsx'
import { ApproverPanel } from './approver-panel.tsx'
import { useFillRequest } from './fill-request.ts'
import { IssueLine } from './issue-line.tsx'
import { addOffer, changeLine, changeUnit, isPartial, doShort, type EntryLine } from './lines.ts'
import { useReasonNeeded } from './reason-needed.ts'
import { DrawnLately, RecipientField } from './recipient.tsx'
import { ScanField } from '../items/scan-field.tsx'
import { SlipDone } from './slip-done.tsx'
import { useStart } from '../start.ts'
import { useIssue, type IssueDone } from './use-issue.ts'

const asksReason = (code: string | undefined): boolean =>
  code === 'quota-exceeded' || code === 'old-one-needed' || code === 'lot-expired'

/** What was entered: a slip, or the request that it became. */
const Done = ({ done }: { done: IssueDone }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  if ('slip' in done) return <SlipDone slip={done.slip} />
  return (
    <SuccessLine number={done.asked.number}>
      <button type="button" className="plain" onClick={() => go('supplies.requests', { open: done.asked.id })}>
        {t('supplies.ask.done')}
      </button>
    </SuccessLine>
  )
}

export const IssuePage = ({ params }: PageProps) => {
  const { t } = useWords()
  const issuing = useIssue()
  const { draft, done, set, change, isActing, isReady, first } = issuing
  const scan = useRef<InputRef>(null)
  const reason = useRef<InputRef>(null)
  const { recipient, lines, request } = draft
  const isRest = isPartial(lines)
  const isOver = useReasonNeeded(lines, recipient?.id, request !== undefined)
  const isReasoned = isOver || draft.reason !== '' || asksReason(issuing.fault?.code)
  const [asked, setAsked] = useState(0)
  // Only now the field is there, if the refusal was the first to ask for it.
  useEffect(() => {
    if (asked > 0) reason.current?.focus()
  }, [asked])
  const receive = (offer: Offer) => {
    issuing.forget()
    change((before) => addOffer(before, offer))
  }
  useStart(params, { onPerson: (person) => set({ recipient: person, request: undefined }), onItem: receive })
  useFillRequest(params, (found) => {
    issuing.forget()
    set(found)
  })
  // The next field is where the hands go: after the person, the scanner.
  useEffect(() => {
    if (recipient !== undefined) scan.current?.focus()
  }, [recipient])
  const submit = async () => {
    if (!isReady || isActing) return
    // A rest without a day is asked for its day first.
    if (isRest && draft.promised === undefined) return focusOn('promised')
    if (asksReason(await issuing.submit())) setAsked((before) => before + 1)
  }
  const onLine = (line: EntryLine) => ({
    onChange: (changes: Partial<EntryLine>) => change((before) => changeLine(before, line.key, changes)),
    onUnit: (unit: string) => change((before) => changeUnit(before, line.key, unit)),
    onRemove: () => change((before) => before.filter(({ key }) => key !== line.key)),
  })

  return (
    <Page
      title={t('supplies.issue.title')}
      about={request && t('supplies.issue.of-request', request)}
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={isActing}
          isDisabled={!isReady}
          testId="issue"
        >
          {t('supplies.issue.do')}
        </ActButton>
      }
    >
      {done !== undefined && <Done done={done} />}
      <div className="counter">
        <div className="counter-main">
          <RecipientField
            value={recipient}
            onChange={(value) => set({ recipient: value, request: undefined })}
            onItem={receive}
          />
          {recipient !== undefined && <BudgetNote recipient={recipient.id} />}
          {recipient === undefined && <p className="quiet">{t('supplies.issue.begin')}</p>}
          {recipient !== undefined && (
            <ScanField
              recipient={recipient.id}
              onOffer={receive}
              onBadge={(person) => set({ recipient: person, request: undefined })}
              onShort={(text) => doShort(change, text)}
              onEmpty={() => void submit()}
              inputRef={scan}
            />
          )}
          {(first?.code !== 'approval-needed' || issuing.fault !== first) && <FaultNote fault={issuing.fault} />}
          {first?.code === 'approval-needed' && (
            <ApproverPanel
              grounds={first.grounds}
              isActing={isActing}
              onConfirm={(confirming) => void issuing.confirm(confirming)}
              onAsk={() => void issuing.ask()}
            />
          )}
          <ul
            className="slip-lines"
            aria-label={t('supplies.field.content')}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.target instanceof HTMLInputElement) scan.current?.focus()
            }}
          >
            {lines.map((line) => (
              <IssueLine key={line.key} line={line} recipient={recipient?.id} {...onLine(line)} />
            ))}
          </ul>
          {recipient !== undefined && lines.length === 0 && <p className="quiet">{t('supplies.issue.lines.none')}</p>}
          {lines.length > 0 && (
            <>
              <p className="quiet">
                {t('supplies.lines', { count: lines.length })} · {t('supplies.scan.hint')} · {t('supplies.scan.asked')}
              </p>
              <div
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing) void submit()
                }}
              >
                <Fields>
                  {isRest && (
                    <Field label={t('supplies.request.promised')} span={4} isRequired>
                      <DateInput value={draft.promised} onChange={(promised) => set({ promised })} testId="promised" />
                    </Field>
                  )}
                  {isReasoned && (
                    <Field label={t('supplies.issue.reason')} span={isRest ? 8 : 12} isRequired={isOver}>
                      <TextInput
                        value={draft.reason}
                        onChange={(value) => set({ reason: value })}
                        inputRef={reason}
                        testId="reason"
                      />
                    </Field>
                  )}
                </Fields>
              </div>
            </>
          )}
        </div>
        {recipient !== undefined && <DrawnLately recipient={recipient.id} />}
      </div>
    </Page>
  )
}

const focusOn = (testId: string): void => document.querySelector<HTMLInputElement>(`[data-testid=${testId}]`)?.focus()
