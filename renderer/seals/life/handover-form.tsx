/** Offering a seal to another custodian; it stays where it lies unless another desk is named. */
import { useCommand, useOperation } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { PersonPicker, RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'
import { severalOf } from './outing-form.tsx'

type Values = {
  readonly seal: Chosen | undefined
  readonly to: Chosen | undefined
  readonly witness: Chosen | undefined
  readonly toDesk: string
  readonly reason: string
  readonly registers: string
  readonly temporaryUntil: string | undefined
}

const noValues: Values = {
  seal: undefined,
  to: undefined,
  witness: undefined,
  toDesk: '',
  reason: '',
  registers: '',
  temporaryUntil: undefined,
}

type Part = {
  readonly form: FormState<Values>
  readonly fault: ReturnType<typeof useCommand>['fault']
  readonly known: (Chosen & { readonly desk: string; readonly book: string }) | undefined
}

const HandoverFields = ({ form, fault, known }: Part) => {
  const { t } = useWords()
  const { bind, set, values } = form
  return (
    <Fields>
      <Field span={6} label={t('seals.out.seal')} path="seal" fault={fault} isRequired>
        <RecordPicker
          types={['seal']}
          value={values.seal ?? known}
          onChange={(seal) => set({ seal })}
          placeholder={t('seals.use.pick-seal')}
          autoFocus={known === undefined}
          testId="handover-seal"
        />
      </Field>
      <Field span={6} label={t('seals.part.to')} path="to" fault={fault} isRequired>
        <PersonPicker {...bind('to')} autoFocus={known !== undefined} testId="handover-to" />
      </Field>
      <Field span={6} label={t('seals.part.handover-witness')} path="witness" fault={fault} isRequired>
        <PersonPicker {...bind('witness')} testId="handover-witness" />
      </Field>
      <Field span={6} label={t('seals.out.to-desk')} path="toDesk" fault={fault} hint={t('seals.out.to-desk-hint')}>
        <TextInput
          value={values.toDesk}
          onChange={(desk) => set({ toDesk: desk.toUpperCase() })}
          placeholder={known?.desk ?? ''}
          testId="handover-desk"
        />
      </Field>
      <Field span={12} label={t('seals.out.reason')} path="reason" fault={fault} isRequired>
        <TextInput {...bind('reason')} testId="handover-reason" />
      </Field>
      <Field
        span={8}
        label={t('seals.out.registers')}
        path="registers"
        fault={fault}
        hint={t('seals.out.registers-hint')}
      >
        <TextInput {...bind('registers')} placeholder={known?.book ?? ''} testId="handover-registers" />
      </Field>
      <Field
        span={4}
        label={t('seals.out.temporary-until')}
        path="temporaryUntil"
        fault={fault}
        hint={t('seals.out.temporary-hint')}
      >
        <DateInput {...bind('temporaryUntil')} />
      </Field>
    </Fields>
  )
}

export const HandoverForm = ({ params }: PageProps) => {
  const { t } = useWords()
  const id = params['seal']
  const { data } = useOperation('seals.get', { id: id ?? '' }, { enabled: id !== undefined, subjects: ['seal'] })
  const seal = data?.seal
  const book = seal && `${seal.code} ${t('seals.cabinet.book')}`
  const known = seal && { id: seal.id, name: seal.name, desk: seal.homeDesk, book: book ?? '' }
  const form = useForm<Values>('seals.handover', noValues)
  const offering = useCommand('seals.handoverOffer')
  const printing = usePrinting()
  const done = offering.value
  const offered = useOperation('seals.handoverGet', { id: done?.id ?? '' }, { enabled: done !== undefined })
  const offer = async () => {
    const { values } = form
    const registers = severalOf(values.registers)
    const answer = await offering.act({
      seal: (values.seal ?? known)?.id ?? '',
      to: values.to?.id ?? '',
      witness: values.witness?.id ?? '',
      toDesk: values.toDesk === '' ? undefined : values.toDesk,
      reason: values.reason,
      registers: registers.length === 0 && book !== undefined && values.seal === undefined ? [book] : registers,
      temporaryUntil: values.temporaryUntil,
    })
    if (answer.ok) form.clear()
  }
  return (
    <Page title={t('seals.out.new-handover')} width="form">
      {done !== undefined && (
        <SuccessLine
          number={done.number}
          onPrint={() => void printing.print({ form: 'seal-handover', subject: done.id })}
          isPrinting={printing.isPrinting}
          isPrinted={printing.isPrinted}
        >
          {t('seals.out.offered-next', { name: offered.data?.handover.to.name ?? '…' })}
        </SuccessLine>
      )}
      <FaultNote fault={printing.fault} />
      <EntryForm label={t('seals.out.new-handover')} onSubmit={() => void offer()}>
        <HandoverFields form={form} fault={offering.fault} known={known} />
        <FaultNote
          fault={offering.fault}
          names={{
            to: t('seals.part.to'),
            witness: t('seals.part.handover-witness'),
            reason: t('seals.out.reason'),
          }}
        />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={offering.isActing}
            onAct={() => void offer()}
            testId="handover-offer"
          >
            {t('seals.out.offer')}
          </ActButton>
        </div>
      </EntryForm>
    </Page>
  )
}
