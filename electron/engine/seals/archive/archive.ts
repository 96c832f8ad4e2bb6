/** Archiving: what a scan belongs to, and the entry that ties paper and record together. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { archiveOperations } from '../../../../shared/seals/archive/archive-operations.ts'
import { archiveStop, archiveUse, expectedSha, fileMatch } from '../../../../shared/seals/archive/archive-rules.ts'
import type { SealUse } from '../../../../shared/seals/records.ts'
import type { StoredUse } from '../../../../shared/seals/subjects.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import type { Read } from '../../store/sql.ts'
import { refuseArchiveNumber, useByArchiveNumber } from './archive-number.ts'
import { notFound } from '../life/cabinet.ts'
import type { SealDeps } from '../deps.ts'
import { missingByMonth, missingScans } from './missing-scans.ts'
import { requestByNumber, requestOf, rowShown, sealOf, useByNumber, useOf, usesOn } from '../store.ts'
import { actorOf } from '../use/use-facts.ts'
import { actOn } from '../use/uses.ts'

type Matched = { confidence: 'certain' | 'likely' | 'unsure'; uses: StoredUse[] }

/** As far as a request may spread over seals and days. */
const mostUses = 50

const onRequest = (db: Read, request: string): StoredUse[] => usesOn(db, { request }, mostUses)

const byNumber = (db: Read, number: string): Matched | Refusal => {
  const use = useByNumber(db, number) ?? useByArchiveNumber(db, number)
  if (use) return { confidence: 'likely', uses: [use] }
  const request = requestByNumber(db, number)
  const uses = request ? onRequest(db, request.id) : []
  if (uses.length === 0) return refuse({ code: 'scan-unknown', number })
  return { confidence: uses.length === 1 ? 'likely' : 'unsure', uses }
}

const byCode = (deps: SealDeps, reading: Reading, text: string): Matched | Refusal => {
  const code = deps.readCode(reading, text)
  if (isRefusal(code)) return code
  const { number, form, subject } = code
  if (code.signature === 'unknown-desk') return refuse({ code: 'scan-foreign', number })
  if (code.signature === 'invalid') return refuse({ code: 'scan-forged', number })
  // The check of a use prints under the use's number; it is about the paper that was stamped, and is not that paper.
  if (form === 'authority-check') return refuse({ code: 'scan-not-a-use', number, form })
  const use = (subject === undefined ? undefined : useOf(reading.db, subject)) ?? useByNumber(reading.db, number)
  if (use) return { confidence: 'certain', uses: [use] }
  const request =
    (subject === undefined ? undefined : requestOf(reading.db, subject)) ?? requestByNumber(reading.db, number)
  const uses = request ? onRequest(reading.db, request.id) : []
  if (uses.length > 0) return { confidence: uses.length === 1 ? 'certain' : 'unsure', uses }
  const isOfUse = form === 'seal-use' || request !== undefined
  return refuse(isOfUse ? { code: 'scan-unknown', number } : { code: 'scan-not-a-use', number, form: form ?? '' })
}

const numberOf = (act: Act, use: SealUse, typed: string | undefined) => {
  // Looked at before a number is drawn: one that is given must be entered.
  if (archiveStop(use)) return ''
  if (typed === undefined) return act.number('archive')
  return refuseArchiveNumber(act.db, use, typed) ?? typed
}

const isIn = (month: string, from = '', to = '9'): boolean => month >= from.slice(0, 7) && month <= to.slice(0, 7)

export const archiveHandlers = (deps: SealDeps): Handlers<typeof archiveOperations> => ({
  'seals.missingScans': ({ db }, { seal: id, from, to, after, limit }) => {
    const seal = id === undefined ? undefined : sealOf(db, id)
    if (id !== undefined && !seal) return notFound('seal', id)
    const { rows, next } = missingScans(db, { seal, from, to, after, limit })
    const total = [...missingByMonth(db, seal)].reduce(
      (sum, [month, count]) => (isIn(month, from, to) ? sum + count : sum),
      0,
    )
    return { rows: rows.map(rowShown), next, total }
  },

  'seals.scanMatch': (reading, { code, number }) => {
    if (code === undefined && number === undefined)
      return refuse({ code: 'invalid-input', problems: [{ path: 'number', reason: 'invalid.required' }] })
    const found = code === undefined ? byNumber(reading.db, number ?? '') : byCode(deps, reading, code)
    if (isRefusal(found)) return found
    return {
      confidence: found.confidence,
      uses: found.uses.map((use) => ({ use: rowShown(use), stop: archiveStop(use) })),
    }
  },

  'seals.archive': (act, input) => {
    const { archivedOn = act.today, scan, sha256, remarks } = input
    if (archivedOn > act.today)
      return refuse({ code: 'invalid-input', problems: [{ path: 'archivedOn', reason: 'invalid.date-ahead' }] })
    const archiving = { by: actorOf(act), at: localTime(act.now, act.zone), archivedOn, scan, sha256, remarks }
    const done = actOn(act, deps, input, (use) => {
      const number = numberOf(act, use, input.archiveNumber)
      return isRefusal(number) ? number : archiveUse(use, archiving, number)
    })
    if (isRefusal(done)) return done
    const unplaced = scan === undefined ? undefined : deps.placeScan(act, scan, input.id)
    if (unplaced) return unplaced
    const use = useOf(act.db, input.id)
    if (!use) throw new Error('an archived use is there')
    return { ...done, archiveNumber: use.archiveNumber ?? '', match: fileMatch(expectedSha(use), sha256) }
  },
})
