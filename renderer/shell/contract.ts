/** The contract as the page sees it: types only, so that no schema is loaded into the page. */
import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/operation.ts'

export type OperationName = keyof Contract
export type Input<N extends OperationName> = InputOf<Contract[N]>
export type Output<N extends OperationName> = OutputOf<Contract[N]>

type NamesOfKind<K extends string> = { [N in OperationName]: Contract[N]['kind'] extends K ? N : never }[OperationName]
export type QueryName = NamesOfKind<'query'>
export type CommandName = NamesOfKind<'command'>
export type TaskName = NamesOfKind<'task'>

/** Queries that answer a page of rows by key. */
export type PagedName = {
  [N in QueryName]: Output<N> extends { rows: readonly unknown[] } ? N : never
}[QueryName]
export type RowOf<N extends PagedName> = Output<N> extends { rows: readonly (infer R)[] } ? R : never
