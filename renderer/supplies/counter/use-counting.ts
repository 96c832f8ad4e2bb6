/** The lines of a stocktake while it is counted: each count is shown at once and entered in the order it was typed. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { bridge } from '../../shell/bridge.ts'
import { call, faultOf, type DeskFault } from '../../shell/call.ts'
import type { Output } from '../../shell/contract.ts'
import { useOperation } from '../../shell/queries.ts'
import type { TypedCount } from './count-text.ts'

export type Line = Output<'supplies.stocktakeLines'>['lines'][number]
type Source = 'screen' | 'scan' | 'paper'

/** What could not be entered stays in sight with what was typed, until it is seen. */
export type Refused = { readonly id: number; readonly name: string; readonly text: string; readonly fault: DeskFault }

/** Counts of other desks are looked for once nothing was entered for a while. */
const quietMs = 1500

/** Place of a line as the operations name it. */
export const placeOf = ({ item, location, lot }: Pick<Line, 'item' | 'location' | 'lot'>) => ({
  item: item.id,
  location,
  ...(lot === undefined ? {} : { lot }),
})

/** Asks anew after a pause, since a long sheet is not read again for every figure. */
const useQuietly = (again: () => void): void => {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = bridge().onEvent((event) => {
      if (event.event !== 'changed' || !event.subjects.includes('stock_count')) return
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), quietMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
}

/** Lines as an act answered them, and when. */
type Fresh = ReadonlyMap<string, { readonly line: Line; readonly at: number }>

const laidOver = (lines: readonly Line[], fresh: Fresh): readonly Line[] => {
  if (fresh.size === 0) return lines
  const known = new Set(lines.map(({ key }) => key))
  return [
    ...lines.map((line) => fresh.get(line.key)?.line ?? line),
    ...[...fresh.values()].map(({ line }) => line).filter(({ key }) => !known.has(key)),
  ]
}

export type Counting = ReturnType<typeof useCounting>

export const useCounting = (id: string, source: Source, counter: string | undefined) => {
  const read = useOperation(
    'supplies.stocktakeLines',
    { id, view: 'count' },
    { subjects: ['stocktake', 'supply_slip', 'supply_item'] },
  )
  const [fresh, setFresh] = useState<Fresh>(new Map())
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [pending, setPending] = useState(0)
  const [last, setLast] = useState<Line>()
  const queue = useRef<Promise<void>>(Promise.resolve())
  const made = useRef(0)
  const { data } = read
  const asked = useRef(0)
  useEffect(() => {
    if (read.isFetching) asked.current = performance.now()
  }, [read.isFetching])
  // What was read anew knows all that was entered before it was asked for; what came while it was read stays over it.
  const forget = useEffectEvent((now: typeof data) => {
    if (now !== undefined) setFresh((before) => new Map([...before].filter(([, { at }]) => at >= asked.current)))
  })
  useEffect(() => forget(data), [data])
  useQuietly(read.again)

  const enqueue = (
    { name, text, key }: { name: string; text: string; key?: string },
    act: () => Promise<{ ok: true; value: { lines: readonly Line[] } } | { ok: false; fault: DeskFault }>,
  ): void => {
    const refuse = (fault: DeskFault) => {
      made.current += 1
      setRefused((before) => [...before, { id: made.current, name, text, fault }])
    }
    setPending((count) => count + 1)
    queue.current = queue.current
      .then(async () => {
        const answer = await act()
        if (!answer.ok) return refuse(answer.fault)
        const { lines } = answer.value
        const at = performance.now()
        // What stood beside the sheet and was taken back is no line any more.
        setFresh(
          (before) =>
            new Map([
              ...[...before].filter(([known]) => known !== key),
              ...lines.map((line) => [line.key, { line, at }] as const),
            ]),
        )
        setLast(lines.at(-1))
      })
      .catch((error: unknown) => refuse(faultOf(error)))
      .finally(() => setPending((count) => count - 1))
  }
  const count = (place: ReturnType<typeof placeOf>, name: string, typed: TypedCount, how: Source = source) =>
    enqueue({ name, text: `${typed.mode === 'add' ? '+' : ''}${typed.quantity}${typed.unit ?? ''}` }, () =>
      call('supplies.count', {
        id,
        source: how,
        ...(counter === undefined ? {} : { counter }),
        counts: [{ ...place, ...typed }],
      }),
    )
  const withdraw = (line: Line) =>
    enqueue({ name: line.item.name, text: '', key: line.key }, () =>
      call('supplies.withdrawCount', { id, ...placeOf(line) }),
    )
  const lines = laidOver(data?.lines ?? [], fresh)
  return {
    lines,
    counted: lines.filter(({ state }) => state === 'counted' || state === 'conflict').length,
    fault: read.fault,
    isLoading: read.isLoading,
    again: read.again,
    count,
    withdraw,
    /** The line counted last, to be taken back with one key. */
    last,
    refused,
    seen: () => setRefused([]),
    isWriting: pending > 0,
  }
}
