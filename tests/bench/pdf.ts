/** `pdf/*`: stamping against qpdf with a ready overlay, and printing against pdfkit drawing the same table. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stampFile, type StampOrder } from '../../electron/engine/documents/stamping/stamp-file.ts'
import { plainFile } from '../../electron/engine/documents/stamping/strange-files.ts'
import { isRefusal } from '../../shared/api/fault.ts'
import { sampleSlip } from '../../shared/documents/samples.ts'
import { stamp, type StampInput } from '../../shared/documents/stamping/stamps.ts'
import { face, pressed, slipByPdfkit } from './pdf-drawn.ts'
import { alternately, median, rowOf, timed, type Row } from './row.ts'

const seal =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><circle cx="21" cy="21" r="20" fill="none" stroke="#c00000" stroke-width="1.5"/><path d="M21 9l3 9h9l-7 5 3 9-8-6-8 6 3-9-7-5h9z" fill="#c00000"/></svg>'

const orderOf = (stamps: StampInput[]): StampOrder => ({
  name: 'bench.pdf',
  stamps: stamps.map((each) => stamp.parse(each)),
  facts: {
    office: '示例有限公司',
    number: 'GZ01-2026-0007',
    date: '2026-11-28',
    handler: '赵敏',
    sealName: '公章',
    seal: { widthMm: 42, heightMm: 42 },
    code: `SB1:${'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.repeat(4)}.`,
  },
  impression: { mediaType: 'image/svg+xml', data: seal },
  language: 'zh-CN',
  password: undefined,
  acceptsSigned: false,
})

const registration: StampInput = { stamp: 'registration', pages: 'first', corner: 'top-right' }
const everywhere: StampInput[] = [
  { ...registration, pages: 'all' },
  { stamp: 'seal', pages: 'all', corner: 'bottom-right', x: 30, y: 40 },
  { stamp: 'page-number', pages: 'all', corner: 'bottom' },
]

type Bench = {
  folder: string
  /** Our stamping from file to file, as qpdf's is. */
  ours: (from: string, stamps: StampInput[]) => Promise<number>
  qpdf: (from: string, overlay: string, ...which: string[]) => Promise<number>
  file: (pages: number) => string
  overlay: (stamps: StampInput[]) => Promise<string>
}

const openBench = async (): Promise<Bench> => {
  const folder = mkdtempSync(join(tmpdir(), 'sealbook-bench-pdf-'))
  const font = face()
  const stamped = async (from: string, to: string, stamps: StampInput[]): Promise<void> => {
    const answer = await stampFile(readFileSync(from), orderOf(stamps), font)
    if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
    writeFileSync(to, answer.pdf)
  }
  const to = join(folder, 'to.pdf')
  return {
    folder,
    ours: (from, stamps) => timed(() => stamped(from, to, stamps)),
    qpdf: (from, overlay, ...which) =>
      timed(() => execFileSync('qpdf', [from, '--overlay', overlay, ...which, '--', to], { stdio: 'ignore' })),
    file: (pages) => {
      const path = join(folder, `${pages}.pdf`)
      const lines = Array.from({ length: 40 }, (_, line) => `line ${line} of a contract that goes on for a while`)
      const text = lines.join(') Tj 0 -14 Td (')
      writeFileSync(path, plainFile(Array.from({ length: pages }, () => ({ text }))))
      return path
    },
    overlay: async (stamps) => {
      const [blank, path] = [join(folder, 'blank.pdf'), join(folder, 'overlay.pdf')]
      writeFileSync(blank, plainFile([{ text: '' }]))
      await stamped(blank, path, stamps)
      return path
    },
  }
}

