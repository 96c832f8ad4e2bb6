/** What the office holds that an import must know: people, departments, seals, items, contracts, delegations, old numbers. */

import type { Contract } from '../contracts/contract.ts'
import type { Delegation } from '../contracts/delegation.ts'
import type { PostSpan } from '../office/posts.ts'
import type { SupplyBudget } from '../supplies/budget/budget.ts'

export type KnownPerson = {
  id: string
  name: string
  staffNo: string
  post?: string | undefined
  posts?: readonly PostSpan[] | undefined
  employedFrom?: string | undefined
  employedTo?: string | undefined
}
export type KnownSeal = { id: string; code: string; name: string; shortName?: string | undefined }
export type KnownContract = Pick<Contract, 'id' | 'number' | 'parent'>

/** Plain maps, so that an importer can add what its rows bring. Keys are compared by `keyOf`. */
export type Facts = {
  departments: Map<string, { id: string; name: string }>
  peopleByNumber: Map<string, KnownPerson>
  /** Several people may bear one name. */
  peopleByName: Map<string, KnownPerson[]>
  peopleById: Map<string, KnownPerson>
  /** By code, name and short name. */
  seals: Map<string, KnownSeal>
  /** Item codes. */
  items: Set<string>
  /** Barcode -> code of its item. */
  barcodes: Map<string, string>
  /** By number and by original number. */
  contracts: Map<string, KnownContract>
  /** By number and by original number. */
  delegations: Map<string, Delegation>
  delegationsById: Map<string, Delegation>
  /** Old ledger lines that were imported before, by `ledgerKey`. */
  ledger: Set<string>
  /** The latest closed month of a seal, by its id: nothing is dated into it or before. */
  closed: Map<string, string>
  /** Budgets by their id, and whether two desks set one differently. */
  budgets: Map<string, { budget: SupplyBudget; isDisputed: boolean }>
  /** The latest closed month of the stock. */
  stockClosedThrough: string | undefined
}

export const noFacts = (): Facts => ({
  departments: new Map(),
  peopleByNumber: new Map(),
  peopleByName: new Map(),
  peopleById: new Map(),
  seals: new Map(),
  items: new Set(),
  barcodes: new Map(),
  contracts: new Map(),
  delegations: new Map(),
  delegationsById: new Map(),
  ledger: new Set(),
  closed: new Map(),
  budgets: new Map(),
  stockClosedThrough: undefined,
})

/** Numbers, codes and names as they are compared: half-width, without spaces, in one case. */
export const keyOf = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/** Adds a person under staff number, name and id. */
export const notePerson = (facts: Facts, person: KnownPerson): void => {
  facts.peopleByNumber.set(keyOf(person.staffNo), person)
  facts.peopleById.set(person.id, person)
  const name = keyOf(person.name)
  facts.peopleByName.set(name, [...(facts.peopleByName.get(name) ?? []), person])
}

/** Adds a seal under code, name and short name. */
export const noteSeal = (facts: Facts, seal: KnownSeal): void => {
  for (const name of [seal.code, seal.name, seal.shortName]) if (name) facts.seals.set(keyOf(name), seal)
}

/**
 * Finds a person by staff number, by name, or by both: `张伟（A1023）`, `A1023 张伟`.
 * @returns the person, or a word key why not
 */
export const findPerson = (facts: Facts, text: string): KnownPerson | { reason: string; detail: string | string[] } => {
  const whole = facts.peopleByNumber.get(keyOf(text))
  if (whole) return whole
  const named = facts.peopleByName.get(keyOf(text)) ?? []
  if (named.length === 1 && named[0]) return named[0]
  if (named.length > 1) return { reason: 'invalid.cell.person-ambiguous', detail: named.map(({ staffNo }) => staffNo) }
  for (const part of text.normalize('NFKC').split(/[\s()[\]/,]+/)) {
    const found = facts.peopleByNumber.get(keyOf(part))
    if (found) return found
  }
  return { reason: 'invalid.cell.person-unknown', detail: text }
}

/**
 * An old ledger's line: old books start again with every year, and a spreadsheet that made 1 of 001 means the same line.
 * @param usedOn starts with the year
 */
export const ledgerKey = (sealCode: string, usedOn: string, originalNumber: string): string =>
  `${sealCode}|${usedOn.slice(0, 4)}|${originalNumber.padStart(20, '0')}`
