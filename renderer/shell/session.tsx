/** Who sits at the desk and what they may do; pages ask `useSession().may('seals.use')`. */
import { createContext, use } from 'react'
import type { Permission } from '../../shared/api/permission.ts'
import type { Output } from './contract.ts'

export type Me = NonNullable<Output<'people.me'>['me']>
export type OfficeState = Output<'office.state'>

export type Session = {
  readonly me: Me
  readonly office: OfficeState
  readonly may: (permission: Permission) => boolean
  readonly lock: () => void
  readonly signOut: () => void
}

export const SessionContext = createContext<Session | undefined>(undefined)

export const useSession = (): Session => {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('This part is shown to signed-in people only.')
  return session
}
