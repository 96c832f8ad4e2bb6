/** A refusal on screen: what happened, why, and what to do; what was typed stays where it is. */
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { DeskFault } from '../shell/call.ts'
import { faultTexts } from '../shell/fault-texts.ts'
import { useWords } from '../shell/words.tsx'
import './parts.css'

type Props = {
  readonly fault: DeskFault | undefined
  /** Offers to do it again. */
  readonly onRetry?: (() => void) | undefined
  /** What this form calls its fields, where that is not their usual name: by path. */
  readonly names?: Readonly<Record<string, string>>
}

/** Of a form that is longer than the window: the hands are led to the field that is to be corrected, else the eye to why. */
const bringToSight = (note: HTMLElement | null, fault: DeskFault | undefined): void => {
  const form = note?.closest('form, .confirm-reason')
  if (fault === undefined || !form) return
  const wrong = form.querySelector<HTMLElement>('.field.is-wrong :is(input, textarea)')
  if (fault.code === 'invalid-input' && wrong !== null) wrong.focus()
  else note?.scrollIntoView({ block: 'nearest' })
}

export const FaultNote = ({ fault, onRetry, names }: Props) => {
  const say = useWords()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => bringToSight(note.current, fault), [fault])
  if (fault === undefined) return null
  const { what, why, todo } = faultTexts(say, fault, names)
  return (
    <div ref={note} className="fault-note" role="alert" data-fault={fault.code}>
      <strong>{what}</strong>
      {why.length > 0 && (
        <ul>
          {why.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {todo !== undefined && <p>{todo}</p>}
      {onRetry !== undefined && (
        <Button size="small" onClick={onRetry}>
          {say.t('ui.retry')}
        </Button>
      )}
    </div>
  )
}
