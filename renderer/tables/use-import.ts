/** The import wizard's state: target, file, choices, and what the engine read; kept while the page is left. */
import { useState } from 'react'
import { limits, type ImportTarget } from '../../shared/tables/targets.ts'
import { bridge } from '../shell/bridge.ts'
import { faultOf, type DeskFault } from '../shell/call.ts'
import type { Input, Output } from '../shell/contract.ts'
import { useKept } from '../shell/kept.ts'
import { useCommand } from '../shell/queries.ts'
import { base64Of } from './base64.ts'

export type Reading = Output<'tables.read'>
type Chosen = Pick<Input<'tables.read'>, 'sheet' | 'headingRow' | 'mapping'>

export type ImportState = {
  readonly target: ImportTarget
  readonly file: { readonly name: string; readonly bytes: string } | undefined
  readonly chosen: Chosen
  readonly reading: Reading | undefined
}

const initial: ImportState = { target: 'people', file: undefined, chosen: {}, reading: undefined }

const tooLarge: DeskFault = { code: 'table-too-large', megabytes: limits.fileBytes / 1_048_576 }

export const useImport = (dialogTitle: string) => {
  const [state, setState, clearState] = useKept<ImportState>('tables.import', initial)
  const [fault, setFault] = useState<DeskFault>()
  const reading = useCommand('tables.read')
  const entering = useCommand('tables.import')

  const look = async (next: ImportState): Promise<void> => {
    setFault(undefined)
    entering.clear()
    setState(next)
    if (next.file === undefined) return
    const answer = await reading.act({ target: next.target, ...next.file, ...next.chosen })
    if (answer.ok)
      setState((now) =>
        now.file === next.file && now.target === next.target ? { ...now, reading: answer.value } : now,
      )
    else {
      setFault(answer.fault)
      setState((now) => ({ ...now, reading: undefined }))
    }
  }

  const chooseFile = async (): Promise<void> => {
    try {
      const picked = await bridge().shell.openFile(dialogTitle, ['xlsx', 'csv', 'txt'])
      if (picked === undefined) return
      if (picked.bytes.length > limits.fileBytes) return setFault(tooLarge)
      const file = { name: picked.name, bytes: base64Of(picked.bytes) }
      await look({ target: state.target, file, chosen: {}, reading: undefined })
    } catch (error) {
      // The shell refuses before it reads what no operation would take.
      setFault(error instanceof Error && error.message.includes('file-too-large') ? tooLarge : faultOf(error))
    }
  }

  const settled = (): Chosen => {
    const { reading: read } = state
    return read === undefined ? {} : { sheet: read.sheet, headingRow: read.headingRow, mapping: read.mapping }
  }

  return {
    ...state,
    fault: fault ?? entering.fault,
    done: entering.value,
    isReading: reading.isActing,
    isEntering: entering.isActing,
    command: entering.isActing ? entering.command : reading.command,
    chooseFile,
    chooseTarget: (target: ImportTarget) => look({ ...state, target, chosen: {}, reading: undefined }),
    chooseSheet: (sheet: number) => look({ ...state, chosen: { sheet } }),
    chooseHeadingRow: (headingRow: number) =>
      look({ ...state, chosen: { ...state.chosen, headingRow, mapping: undefined } }),
    chooseColumn: (field: string, column: number | undefined) => {
      const mapping = Object.fromEntries(
        Object.entries(settled().mapping ?? {}).filter(([key, used]) => key !== field && used !== column),
      )
      return look({
        ...state,
        chosen: { ...settled(), mapping: column === undefined ? mapping : { ...mapping, [field]: column } },
      })
    },
    enter: async (): Promise<void> => {
      if (state.file === undefined) return
      setFault(undefined)
      const answer = await entering.act({ target: state.target, ...state.file, ...settled() })
      if (answer.ok) setState((now) => ({ ...now, file: undefined, reading: undefined, chosen: {} }))
    },
    clear: () => {
      clearState()
      entering.clear()
      setFault(undefined)
    },
  }
}
export type Importing = ReturnType<typeof useImport>
