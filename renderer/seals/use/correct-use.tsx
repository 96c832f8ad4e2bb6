/** Correcting an entry of the book: only what differs is entered, with the reason; the number stays. */
import { useState } from 'react'
import type { Input, Output } from '../../shell/contract.ts'
import { useAfterClosing } from '../closing/after-closing.tsx'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import { useSeenHeads } from './seen-heads.ts'
import { fieldNames } from './field-names.ts'

type Use = Output<'seals.useGet'>['use']
type Change = Input<'seals.useCorrect'>['change']

const texts = ['recipient', 'counterparty', 'purpose', 'archiveNumber', 'exception', 'remarks'] as const
const counts = ['copies', 'actual', 'spoiled', 'seam'] as const

const labels = {
  recipient: 'seals.use.recipient',
  counterparty: 'seals.requests.counterparty',
  purpose: 'seals.use.purpose',
  archiveNumber: 'seals.book.archive',
  exception: 'seals.book.exception',
  remarks: 'seals.use.remarks',
  copies: 'seals.use.copies',
  actual: 'seals.use.actual',
  spoiled: 'seals.use.spoiled',
  seam: 'seals.book.seam',
} as const

type Values = Partial<Record<(typeof texts)[number], string> & Record<(typeof counts)[number], number>> & {
  title?: string
}

/** Only what now differs from the entry. */
const changeOf = (use: Use, values: Values): Change => {
  const { title, ...rest } = values
  const changed = Object.entries(rest).filter(
    ([name, value]) => value !== undefined && value !== use[name as keyof Use],
  )
  const document =
    title !== undefined && title.trim() !== '' && title !== use.document.title ? { ...use.document, title } : undefined
  return { ...Object.fromEntries(changed), ...(document ? { document } : {}) }
}

type Props = { readonly use: Use; readonly heads: readonly string[]; readonly onDone: () => void }

export const CorrectUse = ({ use, heads, onDone }: Props) => {
  const say = useWords()
  const { t } = say
  const correct = useCommand('seals.useCorrect')
  const { basedOn, told } = useSeenHeads(heads)
  const [values, setValues] = useState<Values>({})
  const { afterClosing, box } = useAfterClosing(correct.fault)
  const set = (changes: Values) => setValues((before) => ({ ...before, ...changes }))
  return (
    <ConfirmReason
      title={t('seals.book.correct-title', { number: use.number })}
      doLabel={t('seals.book.correct')}
      fault={correct.fault}
      names={fieldNames(say)}
      isActing={correct.isActing}
      onCancel={onDone}
      onConfirm={(reason) =>
        void correct
          .act({ id: use.id, basedOn, reason, afterClosing, change: changeOf(use, values) })
          .then((answer) => (answer.ok ? onDone() : told(answer.fault)))
      }
    >
      <p className="quiet">{t('seals.book.correct-what')}</p>
      <Fields>
        <Field span={12} label={t('seals.use.document')}>
          <TextInput
            value={values.title ?? use.document.title}
            onChange={(title) => set({ title })}
            testId="correct-title"
          />
        </Field>
        {counts.map((name) => (
          <Field key={name} span={3} label={t(labels[name])}>
            <CountInput
              value={values[name] ?? use[name]}
              onChange={(value) => set({ [name]: value ?? 0 })}
              testId={`correct-${name}`}
            />
          </Field>
        ))}
        {texts.map((name) => (
          <Field key={name} span={6} label={t(labels[name])}>
            <TextInput
              value={values[name] ?? use[name] ?? ''}
              onChange={(value) => set({ [name]: value })}
              testId={`correct-${name}`}
            />
          </Field>
        ))}
      </Fields>
      {box}
    </ConfirmReason>
  )
}
