/** Chooses several people: each picked one becomes a tag, the picker stays for the next; Backspace in it takes the last away. */
import { Tag } from 'antd'
import { PersonPicker, type Chosen } from './record-picker.tsx'

type Props = {
  readonly value: readonly Chosen[]
  readonly onChange: (value: Chosen[]) => void
  readonly testId?: string
  readonly placeholder?: string
}

export const PeoplePicker = ({ value, onChange, testId, placeholder }: Props) => (
  <div
    className="picked-people"
    onKeyDown={(event) => {
      const isEmpty = event.target instanceof HTMLInputElement && event.target.value === ''
      if (event.key === 'Backspace' && isEmpty) onChange(value.slice(0, -1))
    }}
  >
    <PersonPicker
      value={undefined}
      onChange={(picked) => {
        if (picked !== undefined && !value.some(({ id }) => id === picked.id)) onChange([...value, picked])
      }}
      {...(testId === undefined ? {} : { testId })}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
    {value.map((one) => (
      <Tag key={one.id} closable onClose={() => onChange(value.filter(({ id }) => id !== one.id))}>
        {one.name}
      </Tag>
    ))}
  </div>
)
