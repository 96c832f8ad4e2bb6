/**
 * Importing through the office's own door, on a real file: what is understood, what is refused, all or nothing.
 *
 * Long because: five targets, each with what it understands and what it refuses, in one office.
 */
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../testing.ts'
import type { Reply } from '../serve.ts'
import { base64Of, csvOf, tableDesk, workbookOf, type TableDesk } from './staging.ts'

let office: TestOffice
let desk: TableDesk

beforeAll(async () => {
  office = await openTestOffice()
  desk = tableDesk(office)
})
afterAll(() => office.close())

const peopleRows = [
  ['人员名单', null, null, null],
  [null, null, null, null],
  ['工　号', '姓 名', '所属部门', '入职日期（年/月/日）'],
  ['P001', '张㛃', '采购部', '2020/3/1'],
  ['P002', '李𬭚', '采购部', '2021年12月31日'],
  ['１００３', '王五', '法务部', null],
]

describe('people', () => {
  it('guesses heading row and columns, and reads GB18030 with rare characters', async () => {
    const bytes = iconv.encode(csvOf(peopleRows), 'gb18030')
    const reading = await desk.read('people', bytes)
    expect(reading).toMatchObject({
      format: 'csv',
      encoding: 'gb18030',
      headingRow: 3,
      rows: 3,
      good: 3,
      bad: 0,
      missing: [],
    })
    expect(reading.mapping).toEqual({ staffNo: 0, name: 1, department: 2, employedFrom: 3 })
    const before = desk.countOf('department')
    expect(await desk.enter('people', bytes)).toEqual({ target: 'people', entered: 3, known: 0 })
    const { rows } = await office.administrator.call('people.list', { text: '', limit: 200 })
    const made = rows.filter(({ staffNo }) => ['P001', 'P002', '1003'].includes(staffNo))
    expect(made.map(({ name, employedFrom, roles }) => [name, employedFrom, roles])).toEqual([
      ['王五', undefined, []],
      ['张㛃', '2020-03-01', []],
      ['李𬭚', '2021-12-31', []],
    ])
    expect(desk.countOf('department')).toBeLessThanOrEqual(before + 2)
  })

  it('leaves alone who is there already', async () => {
    expect(await desk.enter('people', await workbookOf(peopleRows))).toEqual({ target: 'people', entered: 0, known: 3 })
  })

  it('enters nothing where one row is wrong, and says which, where and why', async () => {
    const rows = [
      ['Staff No.', 'Name', 'Hire date'],
      ['Q1', '甲', '2020-01-01'],
      ['Q2', '乙', '2020-02-30'],
      ['Q3', null, '1/2/2020'],
      ['Q1', '丁', null],
    ]
    const before = [desk.countOf('person'), desk.countOf('entry')]
    const reading = await desk.read('people', await workbookOf(rows))
    expect(reading).toMatchObject({ good: 1, bad: 3, problemCount: 4 })
    expect(reading.problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [3, 'employedFrom', 'invalid.date'],
      [4, 'name', 'invalid.required'],
      [4, 'employedFrom', 'invalid.cell.date-order'],
      [5, 'staffNo', 'invalid.cell.duplicate-row'],
    ])
    expect(await desk.refused('people', await workbookOf(rows))).toMatchObject({
      code: 'table-has-problems',
      rows: 3,
    })
    expect([desk.countOf('person'), desk.countOf('entry')]).toEqual(before)
  })

  it('takes the columns the person chose', async () => {
    const rows = [
      ['甲', '乙', '丙'],
      ['某人', 'X77', '13800000000'],
    ]
    expect((await desk.read('people', await workbookOf(rows))).missing).toEqual(['staffNo', 'name'])
    expect(
      await office.administrator.refused('tables.import', {
        target: 'people',
        name: 'f',
        bytes: base64Of(await workbookOf(rows)),
      }),
    ).toMatchObject({ code: 'table-unmapped' })
    const mapping = { name: 0, staffNo: 1, phone: 2 }
    expect(await desk.enter('people', await workbookOf(rows), { mapping })).toMatchObject({ entered: 1 })
    const wrong = {
      target: 'people',
      name: 'f',
      bytes: base64Of(await workbookOf(rows)),
      mapping: { name: 0, staffNo: 0 },
    } as const
    expect(await office.administrator.refused('tables.import', wrong)).toMatchObject({
      code: 'table-wrong-mapping',
      column: 1,
    })
  })
})

