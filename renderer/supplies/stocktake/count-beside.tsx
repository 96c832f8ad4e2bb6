/** 补登: what lies on the shelf and is not on the sheet; item, place, lot and how much of it. */
import { useState } from 'react'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import type { Counting } from '../counter/use-counting.ts'

type Props = {
  readonly counting: Counting
  /** The shelf being counted, where it is most likely to lie. */
  readonly shelf: string | undefined
  readonly onClose: () => void
}

export const CountBeside = ({ counting, shelf, onClose }: Props) => {
  const { t } = useWords()
  const [item, setItem] = useState<Chosen>()
  const [location, setLocation] = useState(shelf ?? '')
  const [lot, setLot] = useState('')
  const [quantity, setQuantity] = useState<number>()
  const isReady = item !== undefined && location.trim() !== '' && quantity !== undefined
  const enter = () => {
    if (!isReady) return
    const where = { item: item.id, location: location.trim(), ...(lot.trim() === '' ? {} : { lot: lot.trim() }) }
    // What is refused stays in sight on the page, with the figure that was typed.
    counting.count(where, item.name, { quantity, mode: 'set' })
    onClose()
  }
  return (
    <MiddleSheet title={t('supplies.count.beside')} onClose={onClose}>
      <EntryForm label={t('supplies.count.beside')} onSubmit={enter}>
        <Fields>
          <Field label={t('supplies.field.content')} isRequired span={12}>
            <RecordPicker
              types={['supply_item']}
              value={item}
              onChange={setItem}
              placeholder={t('supplies.scan.pick')}
              autoFocus
              testId="beside-item"
            />
          </Field>
          <Field label={t('supplies.field.location')} isRequired span={6}>
            <TextInput value={location} onChange={setLocation} testId="beside-location" />
          </Field>
          <Field label={t('field.lot')} span={6}>
            <TextInput value={lot} onChange={setLot} />
          </Field>
          <Field label={t('supplies.line.counted')} isRequired span={6}>
            <CountInput value={quantity} onChange={setQuantity} testId="beside-quantity" />
          </Field>
        </Fields>
        <div className="confirm-acts">
          <ActButton keyName="Escape" onAct={onClose}>
            {t('ui.cancel')}
          </ActButton>
          <ActButton kind="primary" keyName="Ctrl+Enter" isDisabled={!isReady} onAct={enter} testId="beside-do">
            {t('supplies.count.beside.do')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}
