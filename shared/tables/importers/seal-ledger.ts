/** The old seal ledger 用印登记簿: lines keep 原编号 and take none of our numbers. */
import type { Category } from '../../seals/records.ts'
import { importedUse } from '../../seals/importing.ts'
import { sealWords } from '../../seals/words.ts'
import { parseChoice, parseCode, parseCount, parseText, parseTime, plain, type Parsed } from '../cells.ts'
import { keyOf, ledgerKey } from '../facts.ts'
import type { ImportContext, Importer, Objection, RowAnswer, RowValues } from '../importer.ts'
import { choicesOf, fieldsOf, numberOf, textOf } from './field.ts'

const field = fieldsOf('ledger')

const categoryWords = choicesOf<Category>(sealWords, 'seals.category', {
  contract: ['合同', '合同类'],
  agreement: ['协议', '协议书', '协议类'],
  certificate: ['证明', '证明类', '证明文件'],
  authorization: ['授权', '授权书', '委托书', '授权委托书'],
  official: ['公文', '文件', '发文', '函', '公函', '报告', '通知'],
  other: ['其他', '其它', '其他类'],
})

const parseOurs = parseChoice(categoryWords)

/** An old book knows more categories than we do; what is not among ours is 其他, never an error. */
const parseCategory = (text: string): Parsed<Category> => {
  const read = parseOurs(text)
  return 'reason' in read ? { value: 'other' } : read
}

