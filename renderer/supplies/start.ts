/** What a page is opened with from the box: a person, an item or both, taken over once. */
import { useEffect } from 'react'
import type { Offer } from '../../shared/supplies/operations.ts'
import { call } from '../shell/call.ts'
import type { Params } from '../shell/registers.ts'
import type { Receiver } from './counter/recipient.tsx'

type Takers = {
  readonly onPerson?: (person: Receiver) => void
  readonly onItem?: (offer: Offer) => void
}

/** Places that were taken over; coming back to one with Esc does not add its item a second time. */
const taken = new WeakSet<Params>()

export const useStart = (params: Params, takers: Takers): void =>
  useEffect(() => {
    if (taken.has(params)) return
    taken.add(params)
    const { recipient, name, detail, item } = params
    if (recipient !== undefined) takers.onPerson?.({ id: recipient, name: name ?? '', detail: detail ?? '' })
    if (item !== undefined)
      void call('supplies.offer', { item }).then((answer) => (answer.ok ? takers.onItem?.(answer.value) : undefined))
  })
