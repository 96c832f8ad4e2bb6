/** Where the person is: a stack of places, so that Esc goes back to where they came from. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
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

/** The new page's first field or table takes the keys; a rail button that was clicked must not keep them. */
const leaveFocus = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

const isSame = (one: Place | undefined, other: Place): boolean => JSON.stringify(one) === JSON.stringify(other)

export const PlacesProvider = ({ children }: { children: ReactNode }) => {
  const [stack, setStack] = useState<readonly Place[]>([start])
  const here = useRef<Place>(start)
  const go = useCallback((page: string, params: Params = {}) => {
    const next = { page, params }
    // Already here: the page stays as it is, and so does the field the hands are in.
    if (isSame(here.current, next)) return
    leaveFocus()
    setStack((before) => (isSame(before.at(-1), next) ? before : [...before.slice(-mostKept), next]))
  }, [])
  const replace = useCallback((page: string, params: Params = {}) => {
    setStack((before) => [...before.slice(0, -1), { page, params }])
  }, [])
  const back = useCallback(() => {
    leaveFocus()
    setStack((before) => (before.length > 1 ? before.slice(0, -1) : [start]))
  }, [])
  const place = stack.at(-1) ?? start
  useEffect(() => {
    here.current = place
  }, [place])
  const canGoBack = stack.length > 1 || place.page !== start.page
  const value = useMemo(() => ({ place, canGoBack, go, replace, back }), [place, canGoBack, go, replace, back])
  return <PlacesContext value={value}>{children}</PlacesContext>
}

export const usePlaces = (): Places => use(PlacesContext)
