/** A place or group: typed, or chosen from its kept list and what is in use. */
import { AutoComplete } from 'antd'
import type { NameList } from '../../../shared/supplies/items/listed-names.ts'
import { useOperation } from '../../shell/queries.ts'

type Props = {
  readonly list: NameList
  readonly value: string
  readonly onChange: (value: string) => void
  readonly testId?: string
  readonly placeholder?: string
}

export const NameInput = ({ list, value, onChange, testId, placeholder }: Props) => {
  const { data } = useOperation('supplies.names', { list }, { subjects: ['supply_item', `supply_${list}`] })
  const names = data?.rows.filter(({ isRetired }) => !isRetired).map(({ name }) => name) ?? []
  const wanted = value.trim()
  const shown = names.filter((name) => name.includes(wanted) && name !== wanted).slice(0, 30)
  return (
    <AutoComplete
      value={value}
      options={shown.map((name) => ({ value: name }))}
      onChange={(next: string | undefined) => onChange(next ?? '')}
      defaultActiveFirstOption={false}
      placeholder={placeholder}
      data-testid={testId}
    />
  )
}
