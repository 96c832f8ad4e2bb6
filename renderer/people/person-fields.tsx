/** The fields of a person, the same for adding and changing. */
import { Select } from 'antd'
import type { DeskFault } from '../shell/call.ts'
import { useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { Field, Fields, type Bound, type FormState } from '../ui/form.tsx'
import { DateInput, TextInput } from '../ui/inputs.tsx'

export type PersonValues = {
  name: string
  staffNo: string
  department: string | undefined
  post: string
  phone: string
  employedFrom: string | undefined
  employedTo: string | undefined
}

export const noPerson: PersonValues = {
  name: '',
  staffNo: '',
  department: undefined,
  post: '',
  phone: '',
  employedFrom: undefined,
  employedTo: undefined,
}

type Props = {
  readonly form: FormState<PersonValues>
  readonly fault: DeskFault | undefined
  /** Path of the fields in the operation's input. */
  readonly under?: string
  /** From when a changed post is held: authority by post goes by the day. */
  readonly postSince?: Bound<string | undefined>
}

export const PersonFields = ({ form, fault, under = '', postSince }: Props) => {
  const { t } = useWords()
  const { data } = useOperation('departments.list', {}, { subjects: ['department'] })
  const { bind } = form
  const department = bind('department')
  const at = (path: string) => ({ path: under + path, fault })
  return (
    <Fields>
      <Field label={t('people.name')} isRequired {...at('name')} span={6}>
        <TextInput {...bind('name')} autoFocus testId="person-name" />
      </Field>
      <Field label={t('people.staff-no')} isRequired {...at('staffNo')} span={6}>
        <TextInput {...bind('staffNo')} testId="person-staff-no" />
      </Field>
      <Field label={t('people.department')} {...at('department')} span={postSince === undefined ? 6 : 4}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          value={department.value}
          onChange={(value: string | undefined) => department.onChange(value)}
          options={(data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
        />
      </Field>
      <Field label={t('people.post')} {...at('post')} span={postSince === undefined ? 6 : 4}>
        <TextInput {...bind('post')} testId="person-post" />
      </Field>
      {postSince !== undefined && (
        <Field label={t('people.post-since')} {...at('postSince')} span={4}>
          <DateInput {...postSince} testId="person-post-since" />
        </Field>
      )}
      <Field label={t('people.phone')} {...at('phone')} span={4}>
        <TextInput {...bind('phone')} />
      </Field>
      <Field label={t('people.employed-from')} {...at('employedFrom')} span={4}>
        <DateInput {...bind('employedFrom')} />
      </Field>
      <Field label={t('people.employed-to')} {...at('employedTo')} span={4}>
        <DateInput {...bind('employedTo')} />
      </Field>
    </Fields>
  )
}
