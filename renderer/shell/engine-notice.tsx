/** Says that the engine is being started again, and for a moment that it is back. */
import { useEffect, useState } from 'react'
import { bridge } from './bridge.ts'
import { useWords } from './words.tsx'

const backForMs = 3000

export const EngineNotice = () => {
  const { t } = useWords()
  const [state, setState] = useState<'well' | 'restarting' | 'back'>('well')
  useEffect(
    () =>
      bridge().onEvent((event) => {
        if (event.event === 'engine-restarting') setState('restarting')
        if (event.event === 'engine-ready') setState((before) => (before === 'restarting' ? 'back' : before))
      }),
    [],
  )
  useEffect(() => {
    if (state !== 'back') return
    const soon = setTimeout(() => setState('well'), backForMs)
    return () => clearTimeout(soon)
  }, [state])
  if (state === 'well') return null
  return (
    <div className={`engine-notice is-${state}`} role="status" data-testid="engine-notice">
      {t(state === 'back' ? 'engine.back' : 'engine.restarting')}
    </div>
  )
}
