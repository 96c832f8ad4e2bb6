/** Long work under way: a count, the time that is left, and Cancel. */
import { Button, Progress as Bar } from 'antd'
import { useEffect, useState } from 'react'
import { bridge } from '../shell/bridge.ts'
import { call } from '../shell/call.ts'
import { useWords } from '../shell/words.tsx'

type Steps = { readonly done: number; readonly total: number; readonly begun: number; readonly now: number }

/** Counts of a task's progress events; undefined until the first. */
export const useProgress = (command: string | undefined): Steps | undefined => {
  const [steps, setSteps] = useState<Steps & { command: string }>()
  useEffect(() => {
    if (command === undefined) return
    return bridge().onEvent((event) => {
      if (event.event !== 'progress' || event.command !== command) return
      const now = performance.now()
      setSteps((before) => ({
        command,
        done: event.done,
        total: event.total,
        begun: before?.command === command ? before.begun : now,
        now,
      }))
    })
  }, [command])
  return steps?.command === command ? steps : undefined
}

type Props = {
  readonly command: string | undefined
  readonly title: string
  readonly isCancellable?: boolean
}

export const Progress = ({ command, title, isCancellable = true }: Props) => {
  const { t } = useWords()
  const steps = useProgress(command)
  const share = steps === undefined || steps.total === 0 ? 0 : steps.done / steps.total
  // Before a twentieth is done the guess would jump about.
  const left = steps === undefined || share < 0.05 ? undefined : ((steps.now - steps.begun) / share) * (1 - share)
  const time =
    left === undefined
      ? undefined
      : left < 90_000
        ? t('ui.seconds', { count: Math.ceil(left / 1000) })
        : t('ui.minutes', { count: Math.ceil(left / 60_000) })
  return (
    <div className="progress" role="status" aria-label={title}>
      <div className="progress-line">
        <span>{title}</span>
        {steps !== undefined && (
          <span className="quiet">
            {t('ui.progress', { done: steps.done, total: steps.total })}
            {time !== undefined && ` · ${t('ui.progress-left', { time })}`}
          </span>
        )}
        {isCancellable && command !== undefined && (
          <Button size="small" onClick={() => void call('office.cancel', { command })}>
            {t('ui.cancel')}
          </Button>
        )}
      </div>
      <Bar percent={Math.round(share * 100)} showInfo={false} size="small" status="active" />
    </div>
  )
}
