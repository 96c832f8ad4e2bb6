/** An operation of the office as a value: what it is called, who may, what goes in, what comes out. */
import type { z } from 'zod'
import type { Permission } from './permission.ts'

/**
 * - `query` reads and never enters anything.
 * - `command` decides and enters inside one transaction; answered at most once per command id.
 * - `task` is long or asynchronous work (rendering, importing); it opens short transactions of its own,
 *   reports progress and can be cancelled.
 */
export type OperationKind = 'query' | 'command' | 'task'

export type Operation<
  K extends OperationKind = OperationKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  kind: K
  /** One line for `office operations` and for the audit view. */
  summary: string
  permission: Permission
  input: I
  output: O
}

type Parts<I extends z.ZodType, O extends z.ZodType> = Omit<Operation<'query', I, O>, 'kind'>

export const query = <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): Operation<'query', I, O> => ({
  kind: 'query',
  ...parts,
})

export const command = <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): Operation<'command', I, O> => ({
  kind: 'command',
  ...parts,
})

export const task = <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): Operation<'task', I, O> => ({
  kind: 'task',
  ...parts,
})

export type Operations = Record<string, Operation>
/** What a caller may send: optional fields with defaults may be left out. */
export type InputOf<Op> = Op extends Operation<OperationKind, infer I> ? z.input<I> : never
/** What a handler receives after validation. */
export type ValidInputOf<Op> = Op extends Operation<OperationKind, infer I> ? z.output<I> : never
export type OutputOf<Op> = Op extends Operation<OperationKind, z.ZodType, infer O> ? z.output<O> : never
