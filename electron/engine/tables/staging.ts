/** Files for tests, made where they are needed instead of lying about as binaries. */
import Papa from 'papaparse'
import writeWorkbookFile from 'write-excel-file/universal'

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
