/** On registering: a new seal is taken into use by an act of its own; of an old one it is told since when and by whom. */
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { DeskFault } from '../../shell/call.ts'
import type { Input } from '../../shell/contract.ts'
import { useWords } from '../../shell/words.tsx'
import { Field } from '../../ui/form.tsx'
import { DateInput } from '../../ui/inputs.tsx'
import { PersonPicker, type Chosen } from '../../ui/record-picker.tsx'

type Told = Pick<Input<'seals.register'>, 'status' | 'activatedOn' | 'activatedBy'>

export type Since = {
  readonly isInUse: boolean
  readonly on: string | undefined
  readonly by: Chosen | undefined
  readonly set: (changes: { isInUse?: boolean; on?: string | undefined; by?: Chosen | undefined }) => void
  readonly clear: () => void
  readonly input: Told
}

const nothing = { isInUse: false, on: undefined, by: undefined } as const

export const useSince = (): Since => {
  const [values, setValues] = useState<Pick<Since, 'isInUse' | 'on' | 'by'>>(nothing)
  const { isInUse, on, by } = values
  return {
    ...values,
    set: (changes) => setValues((before) => ({ ...before, ...changes })),
    clear: () => setValues(nothing),
    // An empty date is refused by name: of an old seal the day has to be told.
    input: isInUse ? { status: 'in-use', activatedOn: on ?? '', activatedBy: by?.id } : { status: 'being-made' },
  }
}

type Props = {
  readonly since: Since
  readonly custodian: Chosen | undefined
  readonly fault: DeskFault | undefined
}

export const SinceFields = ({ since, custodian, fault }: Props) => {
  const { t } = useWords()
  return (
    <>
      <div className="field span-12">
        <Checkbox
          checked={since.isInUse}
          onChange={(event) => since.set({ isInUse: event.target.checked })}
          data-testid="seal-in-use"
        >
          {t('seals.cabinet.in-use-already')}
        </Checkbox>
        {!since.isInUse && <span className="quiet">{t('seals.cabinet.new-hint')}</span>}
      </div>
      {since.isInUse && (
        <>
          <Field span={6} label={t('seals.cabinet.activated')} isRequired path="activatedOn" fault={fault}>
            <DateInput value={since.on} onChange={(on) => since.set({ on })} testId="seal-activatedOn" />
          </Field>
          <Field span={6} label={t('seals.cabinet.activated-by')} path="activatedBy" fault={fault}>
            <PersonPicker
              value={since.by}
              onChange={(by) => since.set({ by })}
              placeholder={custodian?.name ?? ''}
              testId="seal-activatedBy"
            />
          </Field>
        </>
      )}
    </>
  )
}
