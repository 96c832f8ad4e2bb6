/** Handlers of revoking: the preview, the one step, notices signed for, originals that came back. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { originalsOf } from '../../../shared/contracts/originals.ts'
import { noticeStateOf, type NoticeState, type RevocationNotice } from '../../../shared/contracts/revocation.ts'
import type { revocationOperations } from '../../../shared/contracts/revocation-operations.ts'
import {
  decideAcknowledgement,
  decideDelivery,
  decideRevoking,
  toBeTold,
  type Acting,
} from '../../../shared/contracts/revocation-rules.ts'
import type { Draft } from '../../../shared/journal/entry.ts'
import type { Act, Handlers, Reading } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import type { Read } from '../store/sql.ts'
import { rowsOf, type DelegationRow } from './delegation-rows.ts'
import { allUnder, delegationOf } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { fallingWith } from './falling.ts'
import { personIn, refOf } from './refs.ts'
import { noticeOf, noticesOfRevocation, noticesTo, revokedBefore, revokedKey } from './revocation-store.ts'

const noDelegation = (id: string): Refusal => refuse({ code: 'not-found', what: 'delegation', id })

export const revocationHandlersOf = (deps: ContractDeps): Handlers<typeof revocationOperations> => ({
  'delegations.previewRevoke': (reading, { id, on = reading.today }) => {
    const found = delegationOf(reading.db, id)
    if (!found) return noDelegation(id)
    const { reached, requests, ...falling } = fallingWith(deps, reading, found, on)
    return {
      on,
      ...falling,
      requests: requests.map(({ id: request, number, title, status }) => ({ id: request, number, title, status })),
      told: toBeTold(reached).map(({ person, as }) => ({ person, as })),
    }
  },
  'delegations.revoke': (act, { id, basedOn, on = act.today, reason, liftsExclusions }) => {
    const record = delegationOf(act.db, id)
    if (!record) return noDelegation(id)
    const stale = refuseStale(act, 'delegation', id, basedOn)
    if (stale) return stale
    const { reached, originals } = fallingWith(deps, act, record, on)
    const told = toBeTold(reached)
    const by = { id: act.actor.person, name: act.actor.name }
    const drafts = decideRevoking(record, { on, reason, liftsExclusions, told, by, today: act.today, newId: act.newId })
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id, number: record.number, told: told.length, originals: piecesOut(originals) }
  },
  'revocations.get': ({ db, today }, { delegation: id }) => {
    const found = delegationOf(db, id)
    return found ? { ...revocationOf(db, found, today) } : noDelegation(id)
  },
  'revocations.list': ({ db, today }, { after, limit }) => {
    const found = revokedBefore(db, after, limit)
    const rows = found.map((one) => {
      const { delegation, notices, originals } = revocationOf(db, one, today)
      const acknowledged = notices.filter(({ state }) => state === 'acknowledged').length
      const originalsOut = piecesOut(originals)
      return { ...delegation, told: notices.length, acknowledged, originalsOut }
    })
    const last = found.length === limit ? found.at(-1) : undefined
    return last ? { rows, next: revokedKey(last) } : { rows }
  },
  'revocations.mine': ({ db, actor }) => ({ rows: noticesTo(db, actor.person).map(noticeRow) }),
  'revocations.deliver': (act, { id }) => later(act, id, (notice) => decideDelivery(notice, actingOf(act))),
  'revocations.acknowledge': (act, { id, proxy: named }) => {
    const proxy = personIn(deps, act.db, named)
    if (isRefusal(proxy)) return proxy
    return later(act, id, (notice) => decideAcknowledgement(notice, { ...actingOf(act), proxy: proxy && refOf(proxy) }))
  },
})

const piecesOut = (rows: readonly Delegation[]): number => rows.reduce((sum, row) => sum + originalsOf(row).out, 0)

const actingOf = ({ actor, today }: Reading): Acting => ({
  person: { id: actor.person, name: actor.name },
  mayDelegate: actor.permissions.has('contracts.delegate'),
  today,
})

const later = (
  act: Act,
  id: string,
  decide: (notice: RevocationNotice) => Draft[] | Refusal,
): { id: string } | Refusal => {
  const notice = noticeOf(act.db, id)
  if (!notice) return refuse({ code: 'not-found', what: 'revocation_notice', id })
  const drafts = decide(notice)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id }
}

type NoticeRow = RevocationNotice & { state: NoticeState }
const noticeRow = (notice: RevocationNotice): NoticeRow => ({ ...notice, state: noticeStateOf(notice) })

/** A revocation as it stands: who was told, and every original given out on this or what was passed on from it. */
export const revocationOf = (
  db: Read,
  one: Delegation,
  today: string,
): { delegation: DelegationRow; notices: NoticeRow[]; originals: DelegationRow[] } => {
  const [row, ...under] = rowsOf(db, [one, ...allUnder(db, one.id)], today)
  const all = row ? [row, ...under] : under
  return {
    delegation: row ?? { ...one, state: 'revoked' },
    notices: noticesOfRevocation(db, one.id).map(noticeRow),
    originals: all.filter(({ originals }) => originals > 0),
  }
}
