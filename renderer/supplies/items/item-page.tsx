/** A new item, or changes to one: units and barcodes as lines of text, the rest as fields. */
import { useEffect, useState } from 'react'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { call, type Answer } from '../../shell/call.ts'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, useForm } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { ItemFields } from './item-fields.tsx'
import { asChange, readItem, valuesOf, type ItemValues } from './item-values.ts'

type Opened = Output<'supplies.item'>

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
  const form = useForm<ItemValues>(`supplies.item.${item?.id ?? ''}.${heads?.join() ?? ''}`, valuesOf(item))
  const add = useCommand('supplies.addItem')
  const change = useCommand('supplies.changeItem')
  const [saved, setSaved] = useState<string>()
  const fault = add.fault ?? change.fault
  const read = readItem(form.values, item)
  const submit = async () => {
    if ('bad' in read) return
    if (item === undefined) {
      const answer = await add.act(read.input)
      if (!answer.ok) return
      setSaved(form.values.name)
      form.clear()
      return
    }
    const answer = await change.act({ ...asChange(read.input), id: item.id, ...(heads ? { basedOn: heads } : {}) })
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
        <ItemFields form={form} fault={fault} bad={'bad' in read ? read.bad : {}} />
        <FaultNote fault={fault} />
      </EntryForm>
    </Page>
  )
}
