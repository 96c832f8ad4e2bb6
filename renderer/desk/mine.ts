/** What waits for the signed-in approver's own word, as groups of the desk: requests asked of them, closings to countersign. */
import type { Output, RowOf } from '../shell/contract.ts'
import { useOperation, useRows } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords, type Say } from '../shell/words.tsx'

type Group = Output<'desk.today'>['groups'][number]
type Row = Group['rows'][number]
export type ShownGroup = Omit<Group, 'key'> & { readonly key: Group['key'] | 'requests-mine' | 'closings-waiting' }

const rowOfRequest = ({ list }: Say, request: RowOf<'seals.requests'>): Row => ({
  subject: request.id,
  type: 'seal_request',
  title: request.document.title,
  detail: [request.number, request.applicant.name, list(request.lines.map(({ seal }) => seal.name))].join(' · '),
})

const rowOfClosing = ({ id, number, seal, period, closed }: RowOf<'seals.closings'>): Row => ({
  subject: id,
  type: 'seal_closing',
  title: `${seal.name} ${period}`,
  detail: [number, closed.by.name].join(' · '),
})

/** An approver is asked for these by name or role; what waits for others stands in the lists. */
export const useMine = (groups: readonly Group[]): readonly ShownGroup[] => {
  const say = useWords()
  const { may } = useSession()
  const enabled = may('seals.approve')
  const { data } = useOperation('seals.approvals', {}, { enabled, subjects: ['seal_request', 'absence'] })
  const closings = useRows('seals.closings', { limit: 50 }, { enabled, subjects: ['seal_closing'] })
  if (!enabled || data === undefined) return groups
  const waiting = closings.rows.filter(({ countersigned }) => countersigned === undefined)
  return [
    { key: 'requests-mine', count: data.rows.length + data.more, rows: data.rows.map((row) => rowOfRequest(say, row)) },
    { key: 'closings-waiting', count: waiting.length, rows: waiting.map(rowOfClosing) },
    ...groups.filter(({ key }) => key !== 'requests-waiting'),
  ]
}
