/** One page of a PDF on a canvas, drawn when it comes into view and again when its size changes. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'

type Props = {
  readonly pdf: PDFDocumentProxy
  /** 1, 2, 3 … */
  readonly page: number
  /** CSS pixels per point. */
  readonly scale: number
  readonly label: string
}

/** Draws a page into a canvas; returns a function that stops. */
const drawInto = (
  canvas: HTMLCanvasElement,
  { pdf, page, scale }: Omit<Props, 'label'>,
  onDrawn: () => void,
): (() => void) => {
  let isStopped = false
  let stop = (): void => undefined
  const draw = async (): Promise<void> => {
    const content = await pdf.getPage(page)
    if (isStopped) return
    const viewport = content.getViewport({ scale: scale * window.devicePixelRatio })
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const task = content.render({ canvas, viewport })
    stop = () => task.cancel()
    await task.promise
    if (!isStopped) onDrawn()
  }
  // A cancelled drawing rejects; so does one whose document was closed meanwhile. Neither is news.
  draw().catch(() => undefined)
  return () => {
    isStopped = true
    stop()
  }
}

export const PdfPage = ({ pdf, page, scale, label }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState<{ width: number; height: number }>()
  const [isSeen, setSeen] = useState(page === 1)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    let isGone = false
    void pdf.getPage(page).then((content) => {
      const { width, height } = content.getViewport({ scale: 1 })
      if (!isGone) setSize({ width, height })
    })
    return () => {
      isGone = true
    }
  }, [pdf, page])
  useEffect(() => {
    const element = canvas.current
    if (element === null || isSeen) return
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [isSeen])
  useEffect(() => {
    const element = canvas.current
    if (element === null || !isSeen) return
    setDrawn(false)
    return drawInto(element, { pdf, page, scale }, () => setDrawn(true))
  }, [pdf, page, scale, isSeen])
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="pdf-page"
      data-testid="pdf-page"
      data-drawn={isDrawn}
      style={size === undefined ? undefined : { width: size.width * scale, height: size.height * scale }}
    />
  )
}
