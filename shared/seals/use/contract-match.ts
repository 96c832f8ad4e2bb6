/** Whether a registered contract is the one that a request was approved for, also where the request only typed it. */
import type { SealRequest } from '../records.ts'
import { needsVerdict, type ContractFacts } from '../rules.ts'

const same = (one: string, other: string): boolean => one.trim().toUpperCase() === other.trim().toUpperCase()

/**
 * A typed contract is told by its number, else by its name; its amount must be the registered one. A request without
 * any contract may be tied to one only where it asked for a contract at all: its route was then the strictest.
 */
export const isApprovedContract = (
  request: Pick<SealRequest, 'category' | 'contract'>,
  contract: Pick<ContractFacts, 'id' | 'number' | 'name' | 'amount' | 'currency'>,
): boolean => {
  const asked = request.contract
  if (!asked) return needsVerdict(request)
  if (asked.id !== undefined) return asked.id === contract.id
  const isNamed =
    asked.number === undefined
      ? asked.name === undefined || same(asked.name, contract.name)
      : same(asked.number, contract.number)
  const isAmount =
    asked.amount === undefined || (asked.amount === contract.amount && (asked.currency ?? 'CNY') === contract.currency)
  return isNamed && isAmount
}
