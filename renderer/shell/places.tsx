/** Where the person is: a stack of places, so that Esc goes back to where they came from. */
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Params, Place } from './registers.ts'

export type Places = {
  readonly place: Place
  readonly canGoBack: boolean
  readonly go: (page: string, params?: Params) => void
  /** Like go, but Esc does not come back here. */
  readonly replace: (page: string, params?: Params) => void
  readonly back: () => void
}

const start: Place = { page: 'desk', params: {} }
const mostKept = 30

const PlacesContext = createContext<Places>({
  place: start,
  canGoBack: false,
  go: () => undefined,
  replace: () => undefined,
  back: () => undefined,
})

const isSame = (one: Place | undefined, other: Place): boolean => JSON.stringify(one) === JSON.stringify(other)

export const PlacesProvider = ({ children }: { children: ReactNode }) => {
  const [stack, setStack] = useState<readonly Place[]>([start])
  const go = useCallback((page: string, params: Params = {}) => {
    const next = { page, params }
    setStack((before) => (isSame(before.at(-1), next) ? before : [...before.slice(-mostKept), next]))
  }, [])
  const replace = useCallback((page: string, params: Params = {}) => {
    setStack((before) => [...before.slice(0, -1), { page, params }])
  }, [])
  const back = useCallback(() => setStack((before) => (before.length > 1 ? before.slice(0, -1) : [start])), [])
  const place = stack.at(-1) ?? start
  const canGoBack = stack.length > 1 || place.page !== start.page
  const value = useMemo(() => ({ place, canGoBack, go, replace, back }), [place, canGoBack, go, replace, back])
  return <PlacesContext value={value}>{children}</PlacesContext>
}

export const usePlaces = (): Places => use(PlacesContext)
