/**
 * Contracts from an older register: they come with the status they have reached. Who signed is noted as it was; the
 * authority for it is not checked after the fact.
 */
import { contractFields, type ContractStatus, type PersonRef } from '../../contracts/contract.ts'
import { problemsOfContract } from '../../contracts/contract-rules.ts'
import { z } from 'zod'
import {
  parseBoolean,
  parseChoice,
  parseCode,
  parseCount,
  parseDate,
  parseMoney,
  parseRate,
  parseText,
} from '../cells.ts'
import { findPerson, keyOf, type Facts } from '../facts.ts'
import type { ImportContext, Importer, Objection, RowAnswer, RowValues } from '../importer.ts'
import { currencyChoices, directionChoices, statusChoices, typeChoices } from './contract-choices.ts'
import { fieldsOf, meet, textOf } from './field.ts'

const field = fieldsOf('contract')

const { handler: _handler, custodian: _custodian, parent: _parent, ...plainFields } = contractFields
const plainInput = z.object(plainFields)

const people = ['handler', 'custodian', 'signatory'] as const

const peopleOf = (
  values: RowValues,
  facts: Facts,
): { refs: Partial<Record<(typeof people)[number], PersonRef>>; objections: Objection[] } => {
  const refs: Partial<Record<(typeof people)[number], PersonRef>> = {}
  const objections: Objection[] = []
  for (const key of people) {
    const name = textOf(values, key)
    if (name === undefined) continue
    const found = findPerson(facts, name)
    if ('reason' in found) objections.push({ field: key, ...found })
    else refs[key] = { id: found.id, name: found.name }
  }
  return { refs, objections }
}

/** Where no status stands: what was signed is being performed or has run out, the rest is a draft. */
const statusOf = (values: RowValues, endsOn: string | undefined, today: string): ContractStatus => {
  const said = textOf(values, 'status') as ContractStatus | undefined
  if (said !== undefined) return said
  if (textOf(values, 'signedOn') === undefined) return 'draft'
  return endsOn !== undefined && endsOn < today ? 'expired' : 'performing'
}

const toDrafts = (values: RowValues, { facts, newId, today }: ImportContext): RowAnswer => {
  const plain = Object.fromEntries(Object.keys(plainFields).map((key) => [key, values[key]]))
  const checked = meet(plainInput, { ...plain, type: values['type'] ?? 'other' })
  if ('objections' in checked) return checked
  const { input } = checked
  if (facts.contracts.has(keyOf(input.number))) return { known: true }
  const named = textOf(values, 'parent')
  const parent = named === undefined ? undefined : facts.contracts.get(keyOf(named))
  const { refs, objections } = peopleOf(values, facts)
  if (named !== undefined && !parent)
    objections.push({ field: 'parent', reason: 'invalid.cell.contract-unknown', detail: named })
  const signedOn = textOf(values, 'signedOn')
  if (signedOn !== undefined && signedOn > today)
    objections.push({ field: 'signedOn', reason: 'invalid.cell.in-future' })
  const isSupplement = parent?.parent !== undefined
  if (isSupplement) objections.push({ field: 'parent', reason: 'invalid.parent-is-supplement' })
  const none = {
    numberTakenBy: undefined,
    parent: undefined,
    handler: undefined,
    custodian: undefined,
    registeredRate: undefined,
  }
  for (const { path, reason, detail } of problemsOfContract(input, none))
    objections.push({ field: path, reason, detail })
  if (objections.length > 0) return { objections }
  const id = newId()
  facts.contracts.set(keyOf(input.number), { id, number: input.number, parent: parent?.id })
  const body = {
    ...input,
    remarks: input.remarks || undefined,
    parent: parent?.id,
    ...refs,
    signedOn,
    status: statusOf(values, input.endsOn, today),
  }
  return { drafts: [{ kind: 'contract.entered', subject: id, body }] }
}

