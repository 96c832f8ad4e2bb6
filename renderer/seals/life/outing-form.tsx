/** Taking a seal out: seal and request prefilled where they are known, out now and back the same day unless told otherwise. */
import type { Input } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { PersonPicker, RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'

type Values = {
  readonly seal: Chosen | undefined
  readonly request: Chosen | undefined
  readonly taker: Chosen | undefined
  readonly escort: Chosen | undefined
  readonly approver: Chosen | undefined
  readonly address: string
  readonly reason: string
  readonly documents: string
  readonly outOn: string | undefined
  readonly outTime: string
  readonly dueOn: string | undefined
  readonly dueTime: string
}

const noValues: Values = {
  seal: undefined,
  request: undefined,
  taker: undefined,
  escort: undefined,
  approver: undefined,
  address: '',
  reason: '',
  documents: '',
  outOn: undefined,
  outTime: '',
  dueOn: undefined,
  dueTime: '',
}

/** Several of something in one field, apart by a semicolon. */
export const severalOf = (text: string): string[] =>
  text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `9` and `9:30` are times too; what cannot be read goes on as it is, for the engine to name. */
const timeOf = (text: string): string => {
  const [, hour, minute] = /^(\d{1,2})(?:[:：.]?([0-5]\d))?$/.exec(text.trim()) ?? []
  return hour === undefined ? text.trim() : `${hour.padStart(2, '0')}:${minute ?? '00'}`
}

const momentOf = (on: string | undefined, time: string, today: string, usual: string): string | undefined =>
  on === undefined && time.trim() === '' ? undefined : `${on ?? today} ${time.trim() === '' ? usual : timeOf(time)}`

type Known = { readonly seal: Chosen | undefined; readonly request: Chosen | undefined; readonly today: string }

const inputOf = (values: Values, { seal, request, today }: Known): Input<'seals.takeOut'> => ({
  seal: (values.seal ?? seal)?.id ?? '',
  taker: values.taker?.id ?? '',
  escort: values.escort?.id ?? '',
  approver: values.approver?.id,
  address: values.address,
  reason: values.reason,
  documents: severalOf(values.documents),
  request: (values.request ?? request)?.id,
  outAt: momentOf(values.outOn, values.outTime, today, '09:00'),
  dueBackAt: momentOf(values.dueOn, values.dueTime, values.outOn ?? today, '18:00'),
})

type Part = { readonly form: FormState<Values>; readonly fault: ReturnType<typeof useCommand>['fault'] }

const What = ({ form, fault, known }: Part & { known: Known }) => {
  const { t } = useWords()
  const { bind, set, values } = form
  return (
    <Fields>
      <Field span={6} label={t('seals.out.seal')} path="seal" fault={fault} isRequired>
        <RecordPicker
          types={['seal']}
          value={values.seal ?? known.seal}
          onChange={(seal) => set({ seal })}
          placeholder={t('seals.use.pick-seal')}
          autoFocus={known.seal === undefined}
          testId="outing-seal"
        />
      </Field>
      <Field span={6} label={t('seals.out.request')} path="request" fault={fault} hint={t('seals.out.request-hint')}>
        <RecordPicker
          types={['seal_request']}
          value={values.request ?? known.request}
          onChange={(request) => set({ request })}
          placeholder={t('seals.out.request')}
        />
      </Field>
      <Field span={4} label={t('seals.part.taker')} path="taker" fault={fault} isRequired>
        <PersonPicker {...bind('taker')} autoFocus={known.seal !== undefined} testId="outing-taker" />
      </Field>
      <Field span={4} label={t('seals.part.escort')} path="escort" fault={fault} isRequired>
        <PersonPicker {...bind('escort')} testId="outing-escort" />
      </Field>
      <Field
        span={4}
        label={t('seals.part.approver')}
        path="approver"
        fault={fault}
        problem={fault?.code === 'approver-needed' ? t('invalid.required') : undefined}
      >
        <PersonPicker {...bind('approver')} testId="outing-approver" />
      </Field>
      <Field span={6} label={t('seals.out.address')} path="address" fault={fault} isRequired>
        <TextInput {...bind('address')} testId="outing-address" />
      </Field>
      <Field span={6} label={t('seals.out.reason')} path="reason" fault={fault} isRequired>
        <TextInput {...bind('reason')} testId="outing-reason" />
      </Field>
      <Field
        span={12}
        label={t('seals.out.documents')}
        path="documents"
        fault={fault}
        hint={t('seals.out.documents-hint')}
      >
        <TextInput {...bind('documents')} testId="outing-documents" />
      </Field>
    </Fields>
  )
}

const When = ({ form, fault }: Part) => {
  const { t } = useWords()
  const { bind } = form
  return (
    <Fields>
      <Field span={3} label={t('seals.out.out-on')} path="outAt" fault={fault} hint={t('seals.out.out-hint')}>
        <DateInput {...bind('outOn')} />
      </Field>
      <Field span={3} label={t('seals.out.out-time')}>
        <TextInput {...bind('outTime')} placeholder="09:00" testId="outing-out-time" />
      </Field>
      <Field span={3} label={t('seals.out.due-on')} path="dueBackAt" fault={fault} hint={t('seals.out.due-hint')}>
        <DateInput {...bind('dueOn')} testId="outing-due-on" />
      </Field>
      <Field span={3} label={t('seals.out.out-time')}>
        <TextInput {...bind('dueTime')} placeholder="18:00" testId="outing-due-time" />
      </Field>
    </Fields>
  )
}

/** The seal and the request that the way here already names. */
const useKnown = (params: PageProps['params']): Known => {
  const today = useSession().office.today ?? ''
  const { seal: sealId, request: requestId } = params
  const seal = useOperation('seals.get', { id: sealId ?? '' }, { enabled: sealId !== undefined, subjects: ['seal'] })
  const asked = useOperation('seals.requestGet', { id: requestId ?? '' }, { enabled: requestId !== undefined })
  const request = asked.data?.request
  const named = seal.data?.seal ?? request?.lines[0]?.seal
  return {
    today,
    seal: named && { id: named.id, name: named.name },
    request: request && { id: request.id, name: request.number },
  }
}

export const OutingForm = ({ params }: PageProps) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const known = useKnown(params)
  const form = useForm<Values>('seals.outing', noValues)
  const taking = useCommand('seals.takeOut')
  const printing = usePrinting()
  const done = taking.value
  const take = async () => {
    const answer = await taking.act(inputOf(form.values, known))
    if (answer.ok) form.clear()
  }
  return (
    <Page title={t('seals.out.new-outing')} width="form">
      {done !== undefined && (
        <SuccessLine
          number={done.number}
          onPrint={() => void printing.print({ form: 'seal-outing', subject: done.id })}
          isPrinting={printing.isPrinting}
          isPrinted={printing.isPrinted}
        >
          {t(done.status === 'out' ? 'seals.out.left-next' : 'seals.out.planned-next', { due: done.dueBackAt })}{' '}
          <ActButton keyName="Ctrl+o" onAct={() => go('seals.out', { outing: done.id })}>
            {t('ui.open')}
          </ActButton>
        </SuccessLine>
      )}
      <FaultNote fault={printing.fault} />
      <EntryForm label={t('seals.out.new-outing')} onSubmit={() => void take()}>
        <What form={form} fault={taking.fault} known={known} />
        <When form={form} fault={taking.fault} />
        <FaultNote fault={taking.fault} names={{ reason: t('seals.out.reason') }} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={taking.isActing}
            onAct={() => void take()}
            testId="outing-take"
          >
            {t('seals.out.do')}
          </ActButton>
        </div>
      </EntryForm>
    </Page>
  )
}
