/** The lines of a sheet of cost differences: an item, whether its value rises or falls, and by how much. */
import { Select } from 'antd'
import type { DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { MoneyInput } from '../../ui/inputs.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { isBlank, isRefusedFor, ways, type RevalueLine } from './revalue-draft.ts'

type Props = {
  readonly lines: readonly RevalueLine[]
  readonly fault: DeskFault | undefined
  readonly onChange: (lines: RevalueLine[]) => void
  /** The item that was looked at when the sheet was asked for: the hands begin at its amount. */
  readonly given: Chosen | undefined
}

export const RevalueLines = ({ lines, fault, onChange, given }: Props) => {
  const { t } = useWords()
  const set = (at: number, changes: Partial<RevalueLine>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...changes } : line)))
  const amountProblem = (line: RevalueLine): string | undefined =>
    fault !== undefined && isRefusedFor(fault, line)
      ? t(`fault.${fault.code}`, { item: line.item?.name ?? '' })
      : undefined
  // Only filled lines are sent, so that a line's problem stands at its place among them.
  const sent = lines.filter((line) => lines.length === 1 || !isBlank(line))
  return lines.map((line, at) => {
    const path = `lines.${sent.indexOf(line)}`
    const isFirstOfGiven = at === 0 && given !== undefined
    return (
      <Fields key={line.key}>
        <Field
          label={t('supplies.field.name')}
          // Items of one name differ by code and specification.
          hint={line.item?.detail}
          path={`${path}.item`}
          fault={fault}
          isRequired
        >
          <RecordPicker
            types={['supply_item']}
            value={line.item}
            onChange={(item) => set(at, { item })}
            placeholder={t('supplies.ledger.pick')}
            autoFocus={!isFirstOfGiven}
            testId={at === 0 ? 'revalue-item' : `revalue-item-${at}`}
          />
        </Field>
        <Field label={t('supplies.revalue.way')} span={2}>
          <Select
            value={line.way}
            options={ways.map((value) => ({ value, label: t(`supplies.revalue.way.${value}`) }))}
            onChange={(way) => set(at, { way })}
            data-testid={at === 0 ? 'revalue-way' : `revalue-way-${at}`}
          />
        </Field>
        <Field
          label={t('supplies.field.amount')}
          path={`${path}.amount`}
          fault={fault}
          problem={amountProblem(line)}
          span={4}
          isRequired
        >
          <MoneyInput
            value={line.amount}
            onChange={(amount) => set(at, { amount })}
            autoFocus={isFirstOfGiven}
            testId={at === 0 ? 'revalue-amount' : `revalue-amount-${at}`}
          />
        </Field>
      </Fields>
    )
  })
}
