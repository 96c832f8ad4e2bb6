/** Facts of the authority registry's printed registers: a revocation, a year's contracts, a person's delegations. */
import { officeItself, type Delegation } from '../../../shared/contracts/delegation.ts'
import type { Contract } from '../../../shared/contracts/contract.ts'
import { originalsOf } from '../../../shared/contracts/originals.ts'
import { contractType } from '../../../shared/contracts/subjects.ts'
import type { DelegationLine } from '../../../shared/documents/register-facts.ts'
import { idInstant } from '../../../shared/journal/ids.ts'
import { dateAt } from '../../../shared/office/dates.ts'
import { officeType } from '../../../shared/office/subjects.ts'
import type { Reading } from '../act.ts'
import { isLiving, rowsOf, type DelegationRow } from '../contracts/delegation-rows.ts'
import { allUnder, delegationOf, delegationsBy, delegationsHeldBy } from '../contracts/delegation-store.ts'
import { revocationOf } from '../contracts/revocation-handlers.ts'
import { personOf } from '../people/store.ts'
import { usesOn } from '../seals/store.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { sql } from '../store/sql.ts'
import type { Source } from './deps.ts'

/** Canonical JSON holds no `undefined`. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

const nameOf = ({ delegateName, post }: Delegation): string => delegateName ?? post ?? ''

export const revocationSource = ({ db, today }: Reading, office: string, id: string): Source | undefined => {
  const one = delegationOf(db, id)
  if (one?.revokedOn === undefined) return undefined
  const { notices, originals } = revocationOf(db, one, today)
  const facts = defined({
    form: 'revocation' as const,
    office,
    number: one.number,
    delegator: one.delegatorName,
    delegate: nameOf(one),
    validFrom: one.validFrom,
    validTo: one.validTo,
    revokedOn: one.revokedOn,
    reason: one.revokedReason ?? '',
    by: notices[0]?.by.name,
    notifiedOn: notices[0]?.notifiedOn,
    told: notices.map(({ person, as, concerns, acknowledgedOn, method, proxy }) =>
      defined({
        name: person.name,
        as,
        concerns: concerns.map(({ number, title }) => `${number} ${title}`),
        acknowledgedOn,
        method,
        proxy: proxy?.name,
      }),
    ),
    originals: originals.map((each) => {
      const { made, out, back } = originalsOf(each)
      const returnedOn = out === 0 ? each.returnedOn : undefined
      return defined({ number: each.number, holder: nameOf(each), copies: out || back || made, returnedOn })
    }),
  })
  return { facts, number: one.number, title: nameOf(one), impression: undefined }
}

/** The year to which a contract belongs: that of its signature, else of its start, else of its registration. */
const yearOfContract = ({ signedOn, startsOn, id }: Contract, zone: string): string =>
  (signedOn ?? startsOn ?? dateAt(idInstant(id) ?? 0, zone)).slice(0, 4)

/** Contracts of a year by number; also those without a date of their own, which were registered in it. */
const contractsOfYear = ({ db, zone }: Reading, year: string): Contract[] =>
  recordsOf<Contract>(
    db,
    contractType,
    sql`where coalesce(signedOn, record ->> '$.startsOn', ${year}) between ${year} and ${`${year}~`}
      order by number, subject`,
  ).filter((contract) => yearOfContract(contract, zone) === year)

export const contractRegisterSource = (
  reading: Reading,
  office: string,
  id: string,
  year: string,
): Source | undefined => {
  if (!recordOf(reading.db, officeType, id)) return undefined
  const rows = contractsOfYear(reading, year).map((contract) => {
    const { number, name, counterparty, department, amount, currency, uncapped, signatory, signedOn, check } = contract
    const seals = usesOn(reading.db, { contract: contract.id }, 20)
    return defined({
      number,
      name,
      counterparty,
      department,
      amount,
      currency,
      signedOn,
      check,
      isUncapped: uncapped,
      signatory: signatory?.name,
      seals: seals.map((use) => use.number).toReversed(),
      archiveNumber: contract.archiveNumber,
      status: contract.status,
    })
  })
  const facts = { form: 'contract-register' as const, office, year: Number(year), rows }
  return { facts, number: undefined, title: year, impression: undefined }
}

const lineOf = (row: DelegationRow): DelegationLine =>
  defined({
    number: row.number,
    from: row.delegatorName,
    to: nameOf(row),
    kind: row.kind,
    actions: row.actions,
    types: row.contractTypes,
    limit: row.limit,
    currency: row.currency,
    validFrom: row.validFrom,
    validTo: row.validTo,
    depth: row.depth,
    state: row.state,
    fell: row.fell?.number,
  })

// Living ones first, each by number: what stands is what is looked for.
const linesOf = (rows: DelegationRow[]): DelegationLine[] =>
  [...rows.filter(isLiving), ...rows.filter((row) => !isLiving(row))].map(lineOf)

const byNumber = (a: Delegation, b: Delegation): number => (a.number < b.number ? -1 : 1)

/** What was passed on below these, level by level; each once. */
const belowOf = (db: Reading['db'], given: readonly Delegation[]): Delegation[] => {
  const found = given.flatMap(({ id }) => allUnder(db, id))
  return [...new Map(found.map((one) => [one.id, one])).values()].toSorted(byNumber)
}

/** What one person gave and holds; for the office itself, what it gave and all that rests on it. */
export const delegationRegisterSource = ({ db, today }: Reading, office: string, id: string): Source | undefined => {
  const isOffice = recordOf(db, officeType, id) !== undefined
  const person = isOffice ? undefined : personOf(db, id)
  if (!isOffice && !person) return undefined
  const given = delegationsBy(db, isOffice ? officeItself : id, 500)
  const held = person ? delegationsHeldBy(db, person, today).map(({ delegation }) => delegation) : []
  const facts = defined({
    form: 'delegation-register' as const,
    office,
    of: person?.name ?? office,
    post: person?.post,
    isOffice,
    asOf: today,
    given: linesOf(rowsOf(db, given, today)),
    held: linesOf(rowsOf(db, held.toSorted(byNumber), today)),
    below: isOffice ? linesOf(rowsOf(db, belowOf(db, given), today)) : undefined,
  })
  return { facts, number: undefined, title: facts.of, impression: undefined }
}
