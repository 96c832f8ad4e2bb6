/**
 * Emergency use 紧急用印: which stops a custodian and a second person may set aside together. It stands in for an
 * approval that could not be had in time, never for an authority that is not there (docs/decisions).
 */
import { refuse, type Fault, type Refusal } from '../../api/fault.ts'
import type { Duty } from '../faults.ts'
import type { Named } from '../records.ts'
import type { UseFacts } from '../rules.ts'

/** Whether an emergency may set this stop aside; whatever is not named here it may not. */
export const isOverridable = (stop: Fault): boolean => {
  const { code } = stop
  if (code === 'duties-not-separated' || code === 'request-needed' || code === 'approval-lapsed') return true
  // What somebody said no to, and what was taken back, stays refused.
  if (code === 'request-not-approved') return stop.status === 'pending'
  // Outside stands for a limit, an exclusion or a revocation: nobody at the desk can lend the authority.
  return code === 'not-authorized' && (stop.verdict.result === 'unknown' || stop.verdict.result === 'needs-joint')
}

export const mayOverride = (stops: readonly Fault[]): boolean => stops.length > 0 && stops.every(isOverridable)

/** The second person: neither who seals, nor who asked, typed or brought it. */
const dutyOfSecond = (second: Named, { sealer, request, handler }: UseFacts): Duty | undefined => {
  if (second.id === sealer.id) return 'sealer'
  const asking = [request?.applicant, request?.proxy, handler]
  return asking.some((person) => person?.id === second.id) ? 'applicant' : undefined
}

/**
 * What would refuse the emergency; undefined where it may go ahead.
 * @param stops all that stops the ordinary use
 * @param mayConfirm whether the second person approves or keeps seals
 */
export const refuseOverride = (
  facts: UseFacts,
  stops: readonly Fault[],
  second: Named,
  mayConfirm: boolean,
): Refusal | undefined => {
  if (stops.length === 0) return refuse({ code: 'override-not-needed' })
  const hard = stops.find((stop) => !isOverridable(stop))
  if (hard) return refuse(hard)
  const duty = dutyOfSecond(second, facts)
  if (duty) return refuse({ code: 'second-not-independent', person: second.name, duty })
  return mayConfirm ? undefined : refuse({ code: 'second-may-not', person: second.name })
}
