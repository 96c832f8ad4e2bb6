/** The part of pdfkit that the bench draws with; the package brings no types. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  type Options = {
    size?: string | [number, number]
    layout?: 'landscape' | 'portrait'
    margin?: number
    autoFirstPage?: boolean
  }
  type TextOptions = { width?: number; lineBreak?: boolean; ellipsis?: boolean; height?: number }

  export default class PDFDocument extends Readable {
    constructor(options?: Options)
    addPage(options?: Options): this
    font(path: string): this
    fontSize(size: number): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    rect(x: number, y: number, width: number, height: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    stroke(): this
    end(): void
  }
}
