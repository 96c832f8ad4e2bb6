/** The walk-in part of the use page: contract known, which seal, how many copies and impressions. */
import type { Output } from '../../shell/contract.ts'
import { useWords } from '../../shell/words.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Field, Fields, type FormState } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import { RecordPicker } from '../../ui/record-picker.tsx'
import { amountText } from './use-request.tsx'
import type { UseDefaults, UseValues } from './use-values.ts'

type Contract = Output<'contracts.get'>['contract']

type Props = {
  readonly contract: Contract | undefined
  readonly form: FormState<UseValues>
  readonly defaults: UseDefaults
}

export const UseCounter = ({ contract, form, defaults }: Props) => {
  const { t } = useWords()
  const { values, bind } = form
  const total = (values.copies ?? defaults.copies) * ((values.perCopy ?? 1) + (values.seam ?? 0))
  return (
    <>
      {contract !== undefined && (
        <Facts
          facts={[
            [t('seals.requests.contract-number'), contract.number],
            [t('seals.requests.contract'), contract.name],
            [t('seals.requests.counterparty'), contract.counterparty],
            [t('seals.requests.amount'), amountText(contract.amount, contract.currency)],
          ]}
        />
      )}
      <Fields>
        <Field span={2} label={t('seals.use.copies')}>
          <CountInput {...bind('copies')} placeholder={String(defaults.copies)} testId="use-copies" />
        </Field>
        <Field span={6} label={t('seals.use.seal')} hint={t('seals.use.total', { count: total })}>
          <RecordPicker
            types={['seal']}
            value={values.seal ?? defaults.seal}
            onChange={(seal) => form.set({ seal })}
            placeholder={t('seals.use.pick-seal')}
            label={t('seals.use.seal')}
            testId="use-seal"
          />
        </Field>
        <Field span={2} label={t('seals.use.per-copy')}>
          <CountInput {...bind('perCopy')} placeholder="1" testId="use-per-copy" />
        </Field>
        <Field span={2} label={t('seals.use.seam')}>
          <CountInput {...bind('seam')} placeholder="0" testId="use-seam" />
        </Field>
        <Field span={6} label={t('seals.use.document')}>
          <TextInput {...bind('title')} placeholder={defaults.title} testId="use-title" />
        </Field>
        <Field span={6} label={t('seals.use.second-seal')}>
          <RecordPicker
            types={['seal']}
            {...bind('second')}
            placeholder={t('seals.use.pick-seal')}
            label={t('seals.use.second-seal')}
            testId="use-second"
          />
        </Field>
      </Fields>
    </>
  )
}