const stampOne = async (bench: Bench): Promise<Row[]> => {
  const [small, large] = [bench.file(100), bench.file(1000)]
  const overlay = await bench.overlay([registration])
  const against = await alternately(
    { warm: 3, counted: 15 },
    () => bench.ours(large, [registration]),
    () => bench.qpdf(large, overlay, '--to=1'),
  )
  const growth = await alternately(
    { warm: 3, counted: 25 },
    () => bench.ours(large, [registration]),
    () => bench.ours(small, [registration]),
  )
  return [
    rowOf({
      name: 'pdf/stamp-one',
      ours: median(against.ours),
      baseline: median(against.baseline),
      target: 0.3,
      unit: 'ms',
      note: 'a registration stamp with its code on page 1 of 1,000, from file to file, against qpdf --overlay with a ready stamp',
    }),
    rowOf({
      name: 'pdf/stamp-growth',
      ours: median(growth.ours),
      baseline: median(growth.baseline),
      target: 3,
      unit: 'ms',
      note: 'the same stamp on a file of 1,000 pages against one of 100',
    }),
  ]
}

const stampAll = async (bench: Bench): Promise<Row> => {
  const file = bench.file(1000)
  const overlay = await bench.overlay(everywhere)
  const { ours, baseline } = await alternately(
    { warm: 2, counted: 9 },
    () => bench.ours(file, everywhere),
    () => bench.qpdf(file, overlay, '--from=', '--repeat=1'),
  )
  return rowOf({
    name: 'pdf/stamp-all',
    ours: median(ours),
    baseline: median(baseline),
    target: 4,
    unit: 'ms',
    note: 'stamp, code, seal and a number of its own on each of 1,000 pages, against qpdf --overlay that lays one ready page, without numbers, on each',
  })
}

const slip = async (): Promise<Row> => {
  const [facts, font] = [sampleSlip(8), face()]
  const { ours, baseline } = await alternately(
    { warm: 5, counted: 30 },
    () => timed(() => pressed(facts, font)),
    () => timed(() => slipByPdfkit(facts)),
  )
  return rowOf({
    name: 'pdf/slip',
    ours: median(ours),
    baseline: median(baseline),
    target: 1,
    unit: 'ms',
    note: 'an issue slip of eight lines with code, signed facts and proof, warm, against pdfkit drawing title and table alone',
  })
}

const rows = 10_000

const drawBook = (side: 'ours' | 'pdfkit'): { ms: number; mb: number } => {
  const script = join(import.meta.dirname, 'pdf-book.ts')
  const said = execFileSync(process.execPath, [script, side, String(rows)], { encoding: 'utf8' })
  return JSON.parse(said) as { ms: number; mb: number }
}

const book = async (): Promise<Row[]> => {
  const memory = { ours: [] as number[], baseline: [] as number[] }
  const drawn = (side: 'ours' | 'pdfkit', into: number[]) => (): Promise<number> => {
    const { ms, mb } = drawBook(side)
    into.push(mb)
    return Promise.resolve(ms)
  }
  const { ours, baseline } = await alternately(
    { warm: 0, counted: 3 },
    drawn('ours', memory.ours),
    drawn('pdfkit', memory.baseline),
  )
  return [
    rowOf({
      name: 'pdf/book',
      ours: median(ours),
      baseline: median(baseline),
      target: 0.15,
      unit: 'ms',
      note: `${rows.toLocaleString('en')} uses laid out and pressed, the font read, against pdfkit drawing the same columns; processor time of a process for each`,
    }),
    rowOf({
      name: 'pdf/book-memory',
      ours: median(memory.ours),
      baseline: median(memory.baseline),
      target: 1,
      unit: 'MB',
      note: 'the greatest resident memory of these processes',
    }),
  ]
}

export const pdfNames = [
  'pdf/stamp-one',
  'pdf/stamp-growth',
  'pdf/stamp-all',
  'pdf/slip',
  'pdf/book',
  'pdf/book-memory',
] as const

export const pdfRows = async (): Promise<Row[]> => {
  const bench = await openBench()
  try {
    return [...(await stampOne(bench)), await stampAll(bench), await slip(), ...(await book())]
  } finally {
    rmSync(bench.folder, { recursive: true, force: true })
  }
}
