/** Chooses a record by a Chinese character, pinyin, initials or its number, as it is typed. */
import { Select } from 'antd'
import { useState } from 'react'
import { useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'

/** What a form keeps of a chosen record: its id, and its name so that it can be shown again. */
export type Chosen = { readonly id: string; readonly name: string; readonly detail?: string; readonly type?: string }

type Props = {
  /** Subject types to choose from: `['person']`. */
  readonly types: readonly string[]
  readonly value: Chosen | undefined
  readonly onChange: (value: Chosen | undefined) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly testId?: string
  readonly label?: string
}

const asLine = ({ data }: { data: { name: string; detail: string } }) => (
  <span className="picker-option">
    {data.name} <span className="quiet">{data.detail}</span>
  </span>
)

export const RecordPicker = (props: Props) => {
  const { types, value, onChange, placeholder, autoFocus, isDisabled, testId, label } = props
  const { t } = useWords()
  const [text, setText] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const wanted = text.trim()
  const found = useOperation(
    'desk.search',
    { text: wanted, types: [...types], limit: 20 },
    { enabled: wanted !== '' && isOpen, keep: true },
  )
  const hits = wanted === '' ? [] : (found.data?.rows ?? [])
  const options = hits.map((hit) => ({ value: hit.subject, name: hit.title, detail: hit.detail, type: hit.type }))
  // null and not undefined: a list without a value would else keep what was picked in it before.
  const chosen = value === undefined ? null : { value: value.id, label: value.name }
  return (
    <Select
      labelInValue
      showSearch={{
        filterOption: false,
        searchValue: text,
        onSearch: setText,
      }}
      allowClear
      open={isOpen && wanted !== ''}
      onOpenChange={setIsOpen}
      defaultActiveFirstOption
      suffixIcon={null}
      value={chosen}
      options={options.map((option) => ({ ...option, label: option.name }))}
      optionRender={asLine}
      onChange={(picked: { value: string } | undefined) => {
        const option = options.find((one) => one.value === picked?.value)
        onChange(
          option === undefined
            ? undefined
            : { id: option.value, name: option.name, detail: option.detail, type: option.type },
        )
        setText('')
        setIsOpen(false)
      }}
      onBlur={() => setText('')}
      placeholder={placeholder ?? t('ui.pick-person')}
      notFoundContent={found.isFetching ? t('ui.loading') : t('ui.no-match')}
      autoFocus={autoFocus === true}
      disabled={isDisabled === true}
      data-testid={testId}
      aria-label={label}
    />
  )
}

/** Chooses a person; the same as RecordPicker for people. */
export const PersonPicker = (props: Omit<Props, 'types'>) => <RecordPicker {...props} types={['person']} />
