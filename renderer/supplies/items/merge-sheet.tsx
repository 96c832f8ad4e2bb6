/** Merging a duplicate: which item is kept, and what then happens to barcodes and stock. */
import { useState } from 'react'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { stockText } from '../counter/stock-bar.tsx'

type Props = {
  readonly item: ItemRow
  readonly heads: string[]
  readonly onClose: () => void
  readonly onMerged: (into: string) => void
}

const Body = ({ item, heads, onClose, onMerged }: Props) => {
  const { t } = useWords()
  const merge = useCommand('supplies.mergeItems')
  const [into, setInto] = useState<Chosen>()
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (into === undefined) return
    const answer = await merge.act({ duplicate: item.id, into: into.id, basedOn: heads, reason })
    if (answer.ok) onMerged(into.id)
  }
  return (
    <div className="confirm-reason">
      <p>{t('supplies.merge.what', { name: item.name, stock: stockText(item, item.stock) })}</p>
      <label>
        {t('field.into')}
        <RecordPicker
          types={['supply_item']}
          value={into}
          onChange={setInto}
          placeholder={t('supplies.scan.pick')}
          autoFocus
          testId="merge-into"
        />
      </label>
      {into?.detail !== undefined && <p className="quiet">{into.detail}</p>}
      <label>
        {t('ui.reason')}
        <TextInput value={reason} onChange={setReason} testId="merge-reason" />
      </label>
      <FaultNote fault={merge.fault} />
      <div className="confirm-acts">
        <ActButton onAct={onClose} keyName="Escape">
          {t('ui.cancel')}
        </ActButton>
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isDisabled={into === undefined}
          isActing={merge.isActing}
          onAct={() => void submit()}
          testId="merge-do"
        >
          {t('supplies.merge.do')}
        </ActButton>
      </div>
    </div>
  )
}

/** Render it only while it is asked. */
export const MergeSheet = (props: Props) => {
  const { t } = useWords()
  return (
    <MiddleSheet title={t('supplies.merge.title', { name: props.item.name })} onClose={props.onClose}>
      <Body {...props} />
    </MiddleSheet>
  )
}