const bounded =
  (most: number) =>
  (text: string): Parsed<string> => {
    const read = parseText(text)
    if ('reason' in read || read.value === undefined) return read
    return read.value.length > most
      ? { reason: 'invalid.too-long' }
      : { value: read.value.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ') }
  }

const codeOf = (text: string): Parsed<string> => {
  const read = parseCode(text)
  return 'value' in read && read.value !== undefined && read.value.length > 60 ? { reason: 'invalid.too-long' } : read
}

const countsOf = (values: RowValues): { copies: number; actual: number; spoiled: number; seam: number } => {
  const copies = numberOf(values, 'copies') ?? 1
  return {
    copies,
    actual: numberOf(values, 'actual') ?? copies,
    spoiled: numberOf(values, 'spoiled') ?? 0,
    seam: numberOf(values, 'seam') ?? 0,
  }
}

const mostCounted = 1_000_000

const objectionsTo = (values: RowValues, usedOn: string, today: string): Objection[] => {
  const counts = countsOf(values)
  const found: Objection[] = Object.entries(counts)
    .filter(([, count]) => count > mostCounted)
    .map(([key]) => ({ field: key, reason: 'invalid.too-large' }))
  if (usedOn.slice(0, 10) > today) found.push({ field: 'usedOn', reason: 'invalid.cell.in-future' })
  if (counts.seam > counts.actual) found.push({ field: 'seam', reason: 'invalid.cell.spoiled-over' })
  return found
}

const toDrafts = (values: RowValues, { facts, newId, today }: ImportContext): RowAnswer => {
  const [named, originalNumber, usedOn, title] = ['seal', 'originalNumber', 'usedOn', 'title'].map(
    (key) => textOf(values, key) ?? '',
  )
  const seal = facts.seals.get(keyOf(plain(named ?? '')))
  if (!seal) return { objections: [{ field: 'seal', reason: 'invalid.cell.seal-unknown', detail: named }] }
  if (!originalNumber || !usedOn || !title) return { objections: [{ field: '', reason: 'invalid.required' }] }
  const objections = objectionsTo(values, usedOn, today)
  const closed = facts.closed.get(seal.id)
  if (closed !== undefined && usedOn.slice(0, 7) <= closed)
    objections.push({ field: 'usedOn', reason: 'invalid.cell.period-closed', detail: closed })
  if (objections.length > 0) return { objections }
  const key = ledgerKey(seal.code, usedOn, originalNumber)
  if (facts.ledger.has(key)) return { known: true }
  facts.ledger.add(key)
  const texts = Object.fromEntries(plainTexts.map((name) => [name, textOf(values, name)]))
  const category = textOf(values, 'category') as Category | undefined
  const ref = { id: seal.id, code: seal.code, name: seal.name }
  return {
    drafts: [
      importedUse({ ...texts, id: newId(), seal: ref, originalNumber, usedOn, title, category, ...countsOf(values) }),
    ],
  }
}

const plainTexts = [
  'documentNumber',
  'recipient',
  'counterparty',
  'purpose',
  'contractNumber',
  'applicant',
  'approver',
  'handler',
  'sealer',
  'witness',
  'archiveNumber',
  'remarks',
] as const

export const sealLedgerImporter: Importer = {
  target: 'seal-ledger',
  uniqueBy: (values) => {
    const [seal, usedOn, number] = [textOf(values, 'seal'), textOf(values, 'usedOn'), textOf(values, 'originalNumber')]
    return seal === undefined || usedOn === undefined || number === undefined
      ? undefined
      : ledgerKey(keyOf(seal), usedOn, number)
  },
  uniqueField: 'originalNumber',
  fields: [
    field('originalNumber', codeOf, {
      required: true,
      zh: ['编号', '序号', '登记号', '用印编号', '流水号', '原编号'],
      en: ['no', 'number', 'serial', 'entry no'],
    }),
    field('seal', parseText, {
      required: true,
      zh: ['印章名称', '印章编码', '用印种类', '印章类型', '章名', '印章种类', '所用印章'],
      en: ['seal name', 'seal code'],
    }),
    field('usedOn', parseTime, {
      required: true,
      zh: ['日期', '用印时间', '盖章日期', '盖章时间', '登记日期', '时间'],
      en: ['date', 'used on', 'date of use'],
    }),
    field('title', bounded(200), {
      required: true,
      zh: [
        '文件',
        '事项',
        '文件标题',
        '用印文件',
        '文件名',
        '用印事项',
        '文件内容',
        '内容',
        '资料名称',
        '盖章文件名称',
      ],
      en: ['document title', 'document name', 'title'],
    }),
    field('documentNumber', codeOf, { zh: ['文号', '文件号'], en: ['document number', 'doc no'] }),
    field('category', parseCategory, { zh: ['类别', '用印类别', '文件类型', '类型'], en: ['category', 'type'] }),
    field('copies', parseCount, { zh: ['文件份数', '用印份数', '盖章份数', '数量'], en: ['number of copies', 'qty'] }),
    field('actual', parseCount, {
      zh: ['盖章次数', '用印次数', '盖印次数', '印数', '盖章数', '次数'],
      en: ['impressions made', 'stamps', 'times'],
    }),
    field('spoiled', parseCount, { zh: ['作废', '废印', '盖废次数'], en: ['spoiled impressions', 'void'] }),
    field('seam', parseCount, { zh: ['骑缝', '骑缝章', '骑缝章数'], en: ['seam'] }),
    field('recipient', bounded(200), {
      zh: ['报送单位', '送达单位', '收文单位', '发往单位', '主送单位'],
      en: ['sent to'],
    }),
    field('counterparty', bounded(200), { zh: ['对方单位', '合作单位', '相对方'], en: ['counterparty'] }),
    field('purpose', bounded(500), { zh: ['事由', '用印事由', '用印用途', '用印原因'], en: ['reason', 'use'] }),
    field('contractNumber', codeOf, { zh: ['合同编号', '合同号'], en: ['contract no', 'contract number'] }),
    field('applicant', bounded(60), { zh: ['用印申请人', '申请人员', '用印人', '使用人'], en: ['requested by'] }),
    field('approver', bounded(60), { zh: ['批准人', '审核人', '审批领导', '签批人', '领导审批'], en: ['approved by'] }),
    field('handler', bounded(60), { zh: ['经办人', '承办人', '经手人'], en: ['handler', 'handled by'] }),
    field('sealer', bounded(60), {
      zh: ['用印管理员', '管理人', '印章保管人', '盖印人'],
      en: ['sealed by', 'custodian'],
    }),
    field('witness', bounded(60), { zh: ['监督人', '见证人', '监章人'], en: ['witnessed by'] }),
    field('archiveNumber', codeOf, { zh: ['归档号', '档号', '存档编号'], en: ['archive no', 'file no'] }),
    field('remarks', bounded(500), { zh: ['备注', '说明', '附注'], en: ['remarks', 'notes', 'comment'] }),
  ],
  toDrafts,
}
