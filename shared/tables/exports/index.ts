/** All exporters by list; a list without one does not compile, but for the reports, which bring their own columns. */
import type { Exporter } from '../exporter.ts'
import type { ExportList } from '../targets.ts'
import { budgetExport } from './budgets.ts'
import { checkExport, contractExport, delegationExport } from './contracts.ts'
import { exceptionExport } from './exceptions.ts'
import { departmentExport, peopleExport } from './people.ts'
import { requestExport, sealExport, useExport } from './seals.ts'
import { purchaseExport, suggestionExport } from './buying.ts'
import { stocktakeExport } from './stocktake.ts'
import { ledgerExport, stockClosingExport } from './stock.ts'
import { itemExport, slipExport, stockExport } from './supplies.ts'

export const exporters = {
  people: peopleExport,
  departments: departmentExport,
  seals: sealExport,
  'seal-requests': requestExport,
  'seal-uses': useExport,
  items: itemExport,
  stock: stockExport,
  slips: slipExport,
  'item-ledger': ledgerExport,
  'stock-closing': stockClosingExport,
  contracts: contractExport,
  delegations: delegationExport,
  'authority-checks': checkExport,
  exceptions: exceptionExport,
  stocktake: stocktakeExport,
  suggestions: suggestionExport,
  purchases: purchaseExport,
  budgets: budgetExport,
} as const satisfies Record<Exclude<ExportList, 'supply-report'>, Exporter<never>>
