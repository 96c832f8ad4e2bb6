/** Exporting a list: made by the engine, saved where the person says. */
import { useEffect, useState } from 'react'
import type { ExportList, TableFormat } from '../../shared/tables/targets.ts'
import { bridge } from '../shell/bridge.ts'
import { faultOf, type DeskFault } from '../shell/call.ts'
import { useCommand } from '../shell/queries.ts'
import { bytesOf } from '../ui/printing.ts'

export type Filter = Readonly<Record<string, string | undefined>>

const given = (filter: Filter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )

/** How long the line about a saved file stays. */
const shownMs = 12_000

export const useExport = () => {
  const { act, isActing, command } = useCommand('tables.export')
  const [fault, setFault] = useState<DeskFault>()
  const [saved, setSaved] = useState<{ list: ExportList; path: string; rows: number }>()
  const [list, setList] = useState<ExportList>()

  useEffect(() => {
    if (saved === undefined) return
    const timer = setTimeout(() => setSaved(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [saved])

  const save = async (wanted: ExportList, format: TableFormat, filter: Filter = {}): Promise<void> => {
    if (isActing) return
    setFault(undefined)
    setSaved(undefined)
    setList(wanted)
    const answer = await act({ list: wanted, format, filter: given(filter) })
    if (!answer.ok) return setFault(answer.fault)
    try {
      const path = await bridge().shell.saveFile(answer.value.name, bytesOf(answer.value.bytes))
      if (path !== undefined) setSaved({ list: wanted, path, rows: answer.value.rows })
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  return { save, isActing, command, fault, saved, list, clear: () => setSaved(undefined) }
}