describe('items', () => {
  it('reads packs, barcodes and bounds', async () => {
    const rows = [
      ['编码', '品名', '规格型号', '类别', '计量单位', '包装换算', '条码', '下限', '上限', '库位'],
      [
        'W-1',
        '中性笔',
        '0.5mm 黑',
        '低值易耗品',
        '支',
        '12支/盒；箱=24盒',
        '6901234567892；6901234567908=盒',
        '12 支',
        '１,２００',
        'A-01',
      ],
      ['W-2', '打印机', 'A4', '管理品', '台', null, null, null, null, null],
    ]
    expect(await desk.enter('items', await workbookOf(rows))).toEqual({ target: 'items', entered: 2, known: 0 })
    const { rows: items } = await office.administrator.call('supplies.items', { limit: 200 })
    expect(items.find(({ code }) => code === 'W-1')).toMatchObject({
      packs: [
        { unit: '盒', factor: 12 },
        { unit: '箱', factor: 288 },
      ],
      barcodes: [
        { code: '6901234567892', unit: '支', amount: 1 },
        { code: '6901234567908', unit: '盒', amount: 1 },
      ],
      min: 12,
      max: 1200,
    })
    expect(items.find(({ code }) => code === 'W-2')).toMatchObject({ category: 'durable', location: '未定' })
  })

  it('reads group, suppliers, amounts of barcodes and quota rules', async () => {
    const head = [
      '编码',
      '品名',
      '单位',
      '包装',
      '条码',
      '分类',
      '供应商与报价',
      '供货天数',
      '批次',
      '部门金额定额（元）',
    ]
    const rows = [
      head,
      [
        'W-7',
        '胶水',
        '瓶',
        '箱=24',
        '6970000000017=箱×2',
        '粘贴',
        '晨光文具，箱，168，3，JS-1；得力，，7.5',
        5,
        '是',
        500,
      ],
      ['W-8', '胶棒', '支', null, null, null, '晨光文具，支，七元', null, null, null],
      ['W-9', '胶带', '卷', null, '=卷', null, null, null, null, null],
      ['W-10', '胶带', '卷', null, null, null, '得力，箱，7', null, null, null],
    ]
    const { problems } = await desk.read('items', await workbookOf(rows))
    expect(problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [3, 'suppliers', 'invalid.cell.suppliers'],
      [4, 'barcodes', 'invalid.cell.barcodes'],
      [5, 'suppliers', 'invalid.cell.suppliers'],
    ])
    await desk.enter('items', await workbookOf(rows.slice(0, 2)))
    const { rows: items } = await office.administrator.call('supplies.items', { group: '粘贴' })
    expect(items).toMatchObject([
      {
        code: 'W-7',
        barcodes: [{ code: '6970000000017', unit: '箱', amount: 2 }],
        suppliers: [
          { name: '晨光文具', unit: '箱', price: 16_800, leadDays: 3, code: 'JS-1' },
          { name: '得力', unit: '瓶', price: 750 },
        ],
        leadDays: 5,
        lots: true,
        quotaRules: [{ per: 'department', measure: 'amount', limit: 50_000 }],
      },
    ])
  })

  it('refuses a barcode of another item and packs that mean nothing', async () => {
    const rows = [
      ['编码', '品名', '单位', '包装', '条码'],
      ['W-3', '笔', '支', null, '6901234567892'],
      ['W-4', '笔', '支', '盒装', null],
    ]
    const { problems } = await desk.read('items', await workbookOf(rows))
    expect(problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [2, 'barcodes', 'invalid.cell.barcode-taken'],
      [3, 'packs', 'invalid.cell.packs'],
    ])
  })
})

