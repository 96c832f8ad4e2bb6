/** A new seal-use request: which seals on what, how many copies, for whom, and until when. */
import { Checkbox, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { categories, modes, type Category } from '../../../shared/seals/records.ts'
import type { Input } from '../../shell/contract.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../../ui/form.tsx'
import { CountInput, DateInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { useBoundFile } from '../use/use-bound-file.ts'
import { waitsText } from './approvers.ts'
import { FileHash } from '../use/file-hash.tsx'
import { PersonPicker, RecordPicker } from '../../ui/record-picker.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { SuccessLine } from '../../ui/success-line.tsx'
import { RequestRoute } from './request-route.tsx'
import { RequestLines } from './request-lines.tsx'
import { categoryOf, inputOf, noValues, valuesAgain, type RequestValues } from './request-values.ts'

type Part = { readonly form: FormState<RequestValues>; readonly fault: ReturnType<typeof useCommand>['fault'] }

const What = ({ form, fault }: Part) => {
  const { t } = useWords()
  const { values, bind, set } = form
  return (
    <Fields>
      <Field span={4} label={t('seals.requests.category')} path="category" fault={fault} isRequired>
        <Select
          value={categoryOf(values) ?? null}
          placeholder={t('seals.requests.pick-category')}
          onChange={(category: Category | null) => set({ category: category ?? undefined })}
          options={categories.map((value) => ({ value, label: t(`seals.category.${value}`) }))}
          data-testid="request-category"
        />
      </Field>
      <Field span={8} label={t('seals.requests.contract')} path="contract" fault={fault}>
        <RecordPicker
          types={['contract']}
          {...bind('contract')}
          placeholder={t('authority.contract-place')}
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
      <Field span={3} label={t('seals.use.copies')} path="copies" fault={fault}>
        <CountInput {...bind('copies')} placeholder="1" testId="request-copies" />
      </Field>
      <Field span={3} label={t('seals.requests.pages')}>
        <CountInput {...bind('pages')} />
      </Field>
      <Field span={3} label={t('seals.book.document-number')} path="document.number" fault={fault}>
        <TextInput {...bind('documentNumber')} />
      </Field>
      <Field span={3} label={t('seals.requests.document-type')} path="document.type" fault={fault}>
        <TextInput {...bind('documentType')} />
      </Field>
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

/** Its number, and whose word it waits for. */
const Submitted = ({ id, number }: { id: string; number: string }) => {
  const say = useWords()
  const { data } = useOperation('seals.requestGet', { id })
  const waits = data?.steps.find(({ open }) => open.length > 0)?.open ?? []
  const printing = usePrinting()
  return (
    <>
      <SuccessLine
        number={number}
        onPrint={() => void printing.print({ form: 'seal-request', subject: id })}
        isPrinting={printing.isPrinting}
        isPrinted={printing.isPrinted}
      >
        {waits.length === 0 ? say.t('seals.requests.submitted-next') : waitsText(say, waits)}
      </SuccessLine>
      <FaultNote fault={printing.fault} />
    </>
  )
}

/** An ended request that is asked again takes the place of what was typed before, once. */
const useAgain = (id: string | undefined, set: FormState<RequestValues>['set']) => {
  const { data } = useOperation('seals.requestGet', { id }, { enabled: id !== undefined })
  const filled = useRef(false)
  useEffect(() => {
    if (data === undefined || filled.current) return
    filled.current = true
    set(valuesAgain(data.request))
  }, [data, set])
  return data?.request.number
}

export const RequestForm = ({ params }: PageProps) => {
  const { t } = useWords()
  const form = useForm<RequestValues>('seals.request-lines', noValues)
  const earlier = useAgain(params['again'], form.set)
  const submit = useCommand('seals.requestSubmit')
  const bound = useBoundFile()
  const send = async () => {
    const { file } = form.values
    const answer = await submit.act(inputOf(form.values) as Input<'seals.requestSubmit'>)
    if (!answer.ok) return
    form.clear()
    await bound.keep(file, answer.value.id)
  }
  return (
    <Page title={t('seals.requests.new')} width="form">
      {submit.value !== undefined && <Submitted id={submit.value.id} number={submit.value.number} />}
      <FaultNote fault={bound.fault} />
      {form.values.resubmits !== undefined && earlier !== undefined && (
        <p className="quiet">{t('seals.requests.from-earlier', { number: earlier })}</p>
      )}
      <EntryForm label={t('seals.requests.new')} onSubmit={() => void send()}>
        <What form={form} fault={submit.fault} />
        <RequestLines form={form} fault={submit.fault} />
        <Rest form={form} fault={submit.fault} />
        <FaultNote
          fault={submit.fault}
          names={{ lines: t('seals.use.seal'), 'document.title': t('seals.use.document') }}
        />
        <RequestRoute values={form.values} />
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
