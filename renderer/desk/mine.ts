/** What waits for the signed-in person's own word, as a group of the desk. */
import type { Output } from '../shell/contract.ts'
import { useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'

type Group = Output<'desk.today'>['groups'][number]
export type ShownGroup = Omit<Group, 'key'> & { readonly key: Group['key'] | 'requests-mine' }

/** An approver is asked for these by name or role; what waits for others stands in the list of requests. */
export const useMine = (groups: readonly Group[]): readonly ShownGroup[] => {
  const { may } = useSession()
  const isAsked = may('seals.approve')
  const { data } = useOperation('seals.approvals', {}, { enabled: isAsked, subjects: ['seal_request', 'absence'] })
  if (!isAsked || data === undefined) return groups
  const mine: ShownGroup = {
    key: 'requests-mine',
    count: data.rows.length + data.more,
    rows: data.rows.map((request) => ({
      subject: request.id,
      type: 'seal_request',
      title: request.document.title,
      detail: [request.number, request.applicant.name, request.lines.map(({ seal }) => seal.name).join('、')].join(
        ' · ',
      ),
    })),
  }
  return [mine, ...groups.filter(({ key }) => key !== 'requests-waiting')]
}