describe('contracts', () => {
  it('reads money in 万元, dates, people and a main contract that stands below its supplement', async () => {
    const rows = [
      [
        '合同编号',
        '合同名称',
        '类型',
        '相对方',
        '合同金额（万元）',
        '签订日期',
        '到期日',
        '经办人',
        '主合同编号',
        '份数',
      ],
      ['HT-9-1', '补充协议一', '采购', '北京甲公司', '0.5', '2026-02-01', '2027-01-31', 'P001', 'HT-9', '2'],
      [
        'HT-9',
        '纸张采购',
        '采购合同',
        '北京甲公司',
        '12.3456',
        new Date(Date.UTC(2026, 0, 5)),
        '2027.1.31',
        '张㛃',
        null,
        '4份',
      ],
    ]
    expect(await desk.enter('contracts', await workbookOf(rows))).toEqual({ target: 'contracts', entered: 2, known: 0 })
    const { rows: found } = await office.administrator.call('contracts.list', { limit: 200 })
    const main = found.find(({ number }) => number === 'HT-9')
    expect(main).toMatchObject({
      amount: 12_345_600,
      signedOn: '2026-01-05',
      endsOn: '2027-01-31',
      status: 'performing',
      copies: 4,
      handler: { name: '张㛃' },
    })
    expect(found.find(({ number }) => number === 'HT-9-1')).toMatchObject({ amount: 500_000, parent: main?.id })
  })

  it('says what is unknown or impossible', async () => {
    const rows = [
      ['合同编号', '合同名称', '对方单位', '信用代码', '金额', '经办人', '主合同'],
      ['K1', '一', '甲', '91110000000000000X', '12.345', '无此人', 'K9'],
      ['K2', '二', '甲', null, '-5', null, 'K9'],
    ]
    const { problems } = await desk.read('contracts', await workbookOf(rows))
    expect(problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [2, 'amount', 'invalid.cell.amount-places'],
      [3, 'amount', 'invalid.negative'],
    ])
    const mended = rows.map((row, index) => row.map((cell, column) => (column === 4 && index > 0 ? '5' : cell)))
    const again = await desk.read('contracts', await workbookOf(mended))
    expect(again.problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [2, 'creditCode', 'invalid.credit-code'],
      [3, 'parent', 'invalid.cell.contract-unknown'],
    ])
  })
})

