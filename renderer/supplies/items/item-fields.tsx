/** The fields of an item: what it is, how it is counted, where it lies, who delivers it, what may be drawn. */
import { Checkbox, Input, Select } from 'antd'
import { itemCategories } from '../../../shared/supplies/verbs.ts'
import type { DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { Field, Fields, type FormState } from '../../ui/form.tsx'
import { CountInput, MoneyInput, TextInput } from '../../ui/inputs.tsx'
import type { BadLines, ItemValues } from './item-values.ts'
import { NameInput } from './name-input.tsx'

type Props = { readonly form: FormState<ItemValues>; readonly fault: DeskFault | undefined; readonly bad: BadLines }

const What = ({ form: { bind }, fault }: Props) => {
  const { t } = useWords()
  return (
    <Fields>
      <Field label={t('supplies.field.code')} isRequired path="code" fault={fault} span={3}>
        <TextInput {...bind('code')} autoFocus testId="item-code" />
      </Field>
      <Field label={t('supplies.field.name')} isRequired path="name" fault={fault} span={6}>
        <TextInput {...bind('name')} testId="item-name" />
      </Field>
      <Field label={t('supplies.field.spec')} path="spec" fault={fault} span={3}>
        <TextInput {...bind('spec')} />
      </Field>
      <Field label={t('supplies.field.baseUnit')} isRequired path="unit" fault={fault} span={3}>
        <TextInput {...bind('unit')} testId="item-unit" />
      </Field>
      <Field label={t('supplies.field.location')} isRequired path="location" fault={fault} span={3}>
        <NameInput
          {...bind('location')}
          list="place"
          testId="item-location"
          placeholder={t('supplies.item.place.form')}
        />
      </Field>
      <Field label={t('field.group')} path="group" fault={fault} span={3}>
        <NameInput {...bind('group')} list="group" testId="item-group" />
      </Field>
      <Field label={t('supplies.field.category')} isRequired path="category" fault={fault} span={3}>
        <Select
          {...bind('category')}
          options={itemCategories.map((value) => ({ value, label: t(`supplies.category.${value}`) }))}
        />
      </Field>
    </Fields>
  )
}

const Lines = ({ form, fault, bad, name }: Props & { name: 'packs' | 'barcodes' | 'suppliers' }) => {
  const { t } = useWords()
  const label = name === 'suppliers' ? t('field.suppliers') : t(`supplies.field.${name}`)
  const line = bad[name]
  return (
    <Field
      label={label}
      path={name}
      fault={fault}
      span={name === 'suppliers' ? 9 : 6}
      hint={t(`supplies.item.${name}.hint`)}
      {...(line === undefined ? {} : { problem: t('supplies.item.line.bad', { line }) })}
    >
      <Input.TextArea
        rows={3}
        value={form.values[name]}
        onChange={(event) => form.set({ [name]: event.target.value })}
        data-testid={`item-${name}`}
      />
    </Field>
  )
}

const Amounts = ({ form: { bind }, fault }: Props) => {
  const { t } = useWords()
  return (
    <Fields title={t('supplies.item.bounds')}>
      <Field label={t('supplies.field.min')} path="min" fault={fault} span={3}>
        <CountInput {...bind('min')} />
      </Field>
      <Field label={t('supplies.field.max')} path="max" fault={fault} span={3}>
        <CountInput {...bind('max')} />
      </Field>
      <Field label={t('supplies.field.quota')} path="quota" fault={fault} span={3}>
        <CountInput {...bind('quota')} />
      </Field>
      <Field label={t('supplies.quota.person.amount')} path="quotaRules" fault={fault} span={3}>
        <MoneyInput {...bind('personAmount')} />
      </Field>
      <Field label={t('supplies.quota.department.quantity')} span={3}>
        <CountInput {...bind('departmentQuantity')} testId="department-quantity" />
      </Field>
      <Field label={t('supplies.quota.department.amount')} span={3}>
        <MoneyInput {...bind('departmentAmount')} />
      </Field>
      <Field label={t('supplies.field.exchangeOld')} span={3}>
        <Flag bound={bind('exchangeOld')} />
      </Field>
      <Field label={t('field.lots')} span={3}>
        <Flag bound={bind('lots')} />
      </Field>
    </Fields>
  )
}

const Flag = ({ bound }: { bound: { value: boolean; onChange: (value: boolean) => void } }) => (
  <Checkbox checked={bound.value} onChange={(event) => bound.onChange(event.target.checked)} />
)

export const ItemFields = (props: Props) => {
  const { t } = useWords()
  const { bind } = props.form
  return (
    <>
      <What {...props} />
      <Fields>
        <Lines {...props} name="packs" />
        <Lines {...props} name="barcodes" />
      </Fields>
      <Amounts {...props} />
      <Fields title={t('supplies.item.buying')}>
        <Lines {...props} name="suppliers" />
        <Field label={t('field.leadDays')} path="leadDays" fault={props.fault} span={3}>
          <CountInput {...bind('leadDays')} />
        </Field>
        <Field label={t('supplies.item.supplier.usual')} path="supplier" fault={props.fault} span={6}>
          <TextInput {...bind('supplier')} />
        </Field>
      </Fields>
    </>
  )
}
