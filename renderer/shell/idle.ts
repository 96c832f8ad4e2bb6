/** Locks the desk when nobody touched it for a while. */
import { useEffect, useRef } from 'react'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const checkEveryMs = 5000

export const useIdle = (minutes: number, onIdle: () => void, isWatching: boolean): void => {
  const touched = useRef(0)
  useEffect(() => {
    if (!isWatching || minutes <= 0) return
    touched.current = Date.now()
    const touch = () => {
      touched.current = Date.now()
    }
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true })
    const watch = setInterval(() => {
      if (Date.now() - touched.current < minutes * 60_000) return
      // Once, although the lock takes a moment.
      touched.current = Date.now()
      onIdle()
    }, checkEveryMs)
    return () => {
      clearInterval(watch)
      for (const sign of signs) window.removeEventListener(sign, touch)
    }
  }, [minutes, onIdle, isWatching])
}
