/** The kept lists of the storeroom: places 库位 (`A区/01-03`) and groups of items 物品分类. Forms offer them; items may say others. */
import { z } from 'zod'
import { overlayAfter } from '../../journal/overlay-after.ts'
import { subjectType } from '../../journal/subject.ts'

export const nameLists = ['place', 'group'] as const
export type NameList = (typeof nameLists)[number]

export const listedName = z.object({
  name: z.string(),
  note: z.string().optional(),
  /** Offered no more, while what lies there or is called so stays. */
  retired: z.boolean().optional(),
})
export type ListedName = z.infer<typeof listedName> & { id: string }

const changes = z.object({ note: z.string().nullish(), retired: z.boolean().optional() })

export const placeSubject = subjectType<ListedName>({
  name: 'supply_place',
  kinds: { 'place.listed': listedName, 'place.changed': changes },
  reduce: overlayAfter('place.listed'),
})

export const groupSubject = subjectType<ListedName>({
  name: 'supply_group',
  kinds: { 'group.listed': listedName, 'group.changed': changes },
  reduce: overlayAfter('group.listed'),
})

export const subjectOfList = { place: placeSubject, group: groupSubject } as const

/** Whether a place is this one or a bin 货位 in it: `A区` holds `A区/01-03`. */
export const isWithin = (place: string, whole: string): boolean => place === whole || place.startsWith(`${whole}/`)
