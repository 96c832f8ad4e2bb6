/** Chooses a record by a Chinese character, pinyin, initials or its number, as it is typed. */
import { Select } from 'antd'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { useOperation } from '../shell/queries.ts'
import type { Hit } from '../shell/registers.ts'
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

/** Lines of an earlier text stay while the next are asked, and look it. */
const asLine =
  (isAnswered: boolean) =>
  ({ data }: { data: { name: string; detail: string } }) => (
    <span className={isAnswered ? 'picker-option' : 'quiet'}>
      {data.name} <span className="quiet">{data.detail}</span>
    </span>
  )

/** The one hit that a whole number or name means, the one of several so named that was marked in sight, or the only one there is. */
const meant = (hits: readonly Hit[], text: string, seen: string | undefined): Hit | undefined => {
  const same = (one: string | undefined): boolean => one?.toLowerCase() === text.toLowerCase()
  const exact = hits.filter((hit) => same(hit.detail.split(' · ')[0]) || same(hit.title))
  if (exact.length > 1) return exact.find((hit) => hit.subject === seen)
  return exact[0] ?? (hits.length === 1 ? hits[0] : undefined)
}

export const RecordPicker = (props: Props) => {
  const { types, value, onChange, placeholder, autoFocus, isDisabled, testId, label } = props
  const { t } = useWords()
  const [text, setText] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  // What was confirmed before its answer was there: a scanner is quicker, and then the text in the field may be gone.
  const [awaited, setAwaited] = useState<string>()
  const marked = useRef<string>(undefined)
  const wanted = awaited ?? text.trim()
  const found = useOperation(
    'desk.search',
    { text: wanted, types: [...types], limit: 20 },
    { enabled: wanted !== '' && (isOpen || awaited !== undefined), keep: true },
  )
  const hits = wanted === '' ? [] : (found.data?.rows ?? [])
  const options = hits.map((hit) => ({ value: hit.subject, name: hit.title, detail: hit.detail, type: hit.type }))
  // null and not undefined: a list without a value would else keep what was picked in it before.
  const chosen = value === undefined ? null : { value: value.id, label: value.name }
  const pick = (hit: Hit | undefined) => {
    onChange(hit && { id: hit.subject, name: hit.title, detail: hit.detail, type: hit.type })
    setText('')
    setIsOpen(false)
  }
  const search = (typed: string) => {
    setText(typed)
    if (typed.trim() === '') return
    setAwaited(undefined)
    setIsOpen(true)
  }

  // What is listed before the answer to this text belongs to an earlier one.
  const isAnswered = found.data !== undefined && !found.isFormer
  // The list marks its first line only after it was drawn, so Enter is answered here and not by the list.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (wanted === '' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Tab') return
    if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
    }
    if (!isAnswered) setAwaited(wanted)
    else if (isOpen && hits.length > 0) pick(hits.find((hit) => hit.subject === marked.current) ?? hits[0])
    else setIsOpen(event.key === 'Enter')
  }
  const settle = useEffectEvent(() => {
    setAwaited(undefined)
    const hit = meant(hits, wanted, marked.current)
    if (hit !== undefined) pick(hit)
  })
  useEffect(() => {
    if (awaited !== undefined && isAnswered) settle()
  }, [awaited, isAnswered])
  return (
    <div className="picker" onKeyDownCapture={onKeyDownCapture}>
      <Select
        labelInValue
        showSearch={{
          filterOption: false,
          searchValue: text,
          onSearch: search,
        }}
        allowClear
        open={isOpen && wanted !== ''}
        onOpenChange={setIsOpen}
        onActive={(subject) => {
          marked.current = typeof subject === 'string' ? subject : undefined
        }}
        defaultActiveFirstOption
        suffixIcon={null}
        value={chosen}
        options={options.map((option) => ({ ...option, label: option.name }))}
        optionRender={asLine(isAnswered)}
        onChange={(picked: { value: string } | undefined) => {
          pick(hits.find((hit) => hit.subject === picked?.value))
        }}
        onBlur={() => setText('')}
        placeholder={placeholder ?? t('ui.pick-person')}
        notFoundContent={found.isFetching ? t('ui.loading') : t('ui.no-match')}
        autoFocus={autoFocus === true}
        disabled={isDisabled === true}
        data-testid={testId}
        aria-label={label}
      />
    </div>
  )
}

/** Chooses a person; the same as RecordPicker for people. */
export const PersonPicker = (props: Omit<Props, 'types'>) => <RecordPicker {...props} types={['person']} />
