/** Which state of an entry an act on it is about: the one that was on screen when its sheet was opened. */
import { useState } from 'react'
import type { DeskFault } from '../../shell/call.ts'

/**
 * The page behind the sheet renews itself; the sheet keeps what was seen, so that another's change in between is told.
 * Once it was told, what is confirmed again is about the new state.
 */
export const useSeenHeads = (heads: readonly string[]) => {
  const [seen, setSeen] = useState(heads)
  return {
    basedOn: [...seen],
    told: (fault: DeskFault): void => {
      if (fault.code === 'use-changed') setSeen(fault.heads)
    },
  }
}
