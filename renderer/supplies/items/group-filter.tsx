/** Which group of items a list shows; `g` opens the choice. */
import { Select } from 'antd'
import { useState } from 'react'
import { useKeys } from '../../shell/keys.tsx'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import './shelf.css'

type Props = { readonly value: string | undefined; readonly onChange: (value: string | undefined) => void }

export const GroupFilter = ({ value, onChange }: Props) => {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { data } = useOperation('supplies.names', { list: 'group' }, { subjects: ['supply_item', 'supply_group'] })
  const names = data?.rows.filter(({ items }) => items > 0) ?? []
  useKeys({ g: () => setOpen(true) }, { isActive: names.length > 0 })
  if (names.length === 0) return null
  return (
    <>
      <Select
        // A new one takes the focus when the key opens it.
        key={String(isOpen)}
        className="group-filter"
        value={value ?? ''}
        open={isOpen}
        onOpenChange={setOpen}
        autoFocus={isOpen}
        options={[
          { value: '', label: t('supplies.items.groups.all') },
          ...names.map(({ name, items }) => ({ value: name, label: `${name} ${items}` })),
        ]}
        onChange={(next: string) => {
          onChange(next === '' ? undefined : next)
          setOpen(false)
        }}
        aria-label={t('field.group')}
        data-testid="group-filter"
      />
      <KeyCap name="g" />
    </>
  )
}
