/** Millimetres or degrees: one place behind the point, perhaps below nothing. */
import { Input } from 'antd'
import { useState } from 'react'

type NumberProps = { readonly value: number; readonly onChange: (value: number) => void; readonly testId?: string }

/** Arrow keys go one up and down. */
export const NumberInput = ({ value, onChange, testId }: NumberProps) => {
  const [typed, setTyped] = useState<string>()
  const take = (text: string) => {
    const tidy = text.replaceAll(/[。．,，]/g, '.').replaceAll('－', '-')
    setTyped(tidy)
    if (/^-?\d{1,4}(\.\d)?$/.test(tidy)) onChange(Number(tidy))
  }
  return (
    <Input
      className="number"
      inputMode="decimal"
      value={typed ?? String(value)}
      onChange={(event) => take(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (step === 0) return
        event.preventDefault()
        take(String(Math.round((value + step) * 10) / 10))
      }}
      data-testid={testId}
    />
  )
}
