/** How much of a unit: a whole number, or a part of a pack such as 0.5; arrow keys count up and down. */
import { Input } from 'antd'
import { useState } from 'react'

type Props = {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly testId?: string
}

/** Digits and one point with up to three places behind it; a full-width point or comma is a point. */
const readable = (text: string): string =>
  /^\d{0,7}(?:\.\d{0,3})?/.exec(text.replaceAll(/[。．,，]/g, '.').replaceAll(/[^\d.]/g, ''))?.[0] ?? ''

export const QuantityInput = ({ value, onChange, testId }: Props) => {
  // What is being typed may end in a point, which no number says.
  const [typed, setTyped] = useState<string>()
  const isTyped = typed !== undefined && (typed === '' ? value === undefined : Number(typed) === value)
  const take = (text: string) => {
    const next = readable(text)
    setTyped(next)
    onChange(next === '' || next === '.' ? undefined : Number(next))
  }
  return (
    <Input
      className="number"
      inputMode="decimal"
      value={isTyped ? typed : value === undefined ? '' : String(value)}
      onChange={(event) => take(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (step === 0) return
        event.preventDefault()
        take(String(Math.max(0, (value ?? 0) + step)))
      }}
      data-testid={testId}
    />
  )
}
