/** The attachments of a record: each opens from the side; more are added from a file. Fits into any drawer. */
import { useState } from 'react'
import type { AttachmentKind } from '../../shared/attachments/attachment.ts'
import { rightsFor } from '../../shared/attachments/owners.ts'
import { bridge } from '../shell/bridge.ts'
import { faultOf, type DeskFault } from '../shell/call.ts'
import { useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { AttachmentSheet } from './attachment-sheet.tsx'
import { sizeText, type AttachmentRow } from './row.ts'
import { keepFile } from './transfer.ts'
import './attachments.css'

type Props = {
  /** Subject type and id of the record. */
  readonly type: string
  readonly subject: string
  /** What a file added here usually is. */
  readonly kind?: AttachmentKind
}

const Row = ({ row, onOpen }: { row: AttachmentRow; onOpen: () => void }) => {
  const { t } = useWords()
  return (
    <li>
      <button type="button" className="plain" onClick={onOpen} data-testid="attachment-row">
        <span className={row.erased === undefined ? '' : 'is-struck'}>
          {row.erased === undefined ? row.name : t('attachments.nameless', { ending: row.name })}
        </span>{' '}
        <small className="quiet">
          {t(`attachments.kind.${row.kind}`)} · {sizeText(row.size)} · {row.by.name} {row.at}
        </small>
      </button>
    </li>
  )
}

export const AttachmentList = ({ type, subject, kind = 'document' }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data, fault } = useOperation('attachments.list', { of: { type, subject } }, { subjects: ['attachment'] })
  const [open, setOpen] = useState<AttachmentRow>()
  const [sending, setSending] = useState<string>()
  const [refused, setRefused] = useState<DeskFault>()
  const add = async (): Promise<void> => {
    setRefused(undefined)
    try {
      const file = await bridge().shell.openFile(t('attachments.choose'), [])
      if (file === undefined) return
      setSending(file.name)
      const isPicture = /\.(png|jpe?g)$/i.test(file.name)
      const answer = await keepFile(file, {
        kind: kind === 'document' || kind === 'photo' ? (isPicture ? 'photo' : 'document') : kind,
        of: { type, subject },
      })
      if (!answer.ok) setRefused(answer.fault)
    } catch (error) {
      setRefused(faultOf(error))
    } finally {
      setSending(undefined)
    }
  }
  return (
    <section className="attachments" aria-label={t('attachments.title')}>
      <h3>
        {t('attachments.title')}
        {rightsFor(type).attach.some(may) && (
          <ActButton keyName="Ctrl+o" onAct={() => void add()} isActing={sending !== undefined} testId="attachment-add">
            {t('attachments.add')}
          </ActButton>
        )}
      </h3>
      <FaultNote fault={fault ?? refused} />
      {sending !== undefined && <p className="quiet">{t('attachments.sending', { name: sending })}</p>}
      {data?.rows.length === 0 && <p className="quiet">{t('attachments.none')}</p>}
      <ul>
        {data?.rows.map((row) => (
          <Row key={row.id} row={row} onOpen={() => setOpen(row)} />
        ))}
      </ul>
      {open !== undefined && <AttachmentSheet row={open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
