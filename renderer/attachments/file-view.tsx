/** A file as it looks: a PDF page by page, or a picture; anything else only says that it is not shown here. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { openPdf } from '../documents/open-pdf.ts'
import { PdfPage } from '../documents/pdf-page.tsx'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import './attachments.css'

type Props = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** CSS pixels per point of a PDF; a picture takes the width there is. */
  readonly scale?: number
}

const Picture = ({ name, mediaType, bytes }: Props) => {
  const { t } = useWords()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    // A blob of this type can only be drawn: an image element runs nothing, whatever the bytes hold.
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, mediaType])
  return url === undefined ? null : (
    <img className="file-picture" src={url} alt={t('attachments.picture-alt', { name })} data-testid="file-picture" />
  )
}

const Pdf = ({ name, bytes, scale = 1.1 }: Props) => {
  const { t } = useWords()
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [isDamaged, setDamaged] = useState(false)
  useEffect(() => {
    let isGone = false
    let close = (): void => undefined
    setDamaged(false)
    openPdf(bytes).then(
      (opened) => {
        close = opened.close
        if (isGone) close()
        else setPdf(opened.pdf)
      },
      () => setDamaged(true),
    )
    return () => {
      isGone = true
      setPdf(undefined)
      close()
    }
  }, [bytes])
  if (isDamaged) return <FaultNote fault={{ code: 'attachment-damaged', name }} />
  return Array.from({ length: pdf?.numPages ?? 0 }, (_, index) =>
    pdf === undefined ? null : (
      <PdfPage
        key={index}
        pdf={pdf}
        page={index + 1}
        scale={scale}
        label={t('documents.page-alt', { number: name, page: index + 1 })}
      />
    ),
  )
}

export const FileView = (props: Props) => {
  const { t } = useWords()
  if (props.mediaType === 'application/pdf') return <Pdf {...props} />
  if (props.mediaType === 'image/png' || props.mediaType === 'image/jpeg') return <Picture {...props} />
  return <p className="file-unseen">{t('attachments.no-preview')}</p>
}
