/** `search/overhead` and `search/growth`: what the one box costs beyond the bare FTS5 query, and how that grows. */
import { queryOf } from '../../shared/office/search-text.ts'
import { openBenchOffice, type BenchOffice, type Desk, type Shelf } from './offices.ts'
import { quantile, rowOf, timed, timedNow, type Row } from './row.ts'

/** Rows a search shows. */
const limit = 20

/**
 * A fixed mix: names and titles by one character, by two and more, by pinyin, by initials, and numbers of every register.
 * What is typed exists in every example office of the same seed, so that both sizes answer the same questions.
 */
const mix = (): string[] => {
  const characters = [...'合同采购销售证明检验报告授权委托发票对账劳动服务设备江苏南京陈赵林周方笔纸档案']
  const words =
    '采购合同 销售合同 在职证明 检验报告 授权委托书 公章 合同专用章 中性笔 复印纸 档案盒 周岚 赵𬭚 陈㛃 顾明远 专用夹具 备品备件 银行询证函 增值税 劳动合同 送货回执'.split(
      ' ',
    )
  const spelled =
    'caigouhetong xiaoshouhetong zhoulan guming hetongzhuan gongzhang zhongxingbi fuyinzhi jianyan shouquan cghtong htzyz zl gmy yhxzh ldht zxb shht zmz fpzyz'.split(
      ' ',
    )
  const numbers =
    'HT01-2026 YS-A-2026-00 LY-A-2026-01 HT-2026-0012 HY-A-2026-0020 WP0031 A0014 HT-2025-0005 GZ01-2026-0001 SQ-A-2025-0003 RK-A-2026 TK-A-2026'.split(
      ' ',
    )
  const pairs = words.slice(0, 10).map((word, index) => `${word} ${numbers[index % 4] ?? ''}`)
  const kinds = [characters, words, spelled, numbers, pairs]
  return Array.from({ length: 1000 }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? words
    return kind[Math.floor(index / kinds.length) % kind.length] ?? ''
  })
}

type Sides = { ours: number; bare: number }

const measure = async (offices: readonly BenchOffice[]): Promise<Sides[]> => {
  const sides = await Promise.all(offices.map(open))
  const times = offices.map(() => ({ ours: [] as number[], bare: [] as number[] }))
  const typed = mix()
  // Once through uncounted: a query's pages are read from the disk only once in an office's day.
  for (const text of typed.slice(0, 200)) for (const side of sides) await side.ours(text)
  for (const [round, text] of typed.entries()) {
    for (const [place, side] of sides.entries()) {
      const mine = times[place]
      const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
      for (const which of order) {
        if (which === 'ours') mine?.ours.push(await timed(() => side.ours(text)))
        else mine?.bare.push(timedNow(() => side.bare(text)))
      }
    }
  }
  return times.map(({ ours, bare }) => ({ ours: quantile(ours, 0.95), bare: quantile(bare, 0.95) }))
}

const open = async (
  office: BenchOffice,
): Promise<{ ours: (text: string) => Promise<unknown>; bare: (text: string) => unknown }> => {
  const desk: Desk = await office.as('A0002')
  const statement = office.office().journal.db.prepare(
    `select found.* from found_text join found on found.doc = found_text.rowid
      where found_text.text match ? order by found_text.rowid desc limit ${limit}`,
  )
  return {
    ours: (text) => desk.call('desk.search', { text, limit }),
    bare: (text) => statement.all(queryOf(text)),
  }
}

/** Both rows from one measurement. */
export const searchRows = async (shelf: Shelf): Promise<Row[]> => {
  const offices = [openBenchOffice(shelf.folder(1_000_000)), openBenchOffice(shelf.folder(10_000))]
  try {
    const [large, small] = await measure(offices)
    if (!large || !small) throw new Error('nothing was measured')
    return [
      rowOf({
        name: 'search/overhead',
        ours: large.ours,
        baseline: large.bare,
        target: 1.5,
        unit: 'ms',
        note: `95th percentile of 1,000 queries at 1,000,000 entries, ${limit} rows each, against the bare FTS5 query with its rows`,
      }),
      rowOf({
        name: 'search/growth',
        ours: large.ours / small.ours,
        baseline: large.bare / small.bare,
        target: 1.2,
        unit: 'times',
        note: `how many times longer at 1,000,000 than at 10,000 entries (95th percentile: ours ${small.ours.toFixed(2)} -> ${large.ours.toFixed(2)} ms, bare ${small.bare.toFixed(2)} -> ${large.bare.toFixed(2)} ms)`,
      }),
    ]
  } finally {
    offices.forEach((office) => office.close())
  }
}
