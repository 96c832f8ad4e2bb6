/** Calls of the office's operations: typed, with a command id per act, and refusals as data. */
import type { Fault } from '../../shared/api/fault.ts'
import { bridge } from './bridge.ts'
import type { Input, OperationName, Output } from './contract.ts'

/** The shell's own refusal beside the contract's: the engine ended several times during one call. */
export type DeskFault = Fault | { code: 'engine-lost' }

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: DeskFault }

/**
 * Calls one operation.
 * @param command id of this act; a retry of the same act hands in the same id, so that it is done at most once
 */
export const call = async <N extends OperationName>(
  operation: N,
  input: Input<N>,
  command: string = crypto.randomUUID(),
): Promise<Answer<Output<N>>> => {
  const reply = await bridge().call(operation, input, command)
  // The engine validated what it answers; the contract's types say what it is.
  return reply.ok
    ? { ok: true, value: reply.value as Output<N> }
    : { ok: false, fault: reply.fault as unknown as DeskFault }
}

/** Carries a fault through code that knows errors only (the query cache); shown by FaultNote like any other. */
export class Refused extends Error {
  readonly fault: DeskFault
  constructor(fault: DeskFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** The fault of an error: a refusal as it is, anything else as unexpected. */
export const faultOf = (error: unknown): DeskFault =>
  error instanceof Refused ? error.fault : { code: 'unexpected', ref: error instanceof Error ? error.message : 'page' }
