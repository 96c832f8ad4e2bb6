/** Inputs that speak the office's values: text, count, money in minor units, and plain dates typed in short. */
import { Input, type InputRef } from 'antd'
import { useState, type Ref } from 'react'
import { figures, moneyText, type Currency } from '../../shared/office/money.ts'
import { useSession } from '../shell/session.tsx'
import { useWords, type Say } from '../shell/words.tsx'
import { readDate, weekdayOf } from './read-date.ts'
import { readMoney, whyNoMoney } from './read-money.ts'

type Common = {
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly testId?: string
}

type TextProps = Common & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef?: Ref<InputRef>
}

export const TextInput = ({ value, onChange, placeholder, autoFocus, isDisabled, testId, inputRef }: TextProps) => (
  <Input
    {...(inputRef === undefined ? {} : { ref: inputRef })}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    placeholder={placeholder}
    autoFocus={autoFocus === true}
    disabled={isDisabled === true}
    data-testid={testId}
  />
)

type CountProps = Common & {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
}

/** A whole number; arrow keys count up and down. */
export const CountInput = ({ value, onChange, placeholder, autoFocus, isDisabled, testId }: CountProps) => (
  <Input
    className="number"
    inputMode="numeric"
    value={value === undefined ? '' : String(value)}
    onChange={(event) => {
      const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 9)
      onChange(digits === '' ? undefined : Number(digits))
    }}
    onFocus={(event) => event.target.select()}
    onKeyDown={(event) => {
      const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
      if (step === 0) return
      event.preventDefault()
      onChange(Math.max(0, (value ?? 0) + step))
    }}
    placeholder={placeholder}
    autoFocus={autoFocus === true}
    disabled={isDisabled === true}
    data-testid={testId}
  />
)

type MoneyProps = Common & {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  /** Whose sign stands before the figures; 元 where none is told. */
  readonly currency?: Currency
}

/** Money: `30万`, `1,234.5` and `300000` are understood; shown with separators and two places when left. */
export const MoneyInput = (props: MoneyProps) => {
  const { value, onChange, placeholder, autoFocus, isDisabled, testId, currency = 'CNY' } = props
  const { t } = useWords()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === undefined ? '' : figures(value))
  const why = typed === undefined ? undefined : whyNoMoney(typed)
  const isBad = why !== undefined
  const input = (
    <Input
      className="number"
      prefix={moneyText(0, currency).replace(figures(0), '')}
      inputMode="decimal"
      value={shown}
      status={isBad ? 'error' : ''}
      aria-invalid={isBad}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(readMoney(event.target.value))
      }}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        if (!isBad) setTyped(undefined)
      }}
      placeholder={placeholder}
      autoFocus={autoFocus === true}
      disabled={isDisabled === true}
      data-testid={testId}
    />
  )
  return why === undefined ? (
    input
  ) : (
    <>
      {input}
      <em className="field-problem" role="alert">
        {t(why)}
      </em>
    </>
  )
}

/** The weekday; before it the date itself, where what was typed does not say it: `+7`. */
const meaning = (date: string, shown: string, t: Say['t']): string =>
  [...(shown.trim() === date ? [] : [date]), t(`desk.weekday.${weekdayOf(date)}`)].join(' ')

type DateProps = Common & { readonly value: string | undefined; readonly onChange: (value: string | undefined) => void }

/** A plain date: `1123`, `20261123`, `11-23`, `+3` and `0` (today) are understood; the weekday stands beside it. */
export const DateInput = ({ value, onChange, autoFocus, isDisabled, testId }: DateProps) => {
  const { t } = useWords()
  const today = useSession().office.today ?? ''
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? value ?? ''
  const isBad = typed !== undefined && typed.trim() !== '' && readDate(typed, today) === undefined
  return (
    <Input
      value={shown}
      status={isBad ? 'error' : ''}
      suffix={<span className="quiet">{value === undefined ? '' : meaning(value, shown, t)}</span>}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(readDate(event.target.value, today))
      }}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        if (!isBad) setTyped(undefined)
      }}
      // The whole hint does not fit a narrow field.
      placeholder={t('ui.date-form')}
      title={t('ui.date-hint', { example: today })}
      autoFocus={autoFocus === true}
      disabled={isDisabled === true}
      data-testid={testId}
    />
  )
}
