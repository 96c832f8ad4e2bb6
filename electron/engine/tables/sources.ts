/** Where exported lists come from: each list in portions, by key, so that a long one never blocks the office. */
import type { AuthorityCheck } from '../../../shared/contracts/authority-check.ts'
import { termsOn } from '../../../shared/contracts/amendment.ts'
import { addDays } from '../../../shared/office/dates.ts'
import { authorityCheckType, contractType, delegationType } from '../../../shared/contracts/subjects.ts'
import type { Identified, SubjectType } from '../../../shared/journal/subject.ts'
import { departmentType, personType, type Person } from '../../../shared/people/subjects.ts'
import { stateOf } from '../../../shared/seals/requests/lapse.ts'
import type { Seal, SealRequest, SealUse } from '../../../shared/seals/records.ts'
import { requestSubject, sealSubject, useSubject } from '../../../shared/seals/subjects.ts'
import { stockAccount, valueAccount } from '../../../shared/supplies/accounts.ts'
import { item as itemType, slip as slipType } from '../../../shared/supplies/subjects.ts'
import type { Item, Slip } from '../../../shared/supplies/records.ts'
import type { SuggestionRow } from '../../../shared/supplies/buying/buying-operations.ts'
import type { BudgetLine } from '../../../shared/tables/exports/budgets.ts'
import type { PurchaseExportRow } from '../../../shared/tables/exports/buying.ts'
import type { StocktakeLine } from '../../../shared/supplies/stocktake/operations.ts'
import type { ContractRow, DelegationRow } from '../../../shared/tables/exports/contracts.ts'
import type { ExceptionLine } from '../../../shared/tables/exports/exceptions.ts'
import type { DepartmentRow } from '../../../shared/tables/exports/people.ts'
import type { RequestRow } from '../../../shared/tables/exports/seals.ts'
import type { ItemRow, SlipRow, StockRow } from '../../../shared/tables/exports/supplies.ts'
import type { ClosingItem } from '../../../shared/supplies/value/stock-closing.ts'
import type { LedgerLine } from '../../../shared/tables/exports/stock.ts'
import type { Reading } from '../act.ts'
import { balanceOf, recordOf } from '../store/derived.ts'
import { all, one, raw, sql, type Read, type Sql } from '../store/sql.ts'
import { budgetSource, ledgerSource, stockClosingSource } from './stock-sources.ts'

export type Filter = Readonly<Record<string, string>>

export type Source<R> = {
  /** The next portion after a place; `next` is absent at the end. */
  page: (
    db: Read,
    after: Place | undefined,
    filter: Filter,
    reading: Reading,
  ) => { records: R[]; next: Place | undefined; /** What stands below all rows, and is no row. */ sums?: R[] }
  /** How many records there are at most, without counting those that a filter leaves. */
  most: (db: Read) => number
}
export type Place = { key: string | number | null; row: number }

/** Records in one portion: a few milliseconds of reading. */
export const portionSize = 500

/** Records of a type in the order of an indexed column; `where` narrows them by the filter. */
const ordered = <T extends Identified, R>(
  type: SubjectType<T>,
  column: string,
  expand: (db: Read, record: T, filter: Filter) => R[],
  where: (filter: Filter) => Sql = () => sql`1`,
): Source<R> => ({
  // Rows are never taken away, so the last row's place is their number.
  most: (db) => one<{ last: number | null }>(db, sql`select max(rowid) as last from ${raw(type.name)}`)?.last ?? 0,
  page: (db, after, filter) => {
    const from = after ? sql`and (${raw(column)}, rowid) > (${after.key}, ${after.row})` : sql``
    const rows = all<{ key: string | number | null; row: number; record: string }>(
      db,
      sql`select ${raw(column)} as key, rowid as row, record from ${raw(type.name)} where ${where(filter)} ${from} order by ${raw(column)}, rowid limit ${portionSize}`,
    )
    const last = rows.length === portionSize ? rows.at(-1) : undefined
    return {
      records: rows.flatMap(({ record }) => expand(db, JSON.parse(record) as T, filter)),
      next: last && { key: last.key, row: last.row },
    }
  },
})

const itself = <T>(_: Read, record: T): T[] => [record]

/** Those of the filter's members that are columns, as conditions; others are ignored, since a page may say more than a list knows. */
const equal =
  (...columns: string[]) =>
  (filter: Filter): Sql =>
    columns.reduce(
      (condition, column) =>
        filter[column] === undefined ? condition : sql`${condition} and ${raw(column)} = ${filter[column]}`,
      sql`1`,
    )

/** The day after `to` at the latest: times of day sort behind their date. */
const between =
  (column: string, narrowed: (filter: Filter) => Sql) =>
  (filter: Filter): Sql => {
    const from = filter['from'] === undefined ? sql`1` : sql`${raw(column)} >= ${filter['from']}`
    const to = filter['to'] === undefined ? sql`1` : sql`${raw(column)} < ${`${filter['to']}~`}`
    return sql`${narrowed(filter)} and ${from} and ${to}`
  }

/** How a delegation stands today, as its list says it (`stateOf` of the contracts register). */
const inState =
  (narrowed: (filter: Filter) => Sql) =>
  (filter: Filter): Sql => {
    const { state, today = '' } = filter
    const isRevoked = sql`coalesce(revokedOn <= ${today}, 0)`
    const states: Readonly<Record<string, Sql>> = {
      revoked: isRevoked,
      future: sql`not ${isRevoked} and validFrom > ${today}`,
      ended: sql`not ${isRevoked} and validFrom <= ${today} and coalesce(validTo < ${today}, 0)`,
      'in-force': sql`not ${isRevoked} and validFrom <= ${today} and coalesce(validTo >= ${today}, 1)`,
    }
    return sql`${narrowed(filter)} and ${(state === undefined ? undefined : states[state]) ?? sql`1`}`
  }