export const contractImporter: Importer = {
  target: 'contracts',
  uniqueBy: (values) => textOf(values, 'number'),
  uniqueField: 'number',
  fields: [
    field('number', parseCode, {
      required: true,
      zh: ['编号', '合同号', '合同序号', '协议编号'],
      en: ['contract number', 'number', 'no', 'contract id'],
    }),
    field('name', parseText, {
      required: true,
      zh: ['名称', '合同标题', '协议名称', '合同'],
      en: ['contract name', 'name', 'title'],
    }),
    field('type', parseChoice(typeChoices), { zh: ['类型', '类别', '合同类别', '合同分类'], en: ['type', 'category'] }),
    field('direction', parseChoice(directionChoices), {
      zh: ['收付', '收支方向', '收付类型', '收支类型'],
      en: ['pay or receive'],
    }),
    field('counterparty', parseText, {
      required: true,
      zh: [
        '对方',
        '相对方',
        '合同相对方',
        '签约方',
        '对方名称',
        '乙方',
        '供应商',
        '客户',
        '合同对方',
        '签约单位',
        '往来单位',
      ],
      en: ['other party', 'party', 'vendor', 'supplier', 'customer'],
    }),
    field('creditCode', parseCode, {
      zh: ['信用代码', '社会信用代码', '对方信用代码', '税号', '纳税人识别号'],
      en: ['uscc', 'unified social credit code', 'tax id'],
    }),
    field('subject', parseText, {
      zh: ['合同标的', '标的物', '合同内容', '主要内容', '内容'],
      en: ['matter', 'description', 'scope'],
    }),
    field('amount', parseMoney, {
      zh: ['金额', '合同总额', '总金额', '合同价款', '价款', '合同总价', '含税金额'],
      en: ['contract amount', 'value', 'total', 'sum', 'price'],
    }),
    field('currency', parseChoice(currencyChoices), { zh: ['货币', '合同币种'], en: ['ccy'] }),
    field('rate', parseRate, { zh: ['折算汇率'], en: ['exchange rate', 'fx rate'] }),
    field('uncapped', parseBoolean, { zh: ['是否敞口', '无上限'], en: ['no ceiling'] }),
    field('startsOn', parseDate, {
      zh: ['起始日期', '生效日期', '合同开始日期', '开始时间', '起始日', '生效日', '履行开始'],
      en: ['start date', 'from', 'effective date', 'valid from'],
    }),
    field('endsOn', parseDate, {
      zh: ['结束日期', '终止日期', '合同到期日', '到期日', '截止日期', '有效期至', '结束时间', '履行截止'],
      en: ['end date', 'to', 'expiry date', 'expires on', 'valid to'],
    }),
    field('autoRenew', parseBoolean, { zh: ['是否自动续期', '自动续约'], en: ['auto renew'] }),
    field('noticeOn', parseDate, { zh: ['通知日期', '续约通知日'], en: ['notice date'] }),
    field('parent', parseCode, { zh: ['主合同', '主合同号', '所属主合同'], en: ['parent contract', 'main contract'] }),
    field('copies', parseCount, { zh: ['份数', '文本份数'], en: ['copies', 'number of copies'] }),
    field('department', parseText, { zh: ['部门', '经办部门', '所属部门', '主办部门'], en: ['department'] }),
    field('handler', parseText, {
      zh: ['承办人', '合同经办人', '负责人', '联系人'],
      en: ['responsible person', 'owner'],
    }),
    field('custodian', parseText, { zh: ['保管人'], en: ['custodian'] }),
    field('signatory', parseText, {
      zh: ['签约人', '我方签署人', '签字人', '授权代表', '签订人'],
      en: ['signed by', 'signer'],
    }),
    field('signedOn', parseDate, {
      zh: ['签署日期', '签约日期', '签订时间', '签字日期', '合同签订日期'],
      en: ['signed', 'signing date', 'date signed', 'date'],
    }),
    field('status', parseChoice(statusChoices), { zh: ['状态', '履行状态', '执行状态'], en: ['status', 'state'] }),
    field('archiveNumber', parseCode, { zh: ['归档编号', '档案号', '档号'], en: ['archive number', 'file no'] }),
    field('originalNumber', parseCode, { zh: ['原编号', '旧编号'], en: ['old number', 'former number'] }),
    field('remarks', parseText, { zh: ['说明', '附注'], en: ['notes', 'comment'] }),
  ],
  toDrafts,
}
