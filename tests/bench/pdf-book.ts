/** Draws the book once in a process of its own, so that its peak of memory is its own: `pdf-book.ts ours|pdfkit <rows>`. */
import { sampleBook } from '../../shared/documents/samples.ts'
import { bookByPdfkit, face, pressed } from './pdf-drawn.ts'

const [side, rows] = process.argv.slice(2)
const book = sampleBook(Number(rows))
const begun = process.cpuUsage()
const pdf = side === 'ours' ? await pressed(book, face()) : await bookByPdfkit(book)
const { user, system } = process.cpuUsage(begun)
const ms = (user + system) / 1000
// Kilobytes on Linux.
const mb = process.resourceUsage().maxRSS / 1000
process.stdout.write(JSON.stringify({ ms, mb, bytes: pdf.length }))
