/** The seals of a request, each with its own impressions per copy and over the seam; the last place is always free. */
import type { DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { Field, Fields, type FormState } from '../../ui/form.tsx'
import { CountInput } from '../../ui/inputs.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { countOf, type LineCount, type RequestValues } from './request-values.ts'

type LineProps = {
  readonly form: FormState<RequestValues>
  readonly fault: DeskFault | undefined
  readonly seal: Chosen | undefined
  readonly index: number
  readonly onChoose: (seal: Chosen | undefined) => void
}

const Line = ({ form, fault, seal, index, onChoose }: LineProps) => {
  const { t } = useWords()
  const { counts, copies } = form.values
  const count = countOf(counts, seal?.id)
  const set = (change: Partial<LineCount>) =>
    seal !== undefined && form.set({ counts: { ...counts, [seal.id]: { ...counts[seal.id], ...change } } })
  const total = (copies ?? 1) * (count.perCopy + count.seam)
  return (
    <>
      <Field
        span={6}
        label={t('seals.use.seal')}
        path={index === 0 ? 'lines' : `lines.${index}.seal`}
        fault={fault}
        isRequired={index === 0}
      >
        <RecordPicker
          types={['seal']}
          value={seal}
          onChange={onChoose}
          placeholder={t('seals.use.pick-seal')}
          testId={`request-seal-${index}`}
        />
      </Field>
      {seal !== undefined && (
        <>
          <Field span={3} label={t('seals.use.per-copy')} path={`lines.${index}.perCopy`} fault={fault}>
            <CountInput
              value={counts[seal.id]?.perCopy}
              onChange={(perCopy) => set({ perCopy })}
              placeholder="1"
              testId={`request-per-copy-${index}`}
            />
          </Field>
          <Field
            span={3}
            label={t('seals.use.seam')}
            path={`lines.${index}.seamPerCopy`}
            fault={fault}
            hint={t('seals.requests.line-total', { total })}
          >
            <CountInput
              value={counts[seal.id]?.seam}
              onChange={(seam) => set({ seam })}
              placeholder="0"
              testId={`request-seam-${index}`}
            />
          </Field>
        </>
      )}
    </>
  )
}

export const RequestLines = ({ form, fault }: Pick<LineProps, 'form' | 'fault'>) => {
  const chosen = form.values.seals.filter((seal) => seal !== undefined)
  const places = [...chosen, undefined]
  return (
    <Fields>
      {places.map((seal, index) => (
        <Line
          key={seal?.id ?? 'next'}
          form={form}
          fault={fault}
          seal={seal}
          index={index}
          onChoose={(next) => form.set({ seals: places.map((one, place) => (place === index ? next : one)) })}
        />
      ))}
    </Fields>
  )
}
