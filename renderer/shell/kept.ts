/** What was typed stays: values of a page that outlive leaving it, locking and an engine restart, until they are cleared. */
import { useCallback, useState } from 'react'

const kept = new Map<string, unknown>()

/** Forgets all; for when another person sits down. */
export const forgetKept = (): void => kept.clear()

/** What is kept under a name. */
export const keptOr = <T>(name: string, initial: T): T => (kept.has(name) ? (kept.get(name) as T) : initial)

/** Keeps at once, and not when the page is drawn next: it may be left in the same moment. */
export const keep = <T>(name: string, initial: T, next: T | ((before: T) => T)): T => {
  const after = typeof next === 'function' ? (next as (before: T) => T)(keptOr(name, initial)) : next
  kept.set(name, after)
  return after
}

/**
 * Like useState, but the value is still there when the page is opened again.
 * @param name unique in the product, such as `seals.use.form`
 * @returns value, set, and clear (back to the initial value)
 */
export const useKept = <T>(name: string, initial: T): [T, (value: T | ((before: T) => T)) => void, () => void] => {
  const [value, setValue] = useState<T>(() => keptOr(name, initial))
  const [first] = useState(initial)
  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      const after = keep(name, first, next)
      setValue(() => after)
    },
    [name, first],
  )
  const clear = () => {
    kept.delete(name)
    setValue(initial)
  }
  return [value, set, clear]
}
