/** Who is concerned in a use beside the clerk: signatory, joint signer, handler, witness; and what else is noted. */
import { Checkbox } from 'antd'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { Field, Fields, type FormState } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PeoplePicker } from '../../ui/people-picker.tsx'
import { PersonPicker } from '../../ui/record-picker.tsx'
import type { UseValues } from './use-values.ts'

type Props = {
  readonly form: FormState<UseValues>
  /** Who signs and who brought it where nobody else is named. */
  readonly signatory: string | undefined
  readonly handler: string | undefined
}

export const UsePeople = ({ form, signatory, handler }: Props) => {
  const { t } = useWords()
  const { me } = useSession()
  const { bind } = form
  return (
    <Fields>
      <Field span={3} label={t('seals.use.signatory')} hint={t('seals.use.signatory-hint')}>
        <PersonPicker
          {...bind('signatory')}
          {...(signatory === undefined ? {} : { placeholder: signatory })}
          testId="use-signatory"
        />
      </Field>
      <Field span={3} label={t('seals.use.joint')}>
        <PeoplePicker {...bind('joint')} testId="use-joint" />
      </Field>
      <Field span={3} label={t('seals.use.handler')}>
        <PersonPicker {...bind('handler')} placeholder={handler ?? me.person.name} testId="use-handler" />
      </Field>
      <Field span={3} label={t('seals.use.witness')}>
        <PersonPicker {...bind('witness')} testId="use-witness" />
      </Field>
      <Field span={4} label={t('seals.use.recipient')}>
        <TextInput {...bind('recipient')} testId="use-recipient" />
      </Field>
      <Field span={4} label={t('seals.use.purpose')}>
        <TextInput {...bind('purpose')} testId="use-purpose" />
      </Field>
      <Field span={4} label={t('seals.use.remarks')}>
        <TextInput {...bind('remarks')} testId="use-remarks" />
      </Field>
      <div className="field span-12">
        <Checkbox
          checked={form.values.isBlank}
          onChange={(event) => form.set({ isBlank: event.target.checked })}
          data-testid="use-blank"
        >
          {t('seals.use.blank')}
        </Checkbox>
      </div>
    </Fields>
  )
}
