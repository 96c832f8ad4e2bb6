/** Opening the counter with a request: its recipient, and what is left of each of its lines. */
import { useEffect } from 'react'
import { call } from '../../shell/call.ts'
import type { Params } from '../../shell/registers.ts'
import type { FoundRequest } from './request-drawer.tsx'
import type { EntryLine } from './lines.ts'
import type { IssueDraft } from './use-issue.ts'

/** Places that were taken over; coming back to one with Esc does not fill the slip a second time. */
const taken = new WeakSet<Params>()

/** What is left, in the unit it was asked for in where it divides, else in base units. */
export const linesLeft = ({ request, lines }: FoundRequest): EntryLine[] =>
  request.lines.flatMap((line, requestLine) => {
    const left = lines[requestLine]?.left ?? 0
    if (left <= 0) return []
    const factor = line.base / line.quantity
    const [quantity, unit] = left % factor === 0 ? [left / factor, line.unit] : [left, line.baseUnit]
    const { name } = line.item
    const id = lines[requestLine]?.item ?? line.item.id
    const key = `${id} ${unit}`
    return [{ key, item: id, name, unit, quantity, oldReturned: false, price: undefined, requestLine }]
  })

export const useFillRequest = (params: Params, onFound: (draft: Partial<IssueDraft>) => void): void =>
  useEffect(() => {
    const id = params['request']
    if (id === undefined || taken.has(params)) return
    taken.add(params)
    void call('supplies.request', { id }).then((answer) => {
      if (!answer.ok) return
      const { recipient, numbered, reason = '' } = answer.value.request
      const detail = [recipient.staffNo, recipient.department?.name].filter(Boolean).join(' · ')
      onFound({
        recipient: { id: recipient.id, name: recipient.name, detail },
        lines: linesLeft(answer.value),
        request: { id, number: numbered.number },
        reason,
        promised: undefined,
      })
    })
  })
