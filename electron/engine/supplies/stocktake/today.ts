/** Stocktakes under way, for the desk's list of today: counted further, approved or posted by whoever may. */
import { words } from '../../../../shared/api/words.ts'
import { stocktakeSubject } from '../../../../shared/supplies/stocktake/subjects.ts'
import type { Reading } from '../../act.ts'
import type { TodayGroup } from '../../desk/handlers.ts'
import { recordsOf } from '../../store/derived.ts'
import { sql } from '../../store/sql.ts'
import { countedPlaces } from './store.ts'

const most = 50

export const stocktakesToday = ({ db, language }: Reading): TodayGroup[] => {
  const open = recordsOf(
    db,
    stocktakeSubject,
    sql`where state in ('counting', 'submitted', 'approved') order by state, subject desc limit ${most}`,
  )
  const rows = open.map(({ id, numbered, state, lines, note }) => ({
    subject: id,
    type: 'stocktake',
    title: [numbered.number, note].filter(Boolean).join(' '),
    detail: [
      words[language][`supplies.stocktake.state.${state}`],
      ...(state === 'counting' ? [`${countedPlaces(db, id)} / ${lines}`] : []),
    ].join(' · '),
  }))
  return [{ key: 'stocktakes-open', count: rows.length, rows }]
}
