/** The seal cabinet: registering, changing and retiring seals, and keeping their impressions. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { onlyChanged } from '../../../../shared/journal/changed.ts'
import { whyNotInert } from '../../../../shared/seals/use/impression.ts'
import { refuseRegisterDates, registerDrafts, type Activation } from '../../../../shared/seals/life/register-rules.ts'
import type { sealOperations } from '../../../../shared/seals/operations.ts'
import type { Named, Seal, SealRef } from '../../../../shared/seals/records.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { enteredNow } from '../use/entered-now.ts'
import type { SealDeps } from '../deps.ts'
import { headsOfRow, impressionOf, sealByCode, sealOf, sealsAfter } from '../store.ts'

type CabinetOperations = Pick<
  typeof sealOperations,
  'seals.list' | 'seals.get' | 'seals.impression' | 'seals.register' | 'seals.change'
>
export type Picture = NonNullable<ValidInputOf<(typeof sealOperations)['seals.register']>['impression']>
type Linked = { [K in 'custodian' | 'coCustodian' | 'predecessor']?: string | null | undefined }
/** Null takes a link away. */
type Links = { custodian?: Named | null; coCustodian?: Named | null; predecessor?: SealRef | null }

export const notFound = (what: string, id: string | undefined): Refusal =>
  refuse({ code: 'not-found', what, id: id ?? '' })

/** A person by id with the name as it is now, or a refusal. */
export const namedPerson = (deps: SealDeps, reading: Reading, id: string): Named | Refusal => {
  const person = deps.person(reading, id)
  return person ? { id: person.id, name: person.name } : refuse({ code: 'person-unknown', person: id })
}

export const refOf = ({ id, code, name }: Seal): SealRef => ({ id, code, name })

/** Ids of people and of the predecessor become what the record keeps: id and name. */
const linked = (deps: SealDeps, act: Act, input: Linked): Links | Refusal => {
  const found: Links = {}
  for (const role of ['custodian', 'coCustodian'] as const) {
    const id = input[role]
    if (id === undefined) continue
    const person = id === null ? null : namedPerson(deps, act, id)
    if (isRefusal(person)) return person
    found[role] = person
  }
  if (input.predecessor === null) found.predecessor = null
  else if (input.predecessor !== undefined) {
    const before = sealOf(act.db, input.predecessor)
    if (!before) return notFound('seal', input.predecessor)
    found.predecessor = refOf(before)
  }
  return found
}

export const keepImpression = (act: Act, seal: string, picture: Picture): string | Refusal => {
  const reason = whyNotInert(picture.mediaType, picture.data)
  if (reason !== undefined) return refuse({ code: 'impression-not-inert', reason })
  const id = act.newId()
  act.enter({
    kind: 'seal.impression-kept',
    subject: id,
    body: { seal, mediaType: picture.mediaType, data: picture.data },
  })
  return id
}

/** Custody moves by handover; an administrator may still set right what nobody is left to hand over. */
const refuseNewKeeper = (act: Act, seal: Seal, custodian: string | null | undefined): Refusal | undefined =>
  custodian === undefined ||
  !seal.custodian ||
  custodian === seal.custodian.id ||
  act.actor.permissions.has('office.manage')
    ? undefined
    : refuse({ code: 'custodian-by-handover', seal: seal.name, custodian: seal.custodian.name })

/** Whether a seal is a thing or an image decides where it may be used: only the desk where it lies says so. */
const refuseNewKind = (seal: Seal, kind: Seal['kind'] | undefined, desk: string): Refusal | undefined =>
  kind !== undefined && kind !== seal.kind && seal.homeDesk !== desk
    ? refuse({ code: 'seal-elsewhere', seal: seal.name, homeDesk: seal.homeDesk, desk })
    : undefined

type Since = Pick<Seal, 'status' | 'engravedOn' | 'activatedOn'> & { activatedBy?: string | undefined }

/** Since when an old seal has been in use, and by whom it was received; nothing for one that is still being made. */
const sinceOf = (
  deps: SealDeps,
  act: Act,
  told: Since,
  custodian: Named | null | undefined,
): Pick<Activation, 'on' | 'receivedBy'> | Refusal | undefined => {
  const dates = refuseRegisterDates(told, act.today)
  if (dates) return dates
  if (told.status !== 'in-use')
    return told.activatedOn === undefined
      ? undefined
      : refuse({ code: 'invalid-input', problems: [{ path: 'activatedOn', reason: 'invalid.not-in-use' }] })
  const named = told.activatedBy === undefined ? undefined : namedPerson(deps, act, told.activatedBy)
  if (isRefusal(named)) return named
  const receivedBy = named ?? custodian ?? { id: act.actor.person, name: act.actor.name }
  return { on: told.activatedOn ?? act.today, receivedBy }
}

export const cabinetHandlers = (deps: SealDeps): Handlers<CabinetOperations> => ({
  'seals.list': ({ db }, { status, after, limit }) => {
    const rows = sealsAfter(db, status, after, limit + 1)
    const shown = rows.slice(0, limit)
    return { rows: shown, next: rows.length > limit ? shown.at(-1)?.code : undefined }
  },

  'seals.get': ({ db }, { id, sealCode }) => {
    const seal = id !== undefined ? sealOf(db, id) : sealCode !== undefined ? sealByCode(db, sealCode) : undefined
    return seal ? { seal, heads: headsOfRow(db, 'seal', seal.id) } : notFound('seal', id ?? sealCode)
  },

  'seals.impression': ({ db }, { id }) => impressionOf(db, id) ?? notFound('impression', id),

  'seals.register': (act, { impression, custodian, coCustodian, predecessor, homeDesk, activatedBy, ...master }) => {
    if (sealByCode(act.db, master.code)) return refuse({ code: 'seal-code-taken', sealCode: master.code })
    if (homeDesk !== undefined && !deps.desks(act).includes(homeDesk))
      return refuse({ code: 'desk-unknown', desk: homeDesk })
    const links = linked(deps, act, { custodian, coCustodian, predecessor })
    if (isRefusal(links)) return links
    const since = sinceOf(deps, act, { ...master, activatedBy }, links.custodian)
    if (isRefusal(since)) return since
    const id = act.newId()
    const kept = impression && keepImpression(act, id, impression)
    if (isRefusal(kept)) return kept
    const seal = { ...master, ...links, id, homeDesk: homeDesk ?? deps.desk(act), impression: kept }
    const activation = since && { ...since, id: act.newId(), numbered: act.number('sealLife') }
    act.enter(...registerDrafts(seal as Seal, enteredNow(deps, act), activation))
    return { id, code: master.code }
  },

  'seals.change': (act, { id, basedOn, change, impression }) => {
    const seal = sealOf(act.db, id)
    if (!seal) return notFound('seal', id)
    const stale = refuseStale(act, 'seal', id, basedOn)
    if (stale) return stale
    const { custodian, coCustodian, predecessor, ...plain } = change
    const refused = refuseNewKeeper(act, seal, custodian) ?? refuseNewKind(seal, change.kind, deps.desk(act))
    if (refused) return refused
    const links = linked(deps, act, { custodian, coCustodian, predecessor })
    if (isRefusal(links)) return links
    const kept = impression && keepImpression(act, id, impression)
    if (isRefusal(kept)) return kept
    const body = onlyChanged(seal, { ...plain, ...links, impression: kept })
    if (Object.keys(body).length === 0)
      return refuse({ code: 'invalid-input', problems: [{ path: 'change', reason: 'invalid.required' }] })
    act.enter({ kind: 'seal.changed', subject: id, body })
    return { id }
  },
})
