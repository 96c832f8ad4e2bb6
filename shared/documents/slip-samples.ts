/** Facts of the supplies' slips as a day makes them, for tests and for looking at the forms: names and numbers are invented. */
import type {
  MoveSlipFacts,
  ReceiptSlipFacts,
  ReturnSlipFacts,
  StockLineFacts,
  SupplyRequestFacts,
} from './slip-facts.ts'

const office = '华东某某精密机械股份有限公司'

const lineOf = (index: number): StockLineFacts => ({
  code: `A00${index}`,
  name: ['复印纸', '中性笔', '硒鼓（适用于打印机）'][index % 3] ?? '',
  spec: ['A4 70g 500张/包', '0.5mm 黑', 'CF-218A 原装 约1400页'][index % 3] ?? '',
  unit: ['包', '盒', '支'][index % 3] ?? '',
  quantity: String(index + 2),
  location: 'A区/01-03',
  unitCost: 2350,
  amount: 2350 * (index + 2),
  ...(index % 3 === 2 ? { lot: 'P26-1107', expiry: '2027-11-30' } : {}),
})

const head = (count: number) => ({
  office,
  at: '2026-11-23 14:20',
  clerk: '赵敏',
  lines: Array.from({ length: count }, (_, index) => lineOf(index)),
  total: Array.from({ length: count }, (_, index) => 2350 * (index + 2)).reduce((sum, amount) => sum + amount, 0),
})

export const sampleReceipt = (count: number): ReceiptSlipFacts => ({
  form: 'receipt-slip',
  ...head(count),
  number: 'RK-A-2026-0088',
  supplier: '苏州文达办公用品有限公司',
  reference: 'SH-20261123-07',
  purchase: 'CG-A-2026-0009',
})

export const sampleReturn = (count: number): ReturnSlipFacts => ({
  form: 'return-slip',
  ...head(count),
  number: 'TK-A-2026-0017',
  returner: '欧阳若曦',
  department: '采购部',
  original: 'LY-A-2026-0316',
  reason: '会议取消',
})

export const sampleMove = (count: number, verb: string): MoveSlipFacts => {
  const { lines, ...rest } = head(count)
  const to = verb === 'transfer' ? { to: '二楼服务台' } : {}
  return {
    form: 'move-slip',
    ...rest,
    lines: lines.map((line) => ({ ...line, ...to })),
    number: 'DB-A-2026-0005',
    verb,
    reason: '补充二楼服务台',
  }
}

export const sampleSupplyRequest = (count: number): SupplyRequestFacts => ({
  form: 'supply-request',
  office,
  number: 'SL-A-2026-0042',
  at: '2026-11-23 09:12',
  requester: '欧阳若曦',
  recipient: '欧阳若曦',
  department: '采购部',
  purpose: '供应商培训',
  reason: '培训两天，每人一套',
  neededBy: '2026-11-26',
  promised: '2026-11-30',
  status: 'approved',
  lines: Array.from({ length: count }, (_, index) => ({
    code: `A00${index}`,
    name: ['复印纸', '中性笔', '硒鼓（适用于打印机）'][index % 3] ?? '',
    spec: ['A4 70g 500张/包', '0.5mm 黑', 'CF-218A 原装 约1400页'][index % 3] ?? '',
    asked: `${index + 2} 盒`,
    approved: `${(index + 1) * 12} 支`,
    issued: `${index * 12} 支`,
    ...(index === 1 ? { overQuota: { count: 12, unit: '支' } } : {}),
  })),
  decisions: [{ by: '王建国', decision: 'approved', opinion: '先发一半', at: '2026-11-23 10:05' }],
  slips: ['LY-A-2026-0316'],
})
