/** A new seal-use request: which seals on what, how many copies, for whom, and until when. */
import { Checkbox, Select } from 'antd'
import { categories, modes, type Category } from '../../shared/seals/records.ts'
import type { Input } from '../shell/contract.ts'
import { useCommand } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../ui/form.tsx'
import { CountInput, DateInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { FileHash, type BoundFile } from './file-hash.tsx'
import { useBoundFile } from './use-bound-file.ts'
import { PersonPicker, RecordPicker, type Chosen } from '../ui/record-picker.tsx'
import { SuccessLine } from '../ui/success-line.tsx'

type Values = {
  readonly title: string
  readonly seals: readonly (Chosen | undefined)[]
  readonly category: Category
  readonly mode: (typeof modes)[number]
  readonly copies: number | undefined
  readonly perCopy: number | undefined
  readonly seam: number | undefined
  readonly pages: number | undefined
  readonly contract: Chosen | undefined
  readonly counterparty: string
  readonly purpose: string
  readonly applicant: Chosen | undefined
  readonly signatory: Chosen | undefined
  readonly useBy: string | undefined
  readonly file: BoundFile | undefined
  readonly isUrgent: boolean
  readonly isLegalReviewed: boolean
}

const noValues: Values = {
  title: '',
  seals: [undefined],
  category: 'contract',
  mode: 'here',
  counterparty: '',
  purpose: '',
  copies: undefined,
  perCopy: undefined,
  seam: undefined,
  pages: undefined,
  useBy: undefined,
  contract: undefined,
  applicant: undefined,
  signatory: undefined,
  file: undefined,
  isUrgent: false,
  isLegalReviewed: false,
}

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text)

const inputOf = (values: Values): Input<'seals.requestSubmit'> => ({
  lines: values.seals.flatMap((seal) =>
    seal ? [{ seal: seal.id, perCopy: values.perCopy ?? 1, seamPerCopy: values.seam ?? 0 }] : [],
  ),
  category: values.category,
  mode: values.mode,
  document: {
    title: filled(values.title) ?? values.contract?.name ?? '',
    pages: values.pages,
    sha256: values.file?.sha256,
  },
  copies: values.copies ?? 1,
  purpose: filled(values.purpose),
  counterparty: filled(values.counterparty),
  contract: values.contract && { id: values.contract.id },
  applicant: values.applicant?.id,
  signatory: values.signatory?.id,
  useBy: values.useBy,
  isUrgent: values.isUrgent,
  isLegalReviewed: values.isLegalReviewed,
})

type Part = { readonly form: FormState<Values>; readonly fault: ReturnType<typeof useCommand>['fault'] }

const What = ({ form, fault }: Part) => {
  const { t } = useWords()
  const { values, bind, set } = form
  return (
    <Fields>
      <Field span={4} label={t('seals.requests.category')}>
        <Select
          value={values.category}
          onChange={(category) => set({ category })}
          options={categories.map((value) => ({ value, label: t(`seals.category.${value}`) }))}
        />
      </Field>
      <Field span={8} label={t('seals.requests.contract')} path="contract" fault={fault}>
        <RecordPicker
          types={['contract']}
          {...bind('contract')}
          placeholder={t('seals.use.basis-hint')}
          autoFocus
          testId="request-contract"
        />
      </Field>
      <Field span={8} label={t('seals.use.document')} isRequired path="document.title" fault={fault}>
        <TextInput {...bind('title')} placeholder={values.contract?.name ?? ''} testId="request-title" />
      </Field>
      <Field span={4} label={t('seals.requests.counterparty')}>
        <TextInput {...bind('counterparty')} />
      </Field>
      <Field span={3} label={t('seals.use.copies')} isRequired path="copies" fault={fault}>
        <CountInput {...bind('copies')} placeholder="1" testId="request-copies" />
      </Field>
      <Field span={3} label={t('seals.use.per-copy')}>
        <CountInput {...bind('perCopy')} placeholder="1" />
      </Field>
      <Field span={3} label={t('seals.use.seam')}>
        <CountInput {...bind('seam')} placeholder="0" />
      </Field>
      <Field span={3} label={t('seals.requests.pages')}>
        <CountInput {...bind('pages')} />
      </Field>
    </Fields>
  )
}

