/** What the office itself consists of: its name and zone, its desks, and the books numbers run in. */
import { z } from 'zod'
import { overlayAfter } from '../journal/overlay-after.ts'
import { subjectType } from '../journal/subject.ts'
import type { NumberClass } from './numbers.ts'

export type Office = {
  id: string
  name: string
  /** IANA zone of business dates. */
  zone: string
  foundedOn: string
  example: boolean
  creditCode?: string | undefined
}

export const officeType = subjectType<Office>({
  name: 'office',
  kinds: {
    'office.founded': z.object({
      name: z.string(),
      zone: z.string(),
      foundedOn: z.string(),
      example: z.boolean(),
      creditCode: z.string().optional(),
    }),
    'office.changed': z.object({ name: z.string(), creditCode: z.string() }).partial(),
  },
  reduce: overlayAfter('office.founded'),
})

export type Desk = {
  id: string
  /** Hash of the desk's public key, hex. */
  desk: string
  /** Part of every number this desk gives. */
  letter: string
  name: string
  /** Raw Ed25519 public key (SPKI, DER), base64. */
  publicKey: string
}

export const deskType = subjectType<Desk>({
  name: 'desk',
  kinds: {
    'desk.admitted': z.object({ desk: z.string(), letter: z.string(), name: z.string(), publicKey: z.string() }),
    'desk.renamed': z.object({ name: z.string() }),
  },
  reduce: overlayAfter('desk.admitted'),
})

export type BookRecord = {
  id: string
  class: NumberClass
  /** The desk's letter, or a seal's code. */
  holder: string
  year: number
  /** 1 for the first book of the year, 2 … after a restore, fork or takeover. */
  book: number
  /** Only this desk gives numbers of the book. */
  desk: string
}

export const bookType = subjectType<BookRecord>({
  name: 'book',
  kinds: {
    'book.opened': z.object({
      class: z.string(),
      holder: z.string(),
      year: z.int(),
      book: z.int(),
      desk: z.string(),
    }),
  },
  reduce: overlayAfter('book.opened'),
})
