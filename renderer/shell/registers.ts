/** What a register hands to the shell: its pages, how its records are opened, and the next steps it offers. */
import type { ComponentType, ReactNode } from 'react'
import type { Permission } from '../../shared/api/permission.ts'
import type { WordKey } from '../../shared/api/words.ts'

export type Params = Readonly<Record<string, string>>
export type Place = { readonly page: string; readonly params: Params }
export type PageProps = { readonly params: Params }

export type PageEntry = {
  /** Unique in the product: `seals.use`. */
  readonly name: string
  readonly title: WordKey
  /** A function key that opens it from anywhere: F2 use, F3 issue, F4 check. */
  readonly key?: string
  readonly permission: Permission
  /** The heading under which it is folded away in the rail; what is used every day has none. */
  readonly under?: WordKey
  /** Left out of the navigation where it only makes sense with params. */
  readonly isHidden?: boolean
  /** Loads the page when it is first opened: `() => import('./use-page.tsx').then((m) => m.UsePage)`. */
  readonly load: () => Promise<ComponentType<PageProps>>
}

export type Hit = { readonly subject: string; readonly type: string; readonly title: string; readonly detail: string }

/** What can be done next with a record that the box found; the key is that of the page it leads to. */
export type NextStep = {
  readonly type: string
  readonly label: WordKey
  readonly permission: Permission
  readonly to: (hit: Hit) => Place
}

export type Register = {
  readonly name: string
  readonly title: WordKey
  readonly icon: ReactNode
  readonly pages: readonly PageEntry[]
  /** Where Enter on a record of a subject type leads. */
  readonly opens?: Readonly<Record<string, (subject: string) => Place>>
  readonly steps?: readonly NextStep[]
}