/** As many seals as are needed: the last place is always free. */
const Seals = ({ form, fault }: Part) => {
  const { t } = useWords()
  const chosen = form.values.seals.filter((seal) => seal !== undefined)
  const places = [...chosen, undefined]
  return (
    <Fields>
      {places.map((seal, index) => (
        <Field
          key={seal?.id ?? 'next'}
          span={6}
          label={t('seals.use.seal')}
          path={index === 0 ? 'lines' : ''}
          fault={fault}
        >
          <RecordPicker
            types={['seal']}
            value={seal}
            onChange={(next) => form.set({ seals: places.map((one, place) => (place === index ? next : one)) })}
            placeholder={t('seals.use.pick-seal')}
            testId={`request-seal-${index}`}
          />
        </Field>
      ))}
    </Fields>
  )
}

const Rest = ({ form, fault }: Part) => {
  const { t } = useWords()
  const { me } = useSession()
  const { values, bind, set } = form
  return (
    <Fields>
      <Field span={4} label={t('seals.requests.applicant')}>
        <PersonPicker {...bind('applicant')} placeholder={me.person.name} testId="request-applicant" />
      </Field>
      <Field span={4} label={t('seals.use.signatory')}>
        <PersonPicker {...bind('signatory')} />
      </Field>
      <Field
        span={4}
        label={t('seals.requests.use-by')}
        path="useBy"
        fault={fault}
        hint={t('seals.requests.use-by-hint')}
      >
        <DateInput {...bind('useBy')} />
      </Field>
      <Field span={8} label={t('seals.use.purpose')}>
        <TextInput {...bind('purpose')} />
      </Field>
      <Field span={4} label={t('seals.requests.mode')}>
        <Select
          value={values.mode}
          onChange={(mode) => set({ mode })}
          options={modes.map((value) => ({ value, label: t(`seals.mode.${value}`) }))}
        />
      </Field>
      <FileHash {...bind('file')} />
      <div className="field span-12">
        <span>
          <Checkbox checked={values.isUrgent} onChange={(event) => set({ isUrgent: event.target.checked })}>
            {t('seals.requests.urgent')}
          </Checkbox>
          <Checkbox
            checked={values.isLegalReviewed}
            onChange={(event) => set({ isLegalReviewed: event.target.checked })}
          >
            {t('seals.requests.legal')}
          </Checkbox>
        </span>
      </div>
    </Fields>
  )
}

export const RequestForm = () => {
  const { t } = useWords()
  const form = useForm<Values>('seals.request', noValues)
  const submit = useCommand('seals.requestSubmit')
  const bound = useBoundFile()
  const send = async () => {
    const { file } = form.values
    const answer = await submit.act(inputOf(form.values))
    if (!answer.ok) return
    form.clear()
    await bound.keep(file, answer.value.id)
  }
  return (
    <Page title={t('seals.requests.new')} width="form">
      {submit.value !== undefined && (
        <SuccessLine number={submit.value.number}>{t('seals.requests.submitted-next')}</SuccessLine>
      )}
      <FaultNote fault={bound.fault} />
      <EntryForm label={t('seals.requests.new')} onSubmit={() => void send()}>
        <What form={form} fault={submit.fault} />
        <Seals form={form} fault={submit.fault} />
        <Rest form={form} fault={submit.fault} />
        <FaultNote fault={submit.fault} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={submit.isActing}
            onAct={() => void send()}
            testId="request-submit"
          >
            {t('seals.requests.submit')}
          </ActButton>
        </div>
      </EntryForm>
    </Page>
  )
}
