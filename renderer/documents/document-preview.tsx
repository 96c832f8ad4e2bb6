/** The preview of a document: the PDF itself, with keys to print and to save it. Render it only while it is open. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { call, faultOf, type DeskFault } from '../shell/call.ts'
import type { Output } from '../shell/contract.ts'
import { useKeys } from '../shell/keys.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { bytesOf } from '../ui/printing.ts'
import { Progress } from '../ui/progress.tsx'
import { SideSheet } from '../ui/side-sheet.tsx'
import { openPdf } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { useOutlet, type Sent, type Wanted } from './use-outlet.ts'
import './documents.css'

type Rendered = Output<'documents.render'>
type Shown = { readonly pdf: PDFDocumentProxy; readonly rendered: Rendered }

/** Renders without counting and opens the result; again when what is wanted changes. */
const useRendered = ({ form, subject, period }: Wanted) => {
  const [shown, setShown] = useState<Shown>()
  const [fault, setFault] = useState<DeskFault>()
  const [command, setCommand] = useState<string>()
  useEffect(() => {
    let isGone = false
    let close = (): void => undefined
    const id = crypto.randomUUID()
    setCommand(id)
    const show = async (): Promise<void> => {
      const answer = await call('documents.render', { form, subject, period }, id)
      if (isGone) return
      if (!answer.ok) return setFault(answer.fault)
      const opened = await openPdf(bytesOf(answer.value.pdf))
      close = opened.close
      if (isGone) return close()
      setFault(undefined)
      setShown({ pdf: opened.pdf, rendered: answer.value })
    }
    show().catch((error: unknown) => {
      if (!isGone) setFault(faultOf(error))
    })
    return () => {
      isGone = true
      void call('office.cancel', { command: id })
      close()
    }
  }, [form, subject, period])
  return { shown, fault, command }
}

const scales = [0.6, 0.8, 1, 1.25, 1.5, 2, 2.5]
const usual = 1.25

const SentLine = ({ sent }: { sent: Sent }) => {
  const { t } = useWords()
  const { outlet, number, print, path } = sent
  return (
    <p className="preview-sent" role="status" data-testid="preview-sent">
      {outlet === 'printer' && t('documents.sent-to-printer', { number, print })}
      {outlet === 'viewer' && t('documents.opened-in-viewer', { number, print })}
      {outlet === 'file' && t('documents.saved', { number, path })}
    </p>
  )
}

type Props = Wanted & { readonly onClose: () => void }

const Preview = (wanted: Wanted) => {
  const { t } = useWords()
  const outlet = useOutlet(wanted)
  const { shown, fault, command } = useRendered(wanted)
  const [scale, setScale] = useState(usual)
  const step = (by: 1 | -1): void =>
    setScale((now) => scales[Math.min(scales.length - 1, Math.max(0, scales.indexOf(now) + by))] ?? now)
  useKeys({ 'Ctrl+=': () => step(1), 'Ctrl+-': () => step(-1) })
  const { may } = useSession()
  const isReady = shown !== undefined && fault === undefined && may('documents.issue')
  return (
    <div className="preview">
      <div className="preview-acts">
        <ActButton
          onAct={() => void outlet.print()}
          keyName="Ctrl+p"
          kind="primary"
          isActing={outlet.isSending}
          isDisabled={!isReady}
          testId="preview-print"
        >
          {t('documents.print')}
        </ActButton>
        <ActButton
          onAct={() => void outlet.save()}
          keyName="Ctrl+s"
          isDisabled={!isReady || outlet.isSending}
          testId="preview-save"
        >
          {t('documents.save')}
        </ActButton>
        <ActButton onAct={() => step(1)}>{t('documents.zoom-in')}</ActButton>
        <ActButton onAct={() => step(-1)}>{t('documents.zoom-out')}</ActButton>
        {shown !== undefined && (
          <span className="quiet">
            {t('documents.pages-count', { pages: shown.rendered.pages })} ·{' '}
            {t('documents.next-print', {
              print: outlet.sent === undefined ? shown.rendered.print : outlet.sent.print + 1,
            })}
          </span>
        )}
      </div>
      <FaultNote fault={fault ?? outlet.fault} />
      {outlet.sent !== undefined && <SentLine sent={outlet.sent} />}
      <div className="preview-pages" data-testid="preview-pages">
        {shown === undefined && fault === undefined && <Progress command={command} title={t('documents.preparing')} />}
        {shown !== undefined &&
          Array.from({ length: shown.rendered.pages }, (_, index) => (
            <PdfPage
              key={index}
              pdf={shown.pdf}
              page={index + 1}
              scale={scale}
              label={t('documents.page-alt', { number: shown.rendered.number, page: index + 1 })}
            />
          ))}
      </div>
    </div>
  )
}

/**
 * `{isOpen && <DocumentPreview form="seal-use" subject={id} onClose={…} />}`; the book takes a seal's id and a `period`.
 */
export const DocumentPreview = (props: Props) => {
  const { t } = useWords()
  const title = `${t('documents.preview')} · ${t(`documents.title.${props.form}`)}`
  return (
    <SideSheet title={title} width={1180} onClose={props.onClose}>
      <Preview form={props.form} subject={props.subject} period={props.period} />
    </SideSheet>
  )
}
