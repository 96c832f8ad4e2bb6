/** One attachment from the side: what it is, how it looks, saving a copy outside, and erasing its content. */
import { useEffect, useState } from 'react'
import { rightsFor } from '../../shared/attachments/owners.ts'
import { stampedOwners } from '../../shared/documents/stamping/presets.ts'
import { bridge } from '../shell/bridge.ts'
import { faultOf, type DeskFault } from '../shell/call.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { ConfirmReason } from '../ui/confirm-reason.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { History } from '../ui/history.tsx'
import { SideSheet } from '../ui/side-sheet.tsx'
import { FileView } from './file-view.tsx'
import { sizeText, type AttachmentRow } from './row.ts'
import { readAttachment, sha256Of } from './transfer.ts'
import './attachments.css'

type Content = { readonly bytes: Uint8Array; readonly sha256: string }

/** The content, read part by part when the sheet opens. */
export const useContent = (id: string | undefined) => {
  const [content, setContent] = useState<Content & { id: string }>()
  const [fault, setFault] = useState<DeskFault>()
  useEffect(() => {
    let isGone = false
    setFault(undefined)
    if (id === undefined) return
    const read = async (): Promise<void> => {
      const answer = await readAttachment(id)
      if (isGone) return
      if (!answer.ok) return setFault(answer.fault)
      const sha256 = await sha256Of(answer.value)
      if (!isGone) setContent({ id, bytes: answer.value, sha256 })
    }
    read().catch((error: unknown) => setFault(faultOf(error)))
    return () => {
      isGone = true
    }
  }, [id])
  return { content: content?.id === id ? content : undefined, fault }
}

const Erase = ({ row, onDone, onCancel }: { row: AttachmentRow; onDone: () => void; onCancel: () => void }) => {
  const { t } = useWords()
  const erase = useCommand('attachments.erase')
  return (
    <ConfirmReason
      title={`${t('attachments.erase')} · ${row.name}`}
      doLabel={t('attachments.erase')}
      fault={erase.fault}
      isActing={erase.isActing}
      onCancel={onCancel}
      onConfirm={(reason) => void erase.act({ id: row.id, reason }).then(({ ok }) => ok && onDone())}
    >
      <p>{t('attachments.erase-what')}</p>
    </ConfirmReason>
  )
}

const About = ({ row, sha256 }: { row: AttachmentRow; sha256: string | undefined }) => {
  const { t } = useWords()
  return (
    <Facts
      facts={[
        [t('attachments.name'), row.name],
        [t('attachments.kind'), t(`attachments.kind.${row.kind}`)],
        [t('attachments.size'), sizeText(row.size)],
        [t('attachments.kept-by'), `${row.by.name} ${row.at}`],
        [t('attachments.note'), row.note],
        [t('attachments.hash'), sha256],
      ]}
    />
  )
}

/** Of a stamped file: with what, under which number, and from which file, which lies with the same record. */
const StampedFrom = ({ row }: { row: AttachmentRow }) => {
  const { t, list } = useWords()
  const { stamped, of } = row
  const { data } = useOperation(
    'attachments.list',
    { of: of ?? { type: '', subject: row.id } },
    { enabled: stamped !== undefined && of !== undefined, subjects: ['attachment'] },
  )
  if (stamped === undefined) return null
  const original = data?.rows.find(({ id }) => id === stamped.original.attachment)
  return (
    <Facts
      facts={[
        [t('stamping.number'), stamped.number],
        [t('stamping.stamps'), list(stamped.stamps.map(({ stamp }) => t(`stamping.stamp.${stamp}`)))],
        [t('stamping.original'), original?.name],
      ]}
    />
  )
}

/** Leads to the page that stamps it, where it is a PDF of a record that stamps tell of. */
const StampAct = ({ row }: { row: AttachmentRow }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const isFit =
    row.mediaType === 'application/pdf' &&
    row.erased === undefined &&
    stampedOwners.some((each) => each === row.of?.type)
  if (!isFit || !may('documents.issue') || !rightsFor(row.of?.type).attach.some(may)) return null
  return (
    <ActButton keyName="Ctrl+g" onAct={() => go('documents.stamp', { attachment: row.id })} testId="attachment-stamp">
      {t('stamping.begin')}
    </ActButton>
  )
}

type Props = { readonly row: AttachmentRow; readonly onClose: () => void }

const Body = ({ row, onClose }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const { content, fault } = useContent(row.erased === undefined ? row.id : undefined)
  const [isErasing, setErasing] = useState(false)
  const [saved, setSaved] = useState<string>()
  const [saveFault, setSaveFault] = useState<DeskFault>()
  const save = async (bytes: Uint8Array): Promise<void> => {
    try {
      setSaved(await bridge().shell.saveFile(row.name, bytes))
    } catch (error) {
      setSaveFault(faultOf(error))
    }
  }
  return (
    <div className="file-sheet">
      <div className="preview-acts">
        <ActButton
          keyName="Ctrl+s"
          isDisabled={content === undefined}
          onAct={() => content && void save(content.bytes)}
          testId="attachment-save"
        >
          {t('attachments.save')}
        </ActButton>
        <StampAct row={row} />
        {may('office.manage') && row.erased === undefined && (
          <ActButton kind="no" onAct={() => setErasing(true)} testId="attachment-erase">
            {t('attachments.erase')}
          </ActButton>
        )}
        <span className="quiet">
          {saved === undefined ? t('attachments.save-what') : t('attachments.saved', { path: saved })}
        </span>
      </div>
      <About row={row} sha256={content?.sha256} />
      <StampedFrom row={row} />
      <FaultNote fault={fault ?? saveFault} />
      {row.erased !== undefined && (
        <p>{t('attachments.erased', { reason: row.erased.reason, name: row.erased.by.name, at: row.erased.at })}</p>
      )}
      {row.erased === undefined && fault === undefined && (
        <div className="preview-pages" data-testid="attachment-view">
          {content === undefined ? (
            <p className="quiet">{t('attachments.reading', { name: row.name })}</p>
          ) : (
            <FileView name={row.name} mediaType={row.mediaType} bytes={content.bytes} />
          )}
        </div>
      )}
      {row.stamped !== undefined && <History subject={row.id} />}
      {isErasing && <Erase row={row} onDone={onClose} onCancel={() => setErasing(false)} />}
    </div>
  )
}

/** Render it only while it is open. */
export const AttachmentSheet = ({ row, onClose }: Props) => (
  <SideSheet title={row.name} width={900} onClose={onClose}>
    <Body row={row} onClose={onClose} />
  </SideSheet>
)
