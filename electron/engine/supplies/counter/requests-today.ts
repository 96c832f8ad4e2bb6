/** Supply requests that wait, rests that are promised, and what is oversold, for the desk's list of today. */
import { words } from '../../../../shared/api/words.ts'
import { joinList } from '../../../../shared/office/words.ts'
import type { SupplyRequest } from '../../../../shared/supplies/counter/request-records.ts'
import type { Reading } from '../../act.ts'
import type { TodayGroup } from '../../desk/handlers.ts'
import { oversoldPlaces } from './oversold.ts'
import { countPending, isLate, linesOfRequest, openRequests, requestsPage } from './request-store.ts'

const shown = 10

type Row = TodayGroup['rows'][number]

const rowOf = (request: SupplyRequest, title: string, parts: (string | undefined)[]): Row => ({
  subject: request.id,
  type: 'supply_request',
  title,
  detail: [...parts, request.numbered.number].filter((part) => part !== undefined).join(' · '),
})

const asked = ({ language }: Reading, { lines }: SupplyRequest): string =>
  joinList(
    language,
    lines.map(({ item, quantity, unit }) => `${item.name} ${quantity} ${unit}`),
  )

/** What is still to be handed out of each line. */
const rest = ({ db, language }: Reading, request: SupplyRequest): string => {
  const states = linesOfRequest(db, request)
  const parts = request.lines.flatMap(({ item, baseUnit }, index) => {
    const left = states[index]?.left ?? 0
    return left > 0 ? [`${item.name} ${left} ${baseUnit}`] : []
  })
  return joinList(language, parts)
}

/** The promised day; an overdue one says so. */
const dueText = ({ today, language }: Reading, request: SupplyRequest): string | undefined => {
  const date = request.promised?.date
  return date !== undefined && isLate(request, today) ? `${words[language]['supplies.request.late']} ${date}` : date
}

export const requestsToday = (reading: Reading): TodayGroup[] => {
  const { db } = reading
  const pending = requestsPage(db, { show: 'pending', limit: shown }, '')
  const open = openRequests(db)
  const promised = open.filter((request) => request.promised !== undefined)
  const toIssue = open.filter((request) => request.promised === undefined)
  const oversold = oversoldPlaces(db)
  return [
    {
      key: 'supply-requests-waiting',
      count: pending.length < shown ? pending.length : countPending(db),
      rows: pending.map((request) => rowOf(request, request.recipient.name, [asked(reading, request)])),
    },
    {
      key: 'supply-promises',
      count: promised.length,
      rows: promised.slice(0, shown).map((request) => ({
        ...rowOf(request, request.recipient.name, [dueText(reading, request), rest(reading, request)]),
        ...(isLate(request, reading.today) ? { isLate: true } : {}),
      })),
    },
    {
      key: 'supply-to-issue',
      count: toIssue.length,
      rows: toIssue
        .slice(0, shown)
        .map((request) => rowOf(request, request.recipient.name, [request.neededBy, rest(reading, request)])),
    },
    {
      key: 'stock-oversold',
      count: oversold.length,
      rows: oversold.slice(0, shown).map(({ item, location, lot, quantity }) => ({
        subject: item.id,
        type: 'supply_item',
        title: item.name,
        detail: [location, lot, `${quantity} ${item.unit}`].filter((part) => part !== undefined).join(' · '),
      })),
    },
  ]
}
