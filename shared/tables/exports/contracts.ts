/** The contract register's lists: contracts, delegations, recorded authority checks. */
import type { AuthorityCheck } from '../../contracts/authority-check.ts'
import type { Contract } from '../../contracts/contract.ts'
import { officeItself, type Delegation } from '../../contracts/delegation.ts'
import { column, listed, type Exporter, type WordOf } from '../exporter.ts'

export type ContractRow = Contract & { parentNumber: string | undefined }

const yesNo = (value: boolean, word: WordOf): string => word(value ? 'tables.yes' : 'tables.no')

/** Millionths as a decimal. */
const rateText = (rate: number): string =>
  `${Math.floor(rate / 1e6)}.${(rate % 1e6).toString().padStart(6, '0').replace(/0+$/, '') || '0'}`

export const contractExport: Exporter<ContractRow> = {
  list: 'contracts',
  title: 'tables.list.contracts',
  columns: [
    column('tables.field.contract.number', 'text', ({ number }) => number),
    column('tables.field.contract.name', 'text', ({ name }) => name, 36),
    column('tables.field.contract.type', 'text', ({ type }, word) => word(`contracts.type.${type}`), 12),
    column(
      'tables.field.contract.direction',
      'text',
      ({ direction }, word) => word(`contracts.direction.${direction}`),
      10,
    ),
    column('tables.field.contract.counterparty', 'text', ({ counterparty }) => counterparty, 30),
    column('tables.field.contract.creditCode', 'text', ({ creditCode }) => creditCode, 22),
    column('tables.field.contract.subject', 'text', ({ subject }) => subject, 24),
    column('tables.field.contract.amount', 'money', ({ amount }) => amount),
    column('tables.field.contract.currency', 'text', ({ currency }) => currency, 8),
    column('tables.field.contract.rate', 'text', ({ rate }) => rate && rateText(rate), 10),
    column('tables.field.contract.uncapped', 'text', ({ uncapped }, word) => yesNo(uncapped, word), 8),
    column('tables.field.contract.startsOn', 'date', ({ startsOn }) => startsOn),
    column('tables.field.contract.endsOn', 'date', ({ endsOn }) => endsOn),
    column('tables.field.contract.autoRenew', 'text', ({ autoRenew }, word) => yesNo(autoRenew, word), 8),
    column('tables.field.contract.noticeOn', 'date', ({ noticeOn }) => noticeOn),
    column('tables.field.contract.parent', 'text', ({ parentNumber }) => parentNumber),
    column('tables.field.contract.copies', 'count', ({ copies }) => copies),
    column('tables.field.contract.department', 'text', ({ department }) => department),
    column('tables.field.contract.handler', 'text', ({ handler }) => handler?.name, 12),
    column('tables.field.contract.custodian', 'text', ({ custodian }) => custodian?.name, 12),
    column('tables.field.contract.signatory', 'text', ({ signatory }) => signatory?.name, 12),
    column('tables.field.contract.signedOn', 'date', ({ signedOn }) => signedOn),
    column('tables.field.contract.status', 'text', ({ status }, word) => word(`contracts.status.${status}`), 10),
    column('tables.field.contract.archiveNumber', 'text', ({ archiveNumber }) => archiveNumber),
    column('tables.field.contract.originalNumber', 'text', ({ originalNumber }) => originalNumber),
    column('tables.field.contract.remarks', 'text', ({ remarks }) => remarks, 24),
  ],
}

export type DelegationRow = Delegation & { parentNumber: string | undefined; contractNumber: string | undefined }

