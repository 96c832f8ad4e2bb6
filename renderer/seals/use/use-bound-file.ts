/** After a request was submitted, the file that was bound to it is kept as its attachment, where that was wanted. */
import { useState } from 'react'
import { keepFile } from '../../attachments/transfer.ts'
import { faultOf, type DeskFault } from '../../shell/call.ts'
import type { BoundFile } from './file-hash.tsx'

export const useBoundFile = () => {
  const [fault, setFault] = useState<DeskFault>()
  const keep = async (file: BoundFile | undefined, request: string): Promise<void> => {
    setFault(undefined)
    if (file?.bytes === undefined) return
    try {
      const { name, bytes } = file
      const answer = await keepFile(
        { name, bytes },
        { kind: 'document', of: { type: 'seal_request', subject: request } },
      )
      if (!answer.ok) setFault(answer.fault)
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  return { keep, fault }
}
