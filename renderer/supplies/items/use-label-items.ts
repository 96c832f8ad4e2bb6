/** The items that the labels page is opened with: one from its drawer, or those of a list. Taken over once. */
import { useEffect } from 'react'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { call } from '../../shell/call.ts'
import type { Params } from '../../shell/registers.ts'

const taken = new WeakSet<Params>()

/** One page of a list; whoever needs more prints group by group. */
const most = 200

export const useLabelItems = (params: Params, onItems: (items: readonly ItemRow[]) => void): void =>
  useEffect(() => {
    if (taken.has(params)) return
    taken.add(params)
    const { item, show, group } = params
    if (item !== undefined)
      void call('supplies.item', { id: item }).then((answer) => (answer.ok ? onItems([answer.value.item]) : undefined))
    if (show === 'active' || show === 'low')
      void call('supplies.items', { show, limit: most, ...(group === undefined ? {} : { group }) }).then((answer) =>
        answer.ok ? onItems(answer.value.rows) : undefined,
      )
  })