/** As the page narrows contracts: part of the counterparty's name, who signed, how soon they end. */
const inContracts = (filter: Filter): Sql => {
  const { counterparty, signatory, endsWithin, today = '' } = filter
  const days = endsWithin === undefined ? undefined : Number(endsWithin)
  const conditions = [
    counterparty === undefined ? sql`1` : sql`instr(counterparty, ${counterparty}) > 0`,
    signatory === undefined ? sql`1` : sql`signatory = ${signatory}`,
    days === undefined || !Number.isInteger(days)
      ? sql`1`
      : sql`endsOn >= ${today} and endsOn <= ${addDays(today, days)} and status in ('signed', 'performing')`,
  ]
  return conditions.reduce((joined, condition) => sql`${joined} and ${condition}`, equal('status', 'type')(filter))
}

/** As its list says it: open requests whose last day is over have lapsed. */
const inRequestState = ({ status, today = '' }: Filter): Sql => {
  if (status === undefined) return sql`1`
  const isOver = sql`(use_by < ${today} or submitted < ${today.slice(0, 4)})`
  if (status === 'lapsed') return sql`status in ('pending', 'approved') and ${isOver}`
  return sql`status = ${status} and (status not in ('pending', 'approved') or not ${isOver})`
}

const requestRows = (_: Read, request: SealRequest, { today = '' }: Filter): RequestRow[] => [
  { ...request, state: stateOf(request, today) },
]

const stockOf = (db: Read, item: string): { location: string; quantity: number }[] => {
  const prefix = stockAccount(item, '')
  return all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance where account >= ${prefix} and account < ${`${prefix.slice(0, -1)};`} and amount <> 0 order by account`,
  ).map(({ account, amount }) => ({ location: account.slice(prefix.length), quantity: amount }))
}

/** Low and oversold depend on the balance, which is not the item's own. */
const itemRow = (db: Read, item: Item, { show }: Filter): ItemRow[] => {
  const stock = stockOf(db, item.id).reduce((sum, { quantity }) => sum + quantity, 0)
  const isLeftOut = (show === 'low' && stock >= (item.min ?? 0)) || (show === 'oversold' && stock >= 0)
  if (isLeftOut) return []
  const mergedCode = item.mergedInto === undefined ? undefined : recordOf(db, itemType, item.mergedInto)?.code
  return [{ ...item, stock, value: balanceOf(db, valueAccount(item.id)), mergedCode }]
}

const stockRows = (db: Read, { id, code, name, spec, unit }: Item): StockRow[] =>
  stockOf(db, id).map((lying) => ({ code, name, spec, unit, ...lying }))

/** The number of a record that another one names by its id. */
const numberOf = (db: Read, table: 'contract' | 'delegation', id: string | undefined): string | undefined =>
  id === undefined
    ? undefined
    : one<{ number: string }>(db, sql`select number from ${raw(table)} where subject = ${id}`)?.number

export type ListRecords = {
  people: Person
  departments: DepartmentRow
  seals: Seal
  'seal-requests': RequestRow
  'seal-uses': SealUse
  items: ItemRow
  stock: StockRow
  slips: SlipRow
  'item-ledger': LedgerLine
  'stock-closing': ClosingItem
  contracts: ContractRow
  delegations: DelegationRow
  'authority-checks': AuthorityCheck
  exceptions: ExceptionLine
  stocktake: StocktakeLine
  suggestions: SuggestionRow
  purchases: PurchaseExportRow
  budgets: BudgetLine
}

/** Lists that other rooms put together and hand in. */
export type HandedSources = {
  exceptions: Source<ExceptionLine>
  stocktake: Source<StocktakeLine>
  suggestions: Source<SuggestionRow>
  purchases: Source<PurchaseExportRow>
}

export const sources: { [L in Exclude<keyof ListRecords, keyof HandedSources>]: Source<ListRecords[L]> } = {
  people: ordered(personType, 'staffNo', itself, equal('department')),
  departments: ordered(departmentType, 'name', (db, record) => [
    { ...record, headName: record.head === undefined ? undefined : recordOf(db, personType, record.head)?.name },
  ]),
  seals: ordered(sealSubject, 'code', itself, equal('status')),
  'seal-requests': ordered(requestSubject, 'submitted', requestRows, between('submitted', inRequestState)),
  'seal-uses': ordered(useSubject, 'date_key', itself, between('date_key', equal('seal'))),
  items: ordered(itemType, 'code', itemRow, ({ show, group }) => {
    const state = show === undefined ? sql`1` : sql`active = ${show === 'retired' ? 0 : 1}`
    return group === undefined ? state : sql`item_group = ${group} and ${state}`
  }),
  stock: ordered(itemType, 'code', stockRows),
  slips: ordered(
    slipType,
    'number',
    (_, slip: Slip) => slip.lines.map((line) => ({ slip, line })),
    between('date', equal('verb', 'recipient')),
  ),
  'item-ledger': ledgerSource,
  'stock-closing': stockClosingSource,
  budgets: budgetSource,
  contracts: ordered(
    contractType,
    'number',
    (db, record) => [{ ...record, parentNumber: numberOf(db, 'contract', record.parent) }],
    inContracts,
  ),
  delegations: ordered(
    delegationType,
    'number',
    (db, record, { today = '' }) => [
      {
        ...termsOn(record, today),
        parentNumber: numberOf(db, 'delegation', record.parent),
        contractNumber: numberOf(db, 'contract', record.contract),
      },
    ],
    inState(equal('delegate', 'delegator')),
  ),
  'authority-checks': ordered(authorityCheckType, 'number', itself, equal('person', 'contract')),
}
