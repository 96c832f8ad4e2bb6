/** Scans on their way to their records: each is kept first, so that nothing is lost, then its code is looked for. */
import { useState } from 'react'
import { mediaTypeOf } from '../../../shared/attachments/media.ts'
import { keepFile } from '../../attachments/transfer.ts'
import { call, faultOf, type DeskFault } from '../../shell/call.ts'
import type { Output } from '../../shell/contract.ts'
import { useKept } from '../../shell/kept.ts'
import { codeOnScan } from '../archive/scan-pages.ts'

export type Match = Output<'seals.scanMatch'>
/** What is known of a scan: the uses it may belong to, or why its code leads to none; neither where it has no code. */
/** `coded`: what the code on it says, kept when somebody types another number. */
export type Found = { readonly match?: Match; readonly fault?: DeskFault; readonly coded?: Match }
export type Refused = { readonly name: string; readonly fault: DeskFault }

const matchOf = async (asked: { code: string } | { number: string }): Promise<Found> => {
  const answer = await call('seals.scanMatch', asked)
  return answer.ok ? { match: answer.value } : { fault: answer.fault }
}

export const useScans = () => {
  const [found, setFound] = useKept<Readonly<Record<string, Found>>>('seals.archive.found', {})
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [doing, setDoing] = useState<{ done: number; total: number; name: string }>()
  const know = (id: string, what: Found): void => setFound((before) => ({ ...before, [id]: what }))

  const look = async (id: string, bytes: Uint8Array, mediaType: string): Promise<void> => {
    const code = await codeOnScan(bytes, mediaType)
    if (code === undefined) return know(id, {})
    const told = await matchOf({ code })
    know(id, told.match ? { ...told, coded: told.match } : told)
  }

  const addOne = async (file: File): Promise<string | undefined> => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const kept = await keepFile({ name: file.name, bytes }, { kind: 'scan' })
      if (kept.ok) {
        await look(kept.value.id, bytes, mediaTypeOf(bytes, file.name))
        return kept.value.id
      }
      setRefused((before) => [...before, { name: file.name, fault: kept.fault }])
    } catch (error) {
      setRefused((before) => [...before, { name: file.name, fault: faultOf(error) }])
    }
    return undefined
  }

  return {
    found,
    refused,
    doing,
    look,
    byNumber: async (id: string, number: string): Promise<void> => {
      const coded = found[id]?.coded
      know(id, { ...(await matchOf({ number })), ...(coded ? { coded } : {}) })
    },
    /** One after the other; answers the first that was kept. */
    add: async (files: readonly File[]): Promise<string | undefined> => {
      setRefused([])
      let first: string | undefined
      for (const [index, file] of files.entries()) {
        setDoing({ done: index, total: files.length, name: file.name })
        const id = await addOne(file)
        first ??= id
      }
      setDoing(undefined)
      return first
    },
  }
}
export type Scans = ReturnType<typeof useScans>
