/** What can be imported, what can be exported, and how much of it at once. */
import type { Permission } from '../api/permission.ts'

/** Targets of an import; the old ledger becomes uses that keep their number as 原编号. */
export const importTargets = ['people', 'items', 'contracts', 'delegations', 'seal-ledger', 'budgets'] as const
export type ImportTarget = (typeof importTargets)[number]

/** Every list of the office that can leave it as a file. */
export const exportLists = [
  'people',
  'departments',
  'seals',
  'seal-requests',
  'seal-uses',
  'items',
  'stock',
  'slips',
  'item-ledger',
  'stock-closing',
  'contracts',
  'delegations',
  'authority-checks',
  'exceptions',
  'stocktake',
  'suggestions',
  'purchases',
  'budgets',
  'supply-report',
] as const
export type ExportList = (typeof exportLists)[number]

/** Who may read a list may export it, given `tables.export`. */
export const listPermissions: Record<ExportList, Permission> = {
  people: 'people.read',
  departments: 'people.read',
  seals: 'seals.read',
  'seal-requests': 'seals.read',
  'seal-uses': 'seals.read',
  items: 'supplies.read',
  stock: 'supplies.read',
  slips: 'supplies.read',
  'item-ledger': 'supplies.read',
  'stock-closing': 'supplies.read',
  contracts: 'contracts.read',
  delegations: 'contracts.read',
  'authority-checks': 'contracts.read',
  exceptions: 'signed-in',
  stocktake: 'supplies.read',
  suggestions: 'supplies.read',
  purchases: 'supplies.read',
  budgets: 'supplies.read',
  'supply-report': 'supplies.read',
}

/** Importing writes a register, so it takes that register's permission beside `tables.import`. */
export const targetPermissions: Record<ImportTarget, Permission> = {
  people: 'people.manage',
  items: 'supplies.manage',
  contracts: 'contracts.manage',
  delegations: 'contracts.delegate',
  'seal-ledger': 'seals.manage',
  budgets: 'supplies.manage',
}

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** How much a file may hold. Counted while unpacking; what a zip's directory claims is not believed. */
export const limits = {
  /** The file as it lies on the disk, bytes. */
  fileBytes: 20 * 1024 * 1024,
  /** All parts of an .xlsx unpacked, or the text of a .csv, bytes. */
  unpackedBytes: 50 * 1024 * 1024,
  /** Parts inside an .xlsx. */
  parts: 2000,
  rows: 100_000,
  columns: 300,
  /** Rows times columns of one sheet, which is what it takes in memory. */
  cells: 5_000_000,
  sheets: 50,
} as const

export type Limits = { [K in keyof typeof limits]: number }

/** How many rows a preview shows, and how many problems it lists. */
export const shown = { rows: 50, problems: 500 } as const

/** Rows of one exported file: a workbook of more takes minutes and gigabytes to make, and a longer text no program opens well. */
export const longestExport: Record<TableFormat, number> = { xlsx: 100_000, csv: 300_000 }
