/**
 * Delegations: the register's own rules hold, also against a parent that stands in the same file; and nobody imports what they would
 * hold themselves (decision 33).
 */
import { z } from 'zod'
import { delegationFields, officeItself, type Delegation } from '../../contracts/delegation.ts'
import { termsOn } from '../../contracts/amendment.ts'
import { namedInChain, problemsOfDelegation, type DelegationFacts } from '../../contracts/delegation-problems.ts'
import { draftDelegation } from '../../contracts/delegation-rules.ts'
import { ownGrantProblems } from '../../contracts/own-grant.ts'
import {
  parseChoice,
  parseChoices,
  parseCode,
  parseCount,
  parseDate,
  parseList,
  parseMoney,
  parseText,
} from '../cells.ts'
import { findPerson, keyOf, type Facts, type KnownPerson } from '../facts.ts'
import type { ImportContext, Importer, Objection, RowAnswer, RowValues } from '../importer.ts'
import { actionChoices, currencyChoices, kindChoices, periodChoices, typeChoices } from './contract-choices.ts'
import { fieldsOf, listOf, meet, textOf } from './field.ts'

const field = fieldsOf('delegation')

const officeNames = new Set([
  'office',
  '公司',
  '本公司',
  '单位',
  '本单位',
  '法人',
  '董事会',
  '股东会',
  'company',
  'thecompany',
  'board',
])

/** Who is meant: the office itself, or a person of it. */
const delegatorOf = (
  name: string,
  facts: Facts,
): KnownPerson | typeof officeItself | { reason: string; detail: string | string[] } =>
  officeNames.has(keyOf(name)) ? officeItself : findPerson(facts, name)

type Named = {
  joint: KnownPerson[]
  delegator: KnownPerson | undefined
  delegate: KnownPerson | undefined
  parent: Delegation | undefined
  contract: string | undefined
}

/** The people, the parent and the contract a row names. */
const namesOf = (values: RowValues, facts: Facts): { named: Named; objections: Objection[] } => {
  const objections: Objection[] = []
  const from = delegatorOf(textOf(values, 'delegator') ?? '', facts)
  if (typeof from === 'object' && 'reason' in from) objections.push({ field: 'delegator', ...from })
  const to = textOf(values, 'delegate')
  const delegate = to === undefined ? undefined : findPerson(facts, to)
  if (delegate && 'reason' in delegate) objections.push({ field: 'delegate', ...delegate })
  const above = textOf(values, 'parent')
  const parent = above === undefined ? undefined : facts.delegations.get(keyOf(above))
  if (above !== undefined && !parent)
    objections.push({ field: 'parent', reason: 'invalid.cell.delegation-unknown', detail: above })
  const about = textOf(values, 'contract')
  const contract = about === undefined ? undefined : facts.contracts.get(keyOf(about))
  if (about !== undefined && !contract)
    objections.push({ field: 'contract', reason: 'invalid.cell.contract-unknown', detail: about })
  const joint = (listOf(values, 'jointSigners') ?? []).flatMap((name): KnownPerson[] => {
    const signer = findPerson(facts, name)
    if ('id' in signer) return [signer]
    objections.push({ field: 'jointSigners', ...signer })
    return []
  })
  const named = {
    joint,
    delegator: typeof from === 'object' && 'id' in from ? from : undefined,
    delegate: delegate && 'id' in delegate ? delegate : undefined,
    parent,
    contract: contract?.id,
  }
  return { named, objections }
}

/** The chain above a parent, nearest first; a ring, which only a damaged journal could hold, ends it. */
const chainAbove = (parent: Delegation | undefined, facts: Facts): Delegation[] => {
  const byId = (id: string | undefined): Delegation | undefined =>
    id === undefined ? undefined : facts.delegationsById.get(id)
  const chain: Delegation[] = []
  for (let next = byId(parent?.parent); next && !chain.includes(next); next = byId(next.parent)) chain.push(next)
  return chain
}

const {
  delegator: _delegator,
  delegate: _delegate,
  parent: _parent,
  contract: _contract,
  jointSigners: _joint,
  ...plainFields
} = delegationFields
const plainInput = z.object(plainFields)

/** Stands for the number until the entry is made and gets its own. */
const unnumbered = { book: '', serial: 1, number: '' }

const toDrafts = (values: RowValues, context: ImportContext): RowAnswer => {
  const { facts, newId, today } = context
  const originalNumber = textOf(values, 'originalNumber')
  if (originalNumber !== undefined && facts.delegations.has(keyOf(originalNumber))) return { known: true }
  const { named, objections } = namesOf(values, facts)
  if (objections.length > 0) return { objections }
  const plain = Object.fromEntries(Object.keys(plainFields).map((key) => [key, values[key]]))
  const kind = values['kind'] ?? (named.contract ? 'single' : named.delegate ? 'standing' : 'post')
  // A file that names joint signers and no count means that all of them sign.
  const jointNeeded = values['jointNeeded'] ?? named.joint.length
  const checked = meet(plainInput, { ...plain, kind, jointNeeded, actions: values['actions'] ?? ['sign'] })
  if ('objections' in checked) return checked
  const delegator = named.delegator?.id ?? officeItself
  const input = {
    ...checked.input,
    delegator,
    delegate: named.delegate?.id,
    parent: named.parent?.id,
    contract: named.contract,
    jointSigners: named.joint.map((signer) => signer.id),
  }
  const above = chainAbove(named.parent, facts)
  const chain = named.parent ? [named.parent, ...above] : []
  const standing: DelegationFacts = {
    delegator: named.delegator,
    delegate: named.delegate,
    parent: named.parent && termsOn(named.parent, today),
    above,
    inChain: namedInChain(chain).flatMap((id) => facts.peopleById.get(id) ?? []),
    jointSigners: named.joint,
    today,
    // A letter in another currency than its parent is issued at the desk, where the rates are.
    rates: () => undefined,
  }
  const author = facts.peopleById.get(context.actor.id)
  const problems = [...ownGrantProblems(input, author, today), ...problemsOfDelegation(input, standing)]
  if (problems.length > 0)
    return { objections: problems.map(({ path, reason, detail }) => ({ field: path, reason, detail })) }
  const id = newId()
  const draft = draftDelegation(id, input, standing, unnumbered, today)
  note(facts, { ...(draft.body as Omit<Delegation, 'id'>), id, number: originalNumber ?? '' })
  return { drafts: [draft], numbered: 'delegation' }
}

