/** An operation of the office as a value: what it is called, who may, what goes in, what comes out. */
import type { z } from 'zod'
import type { Permission } from './permission.ts'
import { strict } from './strict.ts'

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

/** The input is closed when it is first asked for: the terminal and the window start without copying two hundred schemas. */
const operationOf =
  <K extends OperationKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): Operation<K, I, O> => {
    let closed: I | undefined
    return {
      kind,
      ...parts,
      get input() {
        return (closed ??= strict(parts.input))
      },
    }
  }

export const query = operationOf('query')
export const command = operationOf('command')
export const task = operationOf('task')

export type Operations = Record<string, Operation>
/** What a caller may send: optional fields with defaults may be left out. */
export type InputOf<Op> = Op extends Operation<OperationKind, infer I> ? z.input<I> : never
/** What a handler receives after validation. */
export type ValidInputOf<Op> = Op extends Operation<OperationKind, infer I> ? z.output<I> : never
export type OutputOf<Op> = Op extends Operation<OperationKind, z.ZodType, infer O> ? z.output<O> : never
