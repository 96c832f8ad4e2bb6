/** `list/growth`: a page of the seal book (opened, in the middle by date, in the middle by number) at 1,000,000 entries against 10,000. */
import { openBenchOffice, type BenchOffice, type Desk, type Shelf } from './offices.ts'
import { alternately, median, rowOf, timed, type Row } from './row.ts'

type Case = { name: string; page: (desk: Desk, side: Side, round: number) => Promise<unknown> }
type Side = { seal: string; dates: string[]; numbers: string[] }

const limit = 50

const cases: readonly Case[] = [
  { name: 'open', page: (desk) => desk.call('seals.book', { limit }) },
  {
    name: 'middle by date',
    page: (desk, { dates }, round) => desk.call('seals.book', { limit, after: dates[round % dates.length] }),
  },
  {
    name: 'middle by number',
    page: (desk, { seal, numbers }, round) =>
      desk.call('seals.book', { limit, seal, order: 'number', after: numbers[round % numbers.length] }),
  },
]

export const listGrowth = async (shelf: Shelf): Promise<Row> => {
  const [large, small] = [openBenchOffice(shelf.folder(1_000_000)), openBenchOffice(shelf.folder(10_000))]
  try {
    const [ours, baseline] = [await open(large), await open(small)]
    const measured = []
    for (const { name, page } of cases) {
      const found = await alternately(
        { warm: 10, counted: 150 },
        (round) => timed(() => page(ours.desk, ours.side, round)),
        (round) => timed(() => page(baseline.desk, baseline.side, round)),
      )
      measured.push({ name, ours: median(found.ours), baseline: median(found.baseline) })
    }
    const worst = measured.toSorted((a, b) => b.ours / b.baseline - a.ours / a.baseline)[0]
    if (!worst) throw new Error('nothing was measured')
    return rowOf({
      name: 'list/growth',
      ours: worst.ours,
      baseline: worst.baseline,
      target: 1.2,
      unit: 'ms',
      note: `pages of ${limit}; the worst of ${measured.map((one) => `${one.name} ${(one.ours / one.baseline).toFixed(2)}`).join(', ')}`,
    })
  } finally {
    large.close()
    small.close()
  }
}

/** Keys of pages around the middle of the book, each a little further on, so that no page is read twice in a row. */
const open = async (office: BenchOffice): Promise<{ desk: Desk; side: Side }> => {
  const desk = await office.as('A0002')
  const { rows } = await desk.call<{ rows: { id: string; code: string }[] }>('seals.list', {})
  const seal = rows.find(({ code }) => code === 'HT01')?.id ?? ''
  const { db } = office.office().journal
  const keys = (column: string, only: string): string[] => {
    const { count } = db.prepare(`select count(*) as count from seal_use ${only}`).get() as { count: number }
    return db
      .prepare(`select ${column} from seal_use ${only} order by ${column} limit 160 offset ?`)
      .pluck()
      .all(Math.floor(count / 2)) as string[]
  }
  return {
    desk,
    side: { seal, dates: keys('date_key', ''), numbers: keys('number_key', `where seal = '${seal}'`) },
  }
}