describe('delegations', () => {
  const rows = [
    [
      '授权书编号',
      '授权人',
      '被授权人',
      '上级授权',
      '授权事项',
      '单笔限额（万元）',
      '生效日期',
      '失效日期',
      '可转授权层数',
    ],
    ['S-2', 'P001', 'P002', 'S-1', '签署', '10', '2026-01-01', '2026-12-31', '0'],
    ['S-1', '公司', '张㛃（P001）', null, '签署、用印', '50', '2026-01-01', '2026-12-31', '1'],
  ]

  it('draws gap-free numbers, and finds the parent in the same file', async () => {
    expect(await desk.enter('delegations', await workbookOf(rows))).toEqual({
      target: 'delegations',
      entered: 2,
      known: 0,
    })
    const { rows: found } = await office.administrator.call('delegations.list', { limit: 200 })
    const upper = found.find(({ originalNumber }) => originalNumber === 'S-1')
    expect(upper).toMatchObject({ limit: 50_000_000, actions: ['sign', 'seal'], delegateName: '张㛃', depth: 1 })
    expect(found.find(({ originalNumber }) => originalNumber === 'S-2')).toMatchObject({
      parent: upper?.id,
      limit: 10_000_000,
    })
    const serials = found.map(({ numbered }) => numbered.serial).toSorted((a, b) => a - b)
    expect(serials).toEqual(serials.map((_, index) => index + 1))
    expect(await desk.enter('delegations', await workbookOf(rows))).toMatchObject({ entered: 0, known: 2 })
  })

  it('takes joint signers by name, all of them where no count is told, and names one it does not know', async () => {
    const joint = [
      ['授权书编号', '授权人', '被授权人', '授权事项', '生效日期', '联签人', '需联签人数'],
      ['S-8', '公司', 'P001', '签署', '2026-01-01', 'P002', null],
      ['S-9', '公司', 'P001', '签署', '2026-01-01', 'P002、查无此人', '1'],
    ]
    const { problems } = await desk.read('delegations', await workbookOf(joint))
    expect(problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [3, 'jointSigners', 'invalid.cell.person-unknown'],
    ])
    await desk.enter('delegations', await workbookOf(joint.slice(0, 2)))
    const { rows: found } = await office.administrator.call('delegations.list', { limit: 200 })
    expect(found.find(({ originalNumber }) => originalNumber === 'S-8')).toMatchObject({
      jointNeeded: 1,
      jointSigners: [{ id: expect.any(String) }],
    })
  })

  it('refuses what would be the importer’s own, by name or by post, row by row', async () => {
    const self = await office.as('administrator')
    const { rows: people } = await self.call('people.list', { limit: 200 })
    const staffNo = people.find(({ id }) => id === self.person)?.staffNo ?? ''
    await office.administrator.call('people.change', { id: self.person, changes: { post: '行政主管' } })
    const own = [
      ['授权书编号', '授权人', '被授权人', '岗位', '授权事项', '生效日期'],
      ['S-20', '公司', staffNo, null, '签署', '2026-01-01'],
      ['S-21', '公司', null, '行政主管', '签署', '2026-01-01'],
      ['S-22', '公司', 'P002', null, '签署', '2026-01-01'],
    ]
    const file = { target: 'delegations' as const, name: 'file', bytes: base64Of(await workbookOf(own)) }
    const { problems, good } = await self.call('tables.read', file)
    expect(problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [2, 'delegate', 'invalid.own-grant'],
      [3, 'post', 'invalid.own-grant'],
    ])
    expect(good).toBe(1)
    const before = office.office().journal.head().n
    expect(await self.refused('tables.import', file)).toMatchObject({ code: 'table-has-problems', rows: 2 })
    expect(office.office().journal.head().n).toBe(before)
  })

  it('knows who has left and which post was held when, and takes a parent as it was narrowed', async () => {
    const gone = { staffNo: 'P090', name: '已离职', employedTo: '2026-03-31' }
    await office.administrator.call('people.add', gone)
    const { rows: found } = await office.administrator.call('delegations.list', { limit: 200 })
    const id = found.find(({ originalNumber }) => originalNumber === 'S-1')?.id ?? ''
    await office.administrator.call('delegations.amend', { id, from: '2026-01-01', reason: '压缩', limit: 40_000_000 })
    const more = [
      rows[0] ?? [],
      ['S-30', '公司', 'P090', null, '签署', '5', '2026-01-01', '2026-12-31', '0'],
      ['S-31', 'P001', 'P002', 'S-1', '签署', '45', '2026-01-01', '2026-12-31', '0'],
    ]
    const { problems } = await desk.read('delegations', await workbookOf(more))
    expect(problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [2, 'delegate', 'invalid.person-left'],
      [3, 'limit', 'invalid.above-parent'],
    ])
  })

  it('holds the register’s own rules', async () => {
    const more = [
      rows[0] ?? [],
      ['S-3', 'P002', 'P001', 'S-2', '签署', '5', '2026-01-01', '2026-12-31', '0'],
      ['S-4', 'P001', 'P002', 'S-1', '签署', '60', '2026-01-01', '2027-12-31', '0'],
    ]
    const { problems } = await desk.read('delegations', await workbookOf(more))
    expect(problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [2, 'delegate', 'invalid.circular'],
      [2, 'parent', 'invalid.no-subdelegation'],
      [3, 'limit', 'invalid.above-parent'],
      [3, 'validTo', 'invalid.longer-than-parent'],
    ])
  })
})