const note = (facts: Facts, delegation: Delegation): void => {
  facts.delegationsById.set(delegation.id, delegation)
  if (delegation.originalNumber !== undefined) facts.delegations.set(keyOf(delegation.originalNumber), delegation)
}

export const delegationImporter: Importer = {
  target: 'delegations',
  uniqueBy: (values) => textOf(values, 'originalNumber'),
  uniqueField: 'originalNumber',
  fields: [
    field('originalNumber', parseCode, {
      zh: ['编号', '授权编号', '授权书号', '委托书编号', '原编号', '序号'],
      en: ['number', 'no', 'delegation number', 'former number'],
    }),
    field('kind', parseChoice(kindChoices), { zh: ['种类', '授权类型', '授权类别', '类型'], en: ['kind', 'type'] }),
    field('delegator', parseText, {
      required: true,
      zh: ['委托人', '授权方', '授予人'],
      en: ['from', 'granted by', 'principal'],
    }),
    field('parent', parseCode, {
      zh: ['上级授权', '上级授权书', '上级编号', '依据授权'],
      en: ['parent', 'parent no', 'based on'],
    }),
    field('delegate', parseText, {
      zh: ['受托人', '代理人', '受权人', '被授权人员', '被委托人'],
      en: ['to', 'granted to', 'agent', 'attorney'],
    }),
    field('post', parseText, { zh: ['岗位', '职务', '被授权职务'], en: ['post', 'position'] }),
    field('contract', parseCode, { zh: ['授权合同', '合同编号', '所涉合同'], en: ['contract', 'contract no'] }),
    field('actions', parseChoices(actionChoices), {
      zh: ['事项', '权限', '授权权限', '授权内容', '授权范围'],
      en: ['action', 'powers', 'authority'],
    }),
    field('contractTypes', parseChoices(typeChoices), {
      zh: ['合同类型', '适用合同类型', '适用合同', '合同范围'],
      en: ['contract types', 'types'],
    }),
    field('counterparties', parseList, { zh: ['对方单位', '限定相对方', '相对方范围'], en: ['counterparties'] }),
    field('limit', parseMoney, {
      zh: ['限额', '单笔金额上限', '授权金额', '授权额度', '金额上限', '单份合同限额', '单笔额度'],
      en: ['limit', 'amount', 'max amount'],
    }),
    field('aggregateLimit', parseMoney, {
      zh: ['累计额度', '总限额', '累计金额上限', '总额度'],
      en: ['total limit', 'aggregate'],
    }),
    field('aggregatePeriod', parseChoice(periodChoices), { zh: ['累计周期', '限额周期'], en: ['period'] }),
    field('currency', parseChoice(currencyChoices), { zh: ['币种', '货币'], en: ['currency'] }),
    field('longestMonths', parseCount, {
      zh: ['最长合同期限', '最长期限', '合同期限上限'],
      en: ['longest term', 'max months'],
    }),
    field('validFrom', parseDate, {
      required: true,
      zh: ['起始日期', '授权开始日期', '有效期起', '开始日期', '授权起始日', '生效日'],
      en: ['from date', 'start date', 'effective date', 'valid since'],
    }),
    field('validTo', parseDate, {
      zh: ['截止日期', '授权截止日期', '有效期至', '到期日期', '有效期止', '结束日期', '失效日', '终止日期'],
      en: ['to date', 'end date', 'expiry date', 'expires on', 'valid until'],
    }),
    field('depth', parseCount, { zh: ['转授权层数', '可转授层数', '转授权'], en: ['depth', 'sub-delegation levels'] }),
    field('jointNeeded', parseCount, { zh: ['联签人数', '需联签人数', '会签人数'], en: ['joint signers needed'] }),
    field('jointSigners', parseList, {
      zh: ['联签人', '联签人范围', '共同签署人', '会签人'],
      en: ['joint signers', 'co-signers'],
    }),
    field('excludedTypes', parseChoices(typeChoices), { zh: ['排除合同类型', '不含合同类型'], en: ['excluded types'] }),
    field('excludedCounterparties', parseList, { zh: ['排除对方', '不含对方单位'], en: ['excluded counterparties'] }),
    field('originals', parseCount, { zh: ['份数', '正本份数'], en: ['copies', 'number of originals'] }),
    field('issuedOn', parseDate, { zh: ['签发日', '出具日期', '授权日期', '签署日期'], en: ['issue date', 'date'] }),
    field('remarks', parseText, { zh: ['备注', '说明'], en: ['remarks', 'notes'] }),
  ],
  toDrafts,
}
