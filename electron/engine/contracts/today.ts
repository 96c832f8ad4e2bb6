/** What the contracts register wants seen at the desk: authority and contracts that end soon, and the last checks. */
import { addDays, localTime } from '../../../shared/office/dates.ts'
import type { Reading } from '../act.ts'
import type { LastSlip, TodayGroup } from '../desk/handlers.ts'
import { delegationsEnding } from './delegation-store.ts'
import { noticesTo, originalsOfRevoked } from './revocation-store.ts'
import { checksPage, contractsEnding } from './store.ts'

const shown = 10
const daysAhead = 30

/** The next day on which something has to be done: a notice date that has passed is none. */
const dueOf = (
  { noticeOn, endsOn }: { noticeOn?: string | undefined; endsOn?: string | undefined },
  today: string,
): string =>
  [noticeOn, endsOn].reduce<string>(
    (next, day) => (day !== undefined && day >= today && (next === '' || day < next) ? day : next),
    '',
  )

/** Delegations and contracts that end, or want notice, within thirty days; the nearest first. */
export const contractsToday = (reading: Reading): TodayGroup[] => {
  const { db, today } = reading
  const until = addDays(today, daysAhead)
  const delegations = delegationsEnding(db, today, until)
  const contracts = contractsEnding(db, today, until)
    .map((contract) => ({ ...contract, due: dueOf(contract, today) }))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  return [
    ...revocationsToday(reading),
    {
      key: 'authority-ending',
      count: delegations.length,
      rows: delegations.slice(0, shown).map(({ id, number, delegateName, post, validTo }) => ({
        subject: id,
        type: 'delegation',
        title: delegateName ?? post ?? number,
        detail: [number, validTo].filter((part) => part !== undefined).join(' · '),
      })),
    },
    {
      key: 'contracts-ending',
      count: contracts.length,
      rows: contracts.slice(0, shown).map(({ id, number, name, due }) => ({
        subject: id,
        type: 'contract',
        title: name,
        detail: [number, due].filter((part) => part !== '').join(' · '),
      })),
    },
  ]
}

/** Notices to whoever is signed in; and, for those who may delegate, originals that are to come back. */
const revocationsToday = ({ db, actor, today }: Reading): TodayGroup[] => {
  const notices = noticesTo(db, actor.person)
  const originals = actor.permissions.has('contracts.delegate') ? originalsOfRevoked(db, today) : []
  return [
    {
      key: 'revocation-notices',
      count: notices.length,
      rows: notices.slice(0, shown).map(({ id, number, revokedOn, reason }) => ({
        subject: id,
        type: 'revocation_notice',
        title: number,
        detail: [revokedOn, reason].join(' · '),
      })),
    },
    {
      key: 'originals-out',
      count: originals.length,
      rows: originals.slice(0, shown).map(({ id, number, delegateName, post, revokedOn }) => ({
        subject: id,
        type: 'delegation',
        title: delegateName ?? post ?? number,
        detail: [number, revokedOn].filter((part) => part !== undefined).join(' · '),
      })),
    },
  ]
}

/** The newest recorded checks. */
export const lastChecks = ({ db, zone }: Reading, limit: number): LastSlip[] =>
  checksPage(db, undefined, limit, {}).map(({ id, number, person, asked, askedAt, askedOn }) => ({
    subject: id,
    type: 'authority_check',
    number,
    title: [person.name, asked.name ?? asked.counterparty].filter((part) => part !== undefined).join(' · '),
    time: askedAt === undefined ? askedOn : localTime(askedAt, zone),
  }))