describe('the old seal ledger', () => {
  it('keeps its numbers, takes none of ours, and is not entered twice', async () => {
    await office.administrator.call('seals.register', { code: 'LD1', name: '旧账公章', type: 'company' })
    const rows = [
      ['序号', '用印日期', '印章名称', '文件名称', '份数', '盖章次数', '经办人', '审批人', '备注'],
      ['001', '2019-03-04', '旧账公章', '关于更名的函', '2', '3', '老王', '赵总', null],
      ['002', '2019-3-5', 'LD1', '租赁合同', '1', null, '老李', '赵总', '补'],
      ['001', '2020-01-02', 'LD1', '证明', null, null, null, null, null],
    ]
    const bytes = iconv.encode(`\uFEFF${csvOf(rows)}`, 'utf-8')
    const before = desk.countOf('book')
    expect(await desk.enter('seal-ledger', bytes)).toEqual({ target: 'seal-ledger', entered: 3, known: 0 })
    expect(desk.countOf('book')).toBe(before)
    expect(await desk.enter('seal-ledger', bytes)).toMatchObject({ entered: 0, known: 3 })
    const { rows: book } = await office.administrator.call('seals.book', {
      limit: 200,
      from: '2019-01-01',
      to: '2019-12-31',
    })
    expect(book.map(({ number, usedAt, actual }) => [number, usedAt, actual])).toEqual([
      ['002', '2019-03-05', 1],
      ['001', '2019-03-04', 3],
    ])
  })

  it('names the seal it does not know and the day that has not come', async () => {
    const rows = [
      ['编号', '日期', '印章', '文件'],
      ['1', '2019-01-01', '没有的章', '甲'],
      ['2', '2099-01-01', 'LD1', '乙'],
    ]
    const { problems } = await desk.read('seal-ledger', await workbookOf(rows))
    expect(problems).toMatchObject([
      { row: 2, field: 'seal', reason: 'invalid.cell.seal-unknown', detail: '没有的章' },
      { row: 3, field: 'usedOn', reason: 'invalid.cell.in-future' },
    ])
  })
})

describe('a big file', () => {
  const rows = [
    ['工号', '姓名', '部门'],
    ...Array.from({ length: 20_000 }, (_, index) => [`B${index}`, `人${index}`, `部${index % 30}`]),
  ]

  it('leaves nothing when it is cancelled, and lets others work meanwhile', async () => {
    const before = [desk.countOf('person'), desk.countOf('entry')]
    const bytes = base64Of(await workbookOf(rows))
    const running = office.administrator.ask('tables.import', { target: 'people', name: 'f', bytes }, 'big-import')
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(await office.administrator.call('people.me', {})).toHaveProperty('me')
    expect(office.administrator.connection.cancel('big-import')).toBe(true)
    expect(await running).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect([desk.countOf('person'), desk.countOf('entry')]).toEqual(before)
  })

  it('is entered once, however often the same command is sent, under one checkpoint', async () => {
    const before = [desk.countOf('person'), desk.countOf('checkpoint')] as const
    const input = { target: 'people', name: 'f', bytes: base64Of(Buffer.from(csvOf(rows))) }
    const first = await office.administrator.ask('tables.import', input, 'big-again')
    expect(first).toMatchObject({ ok: true, value: { entered: 20_000, known: 0 } })
    await office.administrator.ask('tables.import', input, 'big-again')
    expect([desk.countOf('person'), desk.countOf('checkpoint')]).toEqual([before[0] + 20_000, before[1] + 1])
  })

  it('plans anew where somebody entered the same while it was planning', async () => {
    const many = [['工号', '姓名'], ...Array.from({ length: 3000 }, (_, index) => [`M${index}`, `众${index}`])]
    const input = { target: 'people', name: 'f', bytes: base64Of(Buffer.from(csvOf(many))) }
    const others: Promise<Reply>[] = []
    const imported = await office.administrator.connection.call(
      { operation: 'tables.import', input, command: 'anew' },
      (done, total) => {
        const isPlanning = done > total / 2 && done < total
        if (isPlanning && others.length === 0)
          others.push(office.administrator.ask('people.add', { name: '先来', staffNo: 'M2999' }))
      },
    )
    expect(await Promise.all(others)).toMatchObject([{ ok: true }])
    expect(imported).toMatchObject({ ok: true, value: { entered: 2999, known: 1 } })
    expect(desk.countOf(`person where staffNo = 'M2999'`)).toBe(1)
  })
})
