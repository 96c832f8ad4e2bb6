/** What can be done with a supply request: issue it, promise the rest, print it, withdraw or close it. */
import { useState } from 'react'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import type { FoundRequest } from './request-drawer.tsx'

type Asking = 'promise' | 'end' | 'print'

export const RequestActs = ({ found }: { found: FoundRequest }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { go } = usePlaces()
  const [asking, setAsking] = useState<Asking>()
  const { request, lines } = found
  const isOpen = request.status === 'approved' && lines.some(({ left }) => left > 0)
  const isMine = request.requester.id === me.person.id || request.recipient.id === me.person.id
  const mayEnd = request.status === 'pending' || isOpen
  const close = () => setAsking(undefined)
  return (
    <>
      {may('documents.read') && (
        <ActButton keyName="Ctrl+p" onAct={() => setAsking('print')} testId="print-request">
          {t('ui.print')}
        </ActButton>
      )}
      {isOpen && may('supplies.issue') && (
        <>
          <ActButton
            keyName="F3"
            kind="primary"
            onAct={() => go('supplies.issue', { request: request.id })}
            testId="issue-request"
          >
            {t('supplies.request.issue')}
          </ActButton>
          <ActButton keyName="d" onAct={() => setAsking('promise')} testId="promise">
            {t('supplies.request.promise')}
          </ActButton>
        </>
      )}
      {mayEnd && (isMine || may('supplies.issue')) && (
        <ActButton kind="no" keyName="x" onAct={() => setAsking('end')} testId="end-request">
          {t(
            isMine && lines.every(({ issued }) => issued === 0)
              ? 'supplies.request.withdraw'
              : 'supplies.request.close',
          )}
        </ActButton>
      )}
      {asking === 'print' && <DocumentPreview form="supply-request" subject={request.id} onClose={close} />}
      {asking === 'promise' && <PromiseSheet found={found} onClose={close} />}
      {asking === 'end' && <EndSheet found={found} onClose={close} />}
    </>
  )
}

type SheetProps = { readonly found: FoundRequest; readonly onClose: () => void }

const PromiseSheet = ({ found: { request, heads }, onClose }: SheetProps) => {
  const { t } = useWords()
  const promise = useCommand('supplies.requestPromise')
  const [date, setDate] = useState(request.promised?.date)
  const [note, setNote] = useState('')
  const submit = async () => {
    const answer = await promise.act({ id: request.id, basedOn: heads, date: date ?? '', note })
    if (answer.ok) onClose()
  }
  return (
    <MiddleSheet title={t('supplies.request.promise')} onClose={onClose}>
      <EntryForm label={t('supplies.request.promise')} onSubmit={() => void submit()}>
        <Fields>
          <Field label={t('supplies.request.promised')} path="date" fault={promise.fault} span={6}>
            <DateInput value={date} onChange={setDate} autoFocus testId="promise-date" />
          </Field>
          <Field label={t('supplies.request.note')} path="note" fault={promise.fault} span={6}>
            <TextInput value={note} onChange={setNote} />
          </Field>
        </Fields>
        <FaultNote fault={promise.fault} />
        <div className="form-acts">
          <ActButton kind="primary" keyName="Ctrl+Enter" onAct={() => void submit()} isActing={promise.isActing}>
            {t('supplies.request.promise')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}

const EndSheet = ({ found: { request, heads }, onClose }: SheetProps) => {
  const { t } = useWords()
  const end = useCommand('supplies.requestEnd')
  const confirm = async (reason: string) => {
    const answer = await end.act({ id: request.id, basedOn: heads, reason })
    if (answer.ok) onClose()
  }
  return (
    <ConfirmReason
      title={t('supplies.request.end')}
      doLabel={t('supplies.request.end')}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onClose}
      fault={end.fault}
      isActing={end.isActing}
    />
  )
}
