/** Keys of the window: the innermost part that knows a key acts on it; plain characters never steal from a field. */
import { createContext, use, useLayoutEffect, useRef, useState, type ReactNode } from 'react'

/** `Ctrl+k`, `F2`, `Escape`, `p`; Cmd counts as Ctrl. A handler that answers false leaves the key to the part around it. */
export type KeyActs = Readonly<Record<string, () => void | false>>

type Layer = { acts: KeyActs; depth: number; isEverywhere: boolean }

const layers: Layer[] = []
/** Depths of what covers the page now; keys stop at the deepest. */
const covers: number[] = []
let lastCover = 0
const coverStep = 1000

const Depth = createContext(0)

const nameOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '']
  return [...parts.filter((part) => part !== ''), key].join('+')
}

/** A choice that is clicked keeps the focus, but no letter is typed into it. */
const isChoice = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type)

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !isChoice(target) &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Lists and calendars that hang open over the page close themselves with Escape. */
const hasOpenPopup = (): boolean =>
  ['select-dropdown', 'picker-dropdown', 'dropdown'].some(
    (name) => document.querySelector(`.ant-${name}:not(.ant-${name}-hidden)`) !== null,
  )

/** Acts on a key as if it had been pressed; false where nothing on screen knows it. */
export const actOnKey = (name: string): boolean => {
  const floor = Math.max(0, ...covers)
  const reachable = layers.filter(({ depth, isEverywhere }) => isEverywhere || depth >= floor).toReversed()
  reachable.sort((one, other) => other.depth - one.depth)
  return reachable.some((layer) => {
    const act = layer.acts[name]
    return act !== undefined && act() !== false
  })
}

const onKey = (event: KeyboardEvent) => {
  // 229: the key belongs to an input method that is composing Chinese.
  if (event.isComposing || event.keyCode === 229) return
  const name = nameOf(event)
  // A choice list claims every Enter for opening itself; submitting from within one must still submit.
  if (event.defaultPrevented && name !== 'Ctrl+Enter') return
  if (name.length === 1 && isTyping(event.target)) return
  if (name === 'Escape' && hasOpenPopup()) return
  if (actOnKey(name)) event.preventDefault()
}

export const listenToKeys = (): (() => void) => {
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

/**
 * Gives a part its keys while it is on screen.
 * @param isEverywhere whether they reach it through what covers the page: leaving the desk and asking the box do not wait for Esc
 */
export const useKeys = (acts: KeyActs, { isActive = true, isEverywhere = false } = {}): void => {
  const depth = use(Depth)
  // Laid before the part is painted: a key pressed the moment it is seen must already act.
  const layer = useRef<Layer>({ acts, depth, isEverywhere })
  useLayoutEffect(() => {
    layer.current.acts = acts
    layer.current.depth = depth
  })
  useLayoutEffect(() => {
    if (!isActive) return
    const mine = layer.current
    layers.push(mine)
    return () => void layers.splice(layers.indexOf(mine), 1)
  }, [isActive])
}

/** A part whose keys go before those of what surrounds it. */
export const KeyScope = ({ children }: { children: ReactNode }) => <Depth value={use(Depth) + 1}>{children}</Depth>

/** A part that covers the page: while it is on screen no key reaches what lies under it. */
export const KeyCover = ({ children }: { children: ReactNode }) => {
  const [depth] = useState(() => (lastCover += coverStep))
  useLayoutEffect(() => {
    covers.push(depth)
    return () => void covers.splice(covers.indexOf(depth), 1)
  }, [depth])
  return <Depth value={depth}>{children}</Depth>
}
