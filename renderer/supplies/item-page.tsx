/** A new item, or changes to one: units and barcodes as lines of text, the rest as fields. */
import { Checkbox, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { ItemRow } from '../../shared/supplies/operations.ts'
import { itemCategories, type ItemCategory } from '../../shared/supplies/verbs.ts'
import { call, type Answer } from '../shell/call.ts'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand } from '../shell/queries.ts'
import type { PageProps } from '../shell/registers.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { CountInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { barcodesText, packsText, readBarcodes, readPacks } from './item-text.ts'

type Opened = Output<'supplies.item'>

type Values = {
  code: string
  name: string
  spec: string
  category: ItemCategory
  unit: string
  packs: string
  barcodes: string
  min: number | undefined
  max: number | undefined
  quota: number | undefined
  location: string
  supplier: string
  exchangeOld: boolean
}

const valuesOf = (item: ItemRow | undefined): Values => ({
  code: item?.code ?? '',
  name: item?.name ?? '',
  spec: item?.spec ?? '',
  category: item?.category ?? 'consumable',
  unit: item?.unit ?? '',
  packs: packsText(item?.packs ?? []),
  barcodes: barcodesText(item?.barcodes ?? []),
  min: item?.min,
  max: item?.max,
  quota: item?.quota,
  location: item?.location ?? '',
  supplier: item?.supplier ?? '',
  exchangeOld: item?.exchangeOld ?? false,
})

/** The item as it was when the page was opened: what is typed rests on that state, and a newer one answers `stale`. */
const useOpened = (id: string | undefined): Answer<Opened> | undefined => {
  const [answer, setAnswer] = useState<Answer<Opened>>()
  useEffect(() => {
    if (id !== undefined) void call('supplies.item', { id }).then(setAnswer)
  }, [id])
  return answer
}

export const ItemPage = ({ params }: PageProps) => {
  const { id } = params
  const { t } = useWords()
  const opened = useOpened(id)
  if (id === undefined) return <ItemForm item={undefined} heads={undefined} />
  if (opened === undefined) return null
  if (!opened.ok) return <FaultNote fault={opened.fault} />
  return <ItemForm item={opened.value.item} heads={opened.value.heads} title={t('supplies.item.edit.title')} />
}

type FormProps = { readonly item: ItemRow | undefined; readonly heads: string[] | undefined; readonly title?: string }

const ItemForm = ({ item, heads, title }: FormProps) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const form = useForm<Values>(`supplies.item.${item?.id ?? ''}.${heads?.join() ?? ''}`, valuesOf(item))
  const add = useCommand('supplies.addItem')
  const change = useCommand('supplies.changeItem')
  const [saved, setSaved] = useState<string>()
  const { values, bind } = form
  const packs = readPacks(values.packs)
  const barcodes = readBarcodes(values.barcodes, values.unit)
  const fault = add.fault ?? change.fault
  const bad = (line: number | undefined) =>
    line === undefined ? {} : { problem: t('supplies.item.line.bad', { line }) }
  const submit = async () => {
    if (packs.bad !== undefined || barcodes.bad !== undefined) return
    const common = { ...values, packs: packs.read, barcodes: barcodes.read }
    if (item === undefined) {
      const answer = await add.act(common)
      if (!answer.ok) return
      setSaved(values.name)
      form.clear()
      return
    }
    const { min = null, max = null, quota = null } = values
    const emptied = {
      spec: values.spec === '' ? null : values.spec,
      supplier: values.supplier === '' ? null : values.supplier,
    }
    const answer = await change.act({
      ...common,
      ...emptied,
      min,
      max,
      quota,
      id: item.id,
      ...(heads ? { basedOn: heads } : {}),
    })
    if (!answer.ok) return
    form.clear()
    go('supplies.items', { open: item.id })
  }
  return (
    <Page
      title={title ?? t('supplies.item.new.title')}
      about={item?.code}
      width="form"
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={add.isActing || change.isActing}
          testId="save-item"
        >
          {t('ui.save')}
        </ActButton>
      }
    >
      {saved !== undefined && <p role="status">{t('supplies.item.saved', { name: saved })}</p>}
      <EntryForm label={t('supplies.item.new.title')} onSubmit={() => void submit()}>
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
            <TextInput {...bind('location')} testId="item-location" />
          </Field>
          <Field label={t('supplies.field.category')} isRequired path="category" fault={fault} span={3}>
            <Select
              {...bind('category')}
              options={itemCategories.map((value) => ({ value, label: t(`supplies.category.${value}`) }))}
            />
          </Field>
          <Field label={t('supplies.field.quota')} path="quota" fault={fault} span={3}>
            <CountInput {...bind('quota')} />
          </Field>
          <Field label={t('supplies.field.min')} path="min" fault={fault} span={3}>
            <CountInput {...bind('min')} />
          </Field>
          <Field label={t('supplies.field.max')} path="max" fault={fault} span={3}>
            <CountInput {...bind('max')} />
          </Field>
          <Field label={t('supplies.field.supplier')} path="supplier" fault={fault} span={6}>
            <TextInput {...bind('supplier')} />
          </Field>
          <Field
            label={t('supplies.field.packs')}
            path="packs"
            fault={fault}
            span={6}
            hint={t('supplies.item.packs.hint')}
            {...bad(packs.bad)}
          >
            <Input.TextArea
              rows={3}
              value={values.packs}
              onChange={(event) => form.set({ packs: event.target.value })}
            />
          </Field>
          <Field
            label={t('supplies.field.barcodes')}
            path="barcodes"
            fault={fault}
            span={6}
            hint={t('supplies.item.barcodes.hint')}
            {...bad(barcodes.bad)}
          >
            <Input.TextArea
              rows={3}
              value={values.barcodes}
              onChange={(event) => form.set({ barcodes: event.target.value })}
            />
          </Field>
          <Field label={t('supplies.field.exchangeOld')} span={3}>
            <Checkbox
              checked={values.exchangeOld}
              onChange={(event) => form.set({ exchangeOld: event.target.checked })}
            />
          </Field>
        </Fields>
        <FaultNote fault={fault} />
      </EntryForm>
    </Page>
  )
}
