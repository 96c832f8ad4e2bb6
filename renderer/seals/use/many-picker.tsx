/** Chooses several records: the last place is always free, and an emptied one goes. */
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'

type Props = {
  readonly types: readonly string[]
  readonly value: readonly Chosen[]
  readonly onChange: (value: readonly Chosen[]) => void
  readonly placeholder?: string
  readonly testId: string
}

export const ManyPicker = ({ types, value, onChange, placeholder, testId }: Props) => {
  const places: readonly (Chosen | undefined)[] = [...value, undefined]
  return (
    <span className="many-picker">
      {places.map((one, place) => (
        <RecordPicker
          key={one?.id ?? 'next'}
          types={types}
          value={one}
          onChange={(next) => onChange(places.flatMap((other, at) => (at === place ? (next ?? []) : (other ?? []))))}
          {...(placeholder === undefined ? {} : { placeholder })}
          testId={`${testId}-${place}`}
        />
      ))}
    </span>
  )
}
