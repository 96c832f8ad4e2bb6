/** A list of buttons walked with the arrow keys; above the first one the way leads back to where it came from. */
import type { KeyboardEvent, ReactNode } from 'react'

type Props = {
  readonly label: string
  readonly className?: string
  /** Where ArrowUp leads from the first button. */
  readonly onAbove?: () => void
  readonly children: ReactNode
}

const buttonsOf = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('button:not([disabled])'),
]

export const ArrowList = ({ label, className, onAbove, children }: Props) => {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || !(event.target instanceof HTMLElement)) return
    const buttons = buttonsOf(event.currentTarget)
    const wanted = buttons.indexOf(event.target) + step
    event.preventDefault()
    if (wanted < 0) onAbove?.()
    else buttons[wanted]?.focus()
  }
  return (
    <div className={className} role="group" aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
