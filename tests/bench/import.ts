/** `import/xlsx`: a file of 20,000 items through the office's door until all are entered, against parsing the same file alone. */
import writeWorkbookFile from 'write-excel-file/universal'
import { readFile } from '../../electron/engine/tables/read-file.ts'
import { limits } from '../../shared/tables/targets.ts'
import { openBenchOffice, type Shelf } from './offices.ts'
import { median, rowOf, timed, type Row } from './row.ts'

const count = 20_000
const rounds = 3

const fileOf = async (round: number): Promise<Uint8Array> => {
  const headings = ['编码', '品名', '规格', '类别', '基本单位', '包装', '条码', '下限', '上限', '库位', '供应商']
  const rows = Array.from({ length: count }, (_, place) => {
    const code = `D${round}-${place.toString().padStart(5, '0')}`
    const barcode = `69${round}${place.toString().padStart(9, '0')}`
    const what = [code, `办公用品${place}`, `规格 ${place % 40}`, '低值易耗', '支', '盒=12', barcode]
    return [...what, 10, 100, `A-${place % 100}`, `供应商${place % 30}有限公司`]
  })
  const blob = await writeWorkbookFile([headings, ...rows], { sheet: '物品' }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

export const importXlsx = async (shelf: Shelf): Promise<Row> => {
  const found = { ours: [] as number[], baseline: [] as number[] }

  for (let round = 0; round < rounds; round++) {
    // An office of its own for each round: the second import into one would meet the first one's codes.
    const folder = shelf.folder(0, 100 + round)
    const bytes = await fileOf(round)
    const office = openBenchOffice(folder, 'FULL')
    try {
      const desk = await office.as('A0001')
      found.baseline.push(await timed(() => readFile(bytes, 'items.xlsx', limits)))
      const input = { target: 'items', name: 'items.xlsx', bytes: Buffer.from(bytes).toString('base64') }
      found.ours.push(
        await timed(async () => {
          const { entered } = await desk.call<{ entered: number }>('tables.import', input)
          if (entered !== count) throw new Error(`${entered} items were entered instead of ${count}`)
        }),
      )
      found.baseline.push(await timed(() => readFile(bytes, 'items.xlsx', limits)))
    } finally {
      office.close()
    }
  }
  return rowOf({
    name: 'import/xlsx',
    ours: median(found.ours),
    baseline: median(found.baseline),
    target: 2,
    unit: 'ms',
    note: `${count.toLocaleString('en')} items of eleven columns until all are entered, folded, indexed and signed, against reading the file's cells`,
  })
}
