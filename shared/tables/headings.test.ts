/** Headings as offices write them, and the columns they are taken for. */
import { describe, expect, it } from 'vitest'
import { words } from '../api/words.ts'
import { contractWords } from '../contracts/words.ts'
import { sealWords } from '../seals/words.ts'
import { supplyWords } from '../supplies/words.ts'
import { exporters } from './exports/index.ts'
import { guessHeadingRow, guessMapping, unitOf } from './headings.ts'
import { importers } from './importers/index.ts'
import { importTargets } from './targets.ts'
import { tableWords } from './words.ts'

const guess = (target: keyof typeof importers, headings: string[]) => guessMapping(headings, importers[target].fields)

describe('headings', () => {
  it.each([
    [
      'people',
      ['序号', '部门名称', '姓名', '工号', '职务', '联系电话', '入职时间'],
      { department: 1, name: 2, staffNo: 3, post: 4, phone: 5, employedFrom: 6 },
    ],
    [
      'people',
      ['Employee ID', 'Full Name', 'Dept.', 'Job Title', 'Mobile', 'Hire Date'],
      { staffNo: 0, name: 1, department: 2, post: 3, phone: 4, employedFrom: 5 },
    ],
    ['people', ['＊工　号', '姓 名 *', '部 门：', '电话（手机）'], { staffNo: 0, name: 1, department: 2, phone: 3 }],
    [
      'items',
      ['物资编码', '物资名称', '规格型号', '计量单位', '安全库存(个)', '存放位置', '供货单位'],
      { code: 0, name: 1, spec: 2, unit: 3, min: 4, location: 5, supplier: 6 },
    ],
    [
      'contracts',
      ['合同编号', '合同名称', '合同相对方', '合同金额（万元）', '签订日期', '履行期限', '经办人', '备注'],
      { number: 0, name: 1, counterparty: 2, amount: 3, signedOn: 4, handler: 6, remarks: 7 },
    ],
    [
      'contracts',
      ['Contract No.', 'Title', 'Vendor', 'Amount (CNY)', 'Start date', 'End date', 'Status'],
      { number: 0, name: 1, counterparty: 2, amount: 3, startsOn: 4, endsOn: 5, status: 6 },
    ],
    [
      'delegations',
      ['编号', '委托人', '受托人', '授权事项', '授权金额(万元)', '有效期起', '有效期至'],
      { originalNumber: 0, delegator: 1, delegate: 2, actions: 3, limit: 4, validFrom: 5, validTo: 6 },
    ],
    [
      'seal-ledger',
      ['序号', '日期', '用印文件名称', '印章名称', '份数', '用印次数', '经办人', '审批人', '用印管理员'],
      { originalNumber: 0, usedOn: 1, title: 2, seal: 3, copies: 4, actual: 5, handler: 6, approver: 7, sealer: 8 },
    ],
  ] as const)('%s: %j', (target, headings, mapping) => {
    expect(guess(target, [...headings])).toEqual(mapping)
  })

  it('reads units from brackets', () => {
    expect(['金额（万元）', '金额(单位：万元)', '合同金额/元', '金额【千元】', '金额'].map(unitOf)).toEqual([
      '万元',
      '万元',
      '元',
      '千元',
      undefined,
    ])
  })

  it('passes over titles and blank rows', () => {
    const rows = [
      ['某某公司人员一览表', null],
      [null, null],
      ['制表：张三', '2026-01-01'],
      ['工号', '姓名'],
      ['1', '甲'],
    ]
    expect(guessHeadingRow(rows, importers.people.fields)).toBe(4)
    expect(
      guessHeadingRow(
        [
          ['x', 'y'],
          ['1', '2'],
        ],
        importers.people.fields,
      ),
    ).toBe(1)
    expect(guessHeadingRow([], importers.people.fields)).toBe(1)
  })

  it.each(importTargets)('%s: every field is recognised by its own name, in both languages', (target) => {
    const { fields } = importers[target]
    for (const language of ['zh-CN', 'en'] as const) {
      const words: Readonly<Record<string, string>> = tableWords[language]
      const headings = fields.map(({ label }) => words[label] ?? '')
      expect(guessMapping(headings, fields)).toEqual(Object.fromEntries(fields.map(({ key }, column) => [key, column])))
    }
  })
})

describe('choices', () => {
  const chosen = [
    ['contracts', 'type', contractWords, 'contracts.type.'],
    ['contracts', 'direction', contractWords, 'contracts.direction.'],
    ['contracts', 'status', contractWords, 'contracts.status.'],
    ['delegations', 'kind', contractWords, 'delegations.kind.'],
    ['delegations', 'aggregatePeriod', contractWords, 'delegations.period.'],
    ['items', 'category', supplyWords, 'supplies.category.'],
    ['seal-ledger', 'category', sealWords, 'seals.category.'],
  ] as const

  it.each(chosen)('%s.%s understands every word that is exported for it', (target, key, words, prefix) => {
    const field = importers[target].fields.find((each) => each.key === key)
    for (const language of ['zh-CN', 'en'] as const) {
      const found = Object.entries<string>(words[language]).filter(([word]) => word.startsWith(prefix))
      expect(found.length).toBeGreaterThan(1)
      for (const [word, text] of found)
        expect(field?.parse(text, { unit: undefined })).toEqual({ value: word.slice(prefix.length) })
    }
  })
})

describe('exporters', () => {
  it.each(Object.values(exporters))('$list: headings are worded and differ', ({ columns, title }) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const texts: Readonly<Record<string, string>> = words[language]
      const headings = columns.map(({ heading }) => texts[heading])
      expect([...headings, texts[title]]).not.toContain(undefined)
      expect(new Set(headings).size).toBe(headings.length)
    }
  })
})
