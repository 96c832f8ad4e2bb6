/** Files for tests, made where they are needed instead of lying about as binaries, and a desk that imports and exports. */
import Papa from 'papaparse'
import writeWorkbookFile from 'write-excel-file/universal'
import type { ExportList, ImportTarget, TableFormat } from '../../../shared/tables/targets.ts'
import type { TestOffice } from '../testing.ts'

type StagedCell = string | number | boolean | Date | null

export const csvOf = (rows: readonly (readonly StagedCell[])[]): string =>
  Papa.unparse(rows.map((row) => row.map((cell) => cell ?? '')))

export const workbookOf = async (rows: readonly (readonly StagedCell[])[], sheet = 'Sheet1'): Promise<Uint8Array> => {
  const data = rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? { value: cell, type: Date, format: 'yyyy-mm-dd' } : cell)),
  )
  const blob = await writeWorkbookFile(data, { sheet }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const tableDesk = (office: TestOffice) => ({
  countOf: (table: string): number =>
    (office.office().journal.db.prepare(`select count(*) as count from ${table}`).get() as { count: number }).count,
  read: (target: ImportTarget, bytes: Uint8Array, more: object = {}) =>
    office.administrator.call('tables.read', { target, name: 'file', bytes: base64Of(bytes), ...more }),
  enter: (target: ImportTarget, bytes: Uint8Array, more: object = {}) =>
    office.administrator.call('tables.import', { target, name: 'file', bytes: base64Of(bytes), ...more }),
  refused: (target: ImportTarget, bytes: Uint8Array) =>
    office.administrator.refused('tables.import', { target, name: 'file', bytes: base64Of(bytes) }),
  exported: async (list: ExportList, format: TableFormat, filter = {}) => {
    const file = await office.administrator.call('tables.export', { list, format, filter })
    return { ...file, content: Buffer.from(file.bytes, 'base64') }
  },
})
export type TableDesk = ReturnType<typeof tableDesk>