export const delegationExport: Exporter<DelegationRow> = {
  list: 'delegations',
  title: 'tables.list.delegations',
  columns: [
    column('tables.field.delegation.originalNumber', 'text', ({ number }) => number),
    column('tables.column.delegation.former', 'text', ({ originalNumber }) => originalNumber),
    column('tables.field.delegation.kind', 'text', ({ kind }, word) => word(`delegations.kind.${kind}`), 12),
    column(
      'tables.field.delegation.delegator',
      'text',
      ({ delegator, delegatorName }, word) => (delegator === officeItself ? word('tables.office') : delegatorName),
      12,
    ),
    column('tables.field.delegation.parent', 'text', ({ parentNumber }) => parentNumber),
    column('tables.field.delegation.delegate', 'text', ({ delegateName }) => delegateName, 12),
    column('tables.field.delegation.post', 'text', ({ post }) => post),
    column('tables.field.delegation.contract', 'text', ({ contractNumber }) => contractNumber),
    column('tables.field.delegation.actions', 'text', ({ actions }, word) =>
      listed(
        actions.map((action) => word(`delegations.action.${action}`)),
        word,
      ),
    ),
    column(
      'tables.field.delegation.contractTypes',
      'text',
      ({ contractTypes }, word) =>
        listed(
          contractTypes.map((type) => word(`contracts.type.${type}`)),
          word,
        ),
      24,
    ),
    column(
      'tables.field.delegation.counterparties',
      'text',
      ({ counterparties }, word) => listed(counterparties, word),
      24,
    ),
    column('tables.field.delegation.limit', 'money', ({ limit }) => limit),
    column('tables.field.delegation.aggregateLimit', 'money', ({ aggregateLimit }) => aggregateLimit),
    column(
      'tables.field.delegation.aggregatePeriod',
      'text',
      ({ aggregatePeriod }, word) => aggregatePeriod && word(`delegations.period.${aggregatePeriod}`),
      10,
    ),
    column('tables.field.delegation.currency', 'text', ({ currency }) => currency, 8),
    column('tables.field.delegation.longestMonths', 'count', ({ longestMonths }) => longestMonths),
    column('tables.field.delegation.validFrom', 'date', ({ validFrom }) => validFrom),
    column('tables.field.delegation.validTo', 'date', ({ validTo }) => validTo),
    column('tables.field.delegation.depth', 'count', ({ depth }) => depth),
    column('tables.field.delegation.excludedTypes', 'text', ({ excludedTypes }, word) =>
      listed(
        excludedTypes.map((type) => word(`contracts.type.${type}`)),
        word,
      ),
    ),
    column('tables.field.delegation.excludedCounterparties', 'text', ({ excludedCounterparties }, word) =>
      listed(excludedCounterparties, word),
    ),
    column('tables.field.delegation.jointNeeded', 'count', ({ jointNeeded }) => jointNeeded || undefined),
    column('tables.field.delegation.jointSigners', 'text', ({ jointSigners }, word) =>
      listed(
        jointSigners.map(({ name }) => name),
        word,
      ),
    ),
    column('tables.field.delegation.originals', 'count', ({ originals }) => originals),
    column('tables.field.delegation.issuedOn', 'date', ({ issuedOn }) => issuedOn),
    column('tables.column.delegation.revokedOn', 'date', ({ revokedOn }) => revokedOn),
    column('tables.column.delegation.revokedReason', 'text', ({ revokedReason }) => revokedReason, 24),
    column('tables.field.delegation.remarks', 'text', ({ remarks }) => remarks, 24),
  ],
}

export const checkExport: Exporter<AuthorityCheck> = {
  list: 'authority-checks',
  title: 'tables.list.authority-checks',
  columns: [
    column('tables.column.check.number', 'text', ({ number }) => number),
    column('tables.column.check.askedOn', 'date', ({ askedOn }) => askedOn),
    column('tables.column.check.asOf', 'date', ({ asOf }) => asOf),
    column('tables.column.check.person', 'text', ({ person }) => person.name, 12),
    column('tables.column.check.action', 'text', ({ action }, word) => word(`delegations.action.${action}`), 8),
    column('tables.field.contract.number', 'text', ({ asked }) => asked.number),
    column('tables.field.contract.name', 'text', ({ asked }) => asked.name, 36),
    column('tables.field.contract.type', 'text', ({ asked }, word) => word(`contracts.type.${asked.type}`), 12),
    column('tables.field.contract.counterparty', 'text', ({ asked }) => asked.counterparty, 30),
    column('tables.field.contract.amount', 'money', ({ asked }) => asked.amount),
    column('tables.field.contract.currency', 'text', ({ asked }) => asked.currency, 8),
    column('tables.column.check.result', 'text', ({ verdict }, word) => word(`authority.result.${verdict.result}`), 12),
    column(
      'tables.column.check.reasons',
      'text',
      ({ verdict }, word) =>
        verdict.reasons.map(({ key, values }) => word(key, values)).join(word('tables.clause-joint')) || undefined,
      40,
    ),
    column(
      'tables.column.check.chain',
      'text',
      ({ verdict }) => verdict.chain.map(({ number }) => number).join(' → ') || undefined,
      30,
    ),
    column('tables.column.check.clerk', 'text', ({ clerk }) => clerk.name, 12),
  ],
}
