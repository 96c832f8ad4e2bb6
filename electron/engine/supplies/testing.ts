/** Items and slips for tests of the supplies register. */
import type { TestDesk, TestOffice } from '../testing.ts'

/** Where a test stands: an office and a clerk signed in. */
export type Counter = { office: TestOffice; clerk: TestDesk & { person: string } }

let made = 0

/** A new item `X…` of 支, 盒 of 12, with a barcode for each unit, and some stock. */
export const newItem = async (
  { office, clerk }: Counter,
  more: { quota?: number; name?: string; stock?: number; min?: number } = {},
) => {
  made += 1
  const code = `X${made.toString().padStart(4, '0')}`
  const barcodes = [
    { code: `69${made}1`, unit: '支', amount: 1 },
    { code: `69${made}2`, unit: '盒', amount: 1 },
  ]
  const { name = `签字笔${made}`, stock = 24, ...rest } = more
  const packs = [{ unit: '盒', factor: 12 }]
  const { id } = await clerk.call('supplies.addItem', {
    code,
    name,
    unit: '支',
    packs,
    barcodes,
    location: 'A1',
    ...rest,
  })
  if (stock > 0)
    await clerk.call('supplies.receive', { lines: [{ item: id, quantity: stock, unit: '支', price: 150 }] })
  // Slips sort by the millisecond in their id, and this clock stands.
  office.clock.advance(1000)
  return { id, code, piece: `69${made}1`, box: `69${made}2` }
}

/** Input of an issue with one line. */
export const issueTo = (
  recipient: string,
  item: string,
  quantity: number,
  more: { reason?: string; unit?: string } = {},
) => ({
  recipient,
  ...(more.reason === undefined ? {} : { reason: more.reason }),
  lines: [{ item, quantity, unit: more.unit ?? '支' }],
})
