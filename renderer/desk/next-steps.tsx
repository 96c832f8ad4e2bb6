/** A newly founded office: what to enter next, until each register holds something. Empty lists teach, and so does an empty desk. */
import type { Permission } from '../../shared/api/permission.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'

type Step = { readonly key: 'people' | 'seals' | 'items' | 'contracts' | 'import'; readonly page: string }

const needs: Readonly<Record<Step['key'], Permission>> = {
  people: 'people.manage',
  seals: 'seals.manage',
  items: 'supplies.manage',
  contracts: 'contracts.manage',
  import: 'tables.import',
}

/** Which registers hold nothing yet; undefined until all have answered, or where somebody may not look. */
const useEmpty = (): ReadonlySet<Step['key']> | undefined => {
  const { may, office } = useSession()
  const asks = (permission: Permission) => ({ enabled: office.example !== true && may(permission) })
  const people = useOperation('people.list', { limit: 2 }, { ...asks('people.read'), subjects: ['person'] })
  const seals = useOperation('seals.list', { limit: 1 }, { ...asks('seals.read'), subjects: ['seal'] })
  const items = useOperation('supplies.items', { limit: 1 }, { ...asks('supplies.read'), subjects: ['supply_item'] })
  const contracts = useOperation('contracts.list', { limit: 1 }, { ...asks('contracts.read'), subjects: ['contract'] })
  const all = [people.data, seals.data, items.data, contracts.data]
  if (all.some((data) => data === undefined)) return undefined
  const empty = new Set<Step['key']>()
  // The founder alone is no company.
  if ((people.data?.rows.length ?? 0) < 2) empty.add('people')
  if (seals.data?.rows.length === 0) empty.add('seals')
  if (items.data?.rows.length === 0) empty.add('items')
  if (contracts.data?.rows.length === 0) empty.add('contracts')
  return empty
}

const steps: readonly Step[] = [
  { key: 'people', page: 'people.list' },
  { key: 'seals', page: 'seals.cabinet' },
  { key: 'items', page: 'supplies.items' },
  { key: 'contracts', page: 'contracts.list' },
  { key: 'import', page: 'tables.import' },
]

/** What is left to do for the person at the desk; none once every register they keep holds something. */
export const useNextSteps = (): readonly Step[] => {
  const { may } = useSession()
  const empty = useEmpty()
  if (empty === undefined || empty.size === 0) return []
  return steps.filter(({ key }) => (key === 'import' || empty.has(key)) && may(needs[key]))
}

export const NextSteps = ({ steps: left }: { steps: readonly Step[] }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  return (
    <section className="today-group" data-testid="next-steps">
      <h3>{t('desk.next')}</h3>
      <p className="quiet next-lead">{t('desk.next.lead')}</p>
      {left.map(({ key, page }) => (
        <button key={key} type="button" className="plain today-row next-step" data-step={key} onClick={() => go(page)}>
          <span className="today-title">{t(`desk.next.${key}`)}</span>
          <span className="quiet">{t(`desk.next.${key}.what`)}</span>
        </button>
      ))}
    </section>
  )
}
