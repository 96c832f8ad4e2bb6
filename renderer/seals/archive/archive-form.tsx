/** Archiving one use: what it is, under which number, and whether its file is still the approved one. */
import { useEffect, useRef, useState } from 'react'
import { expectedSha } from '../../../shared/seals/archive/archive-rules.ts'
import type { Output } from '../../shell/contract.ts'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { FileHash, type BoundFile } from '../use/file-hash.tsx'
import { faultOfStop } from '../life/light.tsx'
import type { Match } from '../use/use-scans.ts'

export type Archived = Output<'seals.archive'>
type Candidate = Match['uses'][number]

const About = ({ use }: { use: Candidate['use'] }) => {
  const { t } = useWords()
  return (
    <Facts
      facts={[
        [t('seals.book.number'), <strong key="number">{use.number}</strong>],
        [t('seals.use.document'), use.document.title],
        [t('seals.book.seal'), `${use.seal.code} ${use.seal.name}`],
        [t('seals.book.used-at'), use.usedAt],
        [t('seals.use.copies'), use.copies],
        [t('seals.requests.counterparty'), use.recipient ?? use.counterparty],
        [t('seals.book.request'), use.request?.number],
        [t('seals.book.handler'), use.handler?.name],
        [t('seals.book.archive'), [use.archiveNumber, use.archivedOn].filter(Boolean).join(' ')],
      ]}
    />
  )
}

type Props = {
  readonly candidate: Candidate
  /** The scan that shows the paper, where there is one. */
  readonly scan?: string | undefined
  readonly onDone: (archived: Archived) => void
}

export const ArchiveForm = ({ candidate: { use, stop }, scan, onDone }: Props) => {
  const { t } = useWords()
  const { office, may } = useSession()
  const archive = useCommand('seals.archive')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(office.today)
  const [file, setFile] = useState<BoundFile>()
  const button = useRef<HTMLDivElement>(null)
  const isOpen = stop === undefined && may('seals.use')
  const expected = expectedSha(use)
  // What was found is right nearly always: one Enter, and the paper is filed.
  useEffect(() => {
    if (isOpen) button.current?.querySelector('button')?.focus()
  }, [isOpen])
  const send = async (): Promise<void> => {
    if (!isOpen || archive.isActing) return
    const typed = number.trim()
    const answer = await archive.act({
      id: use.id,
      scan,
      archivedOn: on,
      sha256: file?.sha256,
      ...(typed === '' ? {} : { archiveNumber: typed }),
    })
    if (answer.ok) onDone(answer.value)
  }
  return (
    <EntryForm label={t('seals.archive.title')} onSubmit={() => void send()}>
      <About use={use} />
      <FaultNote fault={stop && faultOfStop(stop)} />
      {isOpen && (
        <Fields>
          <Field span={12} label={t('seals.book.archive')} path="archiveNumber" fault={archive.fault}>
            <TextInput
              value={number}
              onChange={setNumber}
              placeholder={t('seals.archive.next-number')}
              testId="archive-number"
            />
          </Field>
          <Field span={12} label={t('seals.archive.on')} path="archivedOn" fault={archive.fault}>
            <DateInput value={on} onChange={setOn} testId="archive-on" />
          </Field>
          {expected !== undefined && <FileHash value={file} onChange={setFile} approved={expected} purpose="archive" />}
        </Fields>
      )}
      <FaultNote fault={archive.fault} />
      {isOpen && (
        <div className="form-acts" ref={button}>
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={archive.isActing}
            onAct={() => void send()}
            testId="archive-do"
          >
            {t('seals.archive.do')}
          </ActButton>
        </div>
      )}
    </EntryForm>
  )
}
