/** After stamping: what was entered, the stamped file itself, and the ways on: save a copy, see it with its history, go back. */
import { useState } from 'react'
import { AttachmentSheet, useContent } from '../../attachments/attachment-sheet.tsx'
import { FileView } from '../../attachments/file-view.tsx'
import { bridge } from '../../shell/bridge.ts'
import { faultOf, type DeskFault } from '../../shell/call.ts'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'

export type Done = Output<'documents.stamp'>

export const StampDone = ({ done }: { done: Done }) => {
  const { t } = useWords()
  const { back } = usePlaces()
  const { data } = useOperation('documents.stampChoices', { attachment: done.attachment })
  const { content, fault } = useContent(done.attachment)
  const [saved, setSaved] = useState<string>()
  const [refused, setRefused] = useState<DeskFault>()
  const [isOpen, setOpen] = useState(false)
  const save = async (): Promise<void> => {
    if (content === undefined) return
    setRefused(undefined)
    try {
      setSaved(await bridge().shell.saveFile(done.name, content.bytes))
    } catch (error) {
      setRefused(faultOf(error))
    }
  }
  return (
    <div className="stamp-done">
      <SuccessLine number={done.number}>
        {t('stamping.done', { name: done.name, pages: done.pages })}
        {done.wasEncrypted && ` ${t('stamping.was-encrypted')}`}
        {done.wasRebuilt && ` ${t('stamping.was-rebuilt')}`}
      </SuccessLine>
      <div className="preview-acts">
        <ActButton
          keyName="Ctrl+s"
          kind="primary"
          isDisabled={content === undefined}
          onAct={() => void save()}
          testId="stamped-save"
        >
          {t('attachments.save')}
        </ActButton>
        <ActButton keyName="o" isDisabled={data === undefined} onAct={() => setOpen(true)} testId="stamped-open">
          {t('stamping.see')}
        </ActButton>
        <ActButton onAct={back}>{t('stamping.back')}</ActButton>
        <span className="quiet" role="status">
          {saved === undefined ? t('attachments.save-what') : t('attachments.saved', { path: saved })}
        </span>
      </div>
      <FaultNote fault={fault ?? refused} />
      <div className="preview-pages" data-testid="stamped-view">
        {content === undefined ? (
          <p className="quiet">{t('attachments.reading', { name: done.name })}</p>
        ) : (
          <FileView name={done.name} mediaType="application/pdf" bytes={content.bytes} />
        )}
      </div>
      {isOpen && data !== undefined && <AttachmentSheet row={data.attachment} onClose={() => setOpen(false)} />}
    </div>
  )
}
