/** What was typed stays: values of a page that outlive leaving it, locking and an engine restart, until they are cleared. */
import { useCallback, useState } from 'react'

const kept = new Map<string, unknown>()

/** Forgets all; for when another person sits down. */
export const forgetKept = (): void => kept.clear()

/**
 * Like useState, but the value is still there when the page is opened again.
 * @param name unique in the product, such as `seals.use.form`
 * @returns value, set, and clear (back to the initial value)
 */
export const useKept = <T>(name: string, initial: T): [T, (value: T | ((before: T) => T)) => void, () => void] => {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial))
  const set = useCallback(
    (next: T | ((before: T) => T)) =>
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next
        kept.set(name, after)
        return after
      }),
    [name],
  )
  const clear = () => {
    kept.delete(name)
    setValue(initial)
  }
  return [value, set, clear]
}
