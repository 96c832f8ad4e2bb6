/** Handlers of the office as a whole: its name, proving the journal, refolding its rows. */
import type { officeOperations } from '../../../shared/office/operations.ts'
import type { Handlers } from '../act.ts'
import { onlyChanged } from '../../../shared/journal/changed.ts'
import { rebuild } from '../journal/rebuild.ts'
import { verifySteps } from '../journal/verify.ts'
import { countFiles, proveFiles } from '../attachments/prove.ts'
import { setImmediate as pause } from 'node:timers/promises'
import { refuse } from '../../../shared/api/fault.ts'
import type { FolderKeeper } from './folder.ts'

export const officeHandlers = (keeper: () => FolderKeeper): Handlers<typeof officeOperations> => {
  const office = (): ReturnType<FolderKeeper['office']> => keeper().office()
  return {
    'office.change': (act, input) => {
      const open = office()
      if ('refused' in open) return open
      const body = onlyChanged(open.office(), input)
      if (Object.keys(body).length > 0) act.enter({ kind: 'office.changed', subject: open.journal.office, body })
      return {}
    },
    'office.verify': async ({ progress, signal }) => {
      const open = office()
      if ('refused' in open) return open
      const reader = open.reader()
      try {
        const looked = open.journal.count() * 2
        const total = looked + countFiles(reader.db)
        const go = async <T>(steps: Generator<number, T>, before: number): Promise<T> => {
          for (let step = steps.next(); ; step = steps.next()) {
            signal.throwIfAborted()
            if (step.done) return step.value
            progress(before + step.value, total)
            await pause()
          }
        }
        const proof = await go(verifySteps(reader.db, open.journal.kinds, open.journal.office), 0)
        const files = await go(proveFiles(reader.db, open.vault), looked)
        return { ...proof, findings: [...proof.findings, ...files] }
      } finally {
        reader.close()
      }
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
