/** Handlers of the office as a whole: its name, proving the journal, refolding its rows. */
import type { officeOperations } from '../../../shared/office/operations.ts'
import type { Handlers } from '../act.ts'
import { rebuild } from '../journal/rebuild.ts'
import { verifyJournal } from '../journal/verify.ts'
import { refuse } from '../../../shared/api/fault.ts'
import type { FolderKeeper } from './folder.ts'

export const officeHandlers = (keeper: () => FolderKeeper): Handlers<typeof officeOperations> => {
  const office = (): ReturnType<FolderKeeper['office']> => keeper().office()
  return {
    'office.change': (act, input) => {
      const open = office()
      if ('refused' in open) return open
      if (Object.keys(input).length > 0)
        act.enter({ kind: 'office.changed', subject: open.journal.office, body: input })
      return {}
    },
    'office.verify': async () => {
      const open = office()
      if ('refused' in open) return open
      return verifyJournal(open.journal.db, open.journal.kinds, open.journal.office)
    },
    'office.rebuild': async () => {
      const open = office()
      if ('refused' in open) return refuse(open.refused)
      const entries = rebuild(open.journal.db, open.journal.kinds)
      open.journal.reload()
      return { entries }
    },
  }
}
