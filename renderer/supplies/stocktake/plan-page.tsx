/** Planning a stocktake: which shelves or groups, blind or with the book, the cut-off, who counts and who observes. */
import { Checkbox, Select } from 'antd'
import { shelvesOf } from '../../../shared/supplies/stocktake/shelves.ts'
import { itemCategories, type ItemCategory } from '../../../shared/supplies/verbs.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { PeoplePicker } from '../../ui/people-picker.tsx'
import { PersonPicker, type Chosen } from '../../ui/record-picker.tsx'
import './stocktake.css'

type Values = {
  readonly locations: readonly string[]
  readonly category: ItemCategory | undefined
  readonly groups: readonly string[]
  readonly isBlind: boolean
  readonly cutoff: string
  readonly counters: readonly Chosen[]
  readonly observer: Chosen | undefined
  readonly note: string
}
const empty: Values = {
  locations: [],
  category: undefined,
  groups: [],
  isBlind: false,
  cutoff: '',
  counters: [],
  observer: undefined,
  note: '',
}

const scopeOf = ({ locations, category, groups }: Values) => ({
  ...(locations.length === 0 ? {} : { locations: [...locations] }),
  ...(category === undefined ? {} : { category }),
  ...(groups.length === 0 ? {} : { groups: [...groups] }),
})

export const StocktakePlanPage = () => {
  const { t } = useWords()
  const { replace } = usePlaces()
  const form = useForm<Values>('supplies.stocktake.plan', empty)
  const plan = useCommand('supplies.planStocktake')
  const { values, bind, set } = form
  const scope = scopeOf(values)
  const choices = useOperation(
    'supplies.stocktakeScope',
    { scope },
    { subjects: ['supply_item', 'supply_slip'], keep: true },
  )
  const lines = choices.data?.lines ?? 0
  const shelves = shelvesOf(
    (choices.data?.locations ?? []).flatMap(({ location, lines: held }) =>
      Array.from({ length: held }, () => location),
    ),
  )
  const submit = async () => {
    if (plan.isActing) return
    const { isBlind, cutoff, counters, observer, note } = values
    const answer = await plan.act({
      scope,
      isBlind,
      note,
      counters: counters.map(({ id }) => id),
      ...(cutoff.trim() === '' ? {} : { cutoff: cutoff.trim() }),
      ...(observer === undefined ? {} : { observer: observer.id }),
    })
    if (!answer.ok) return
    form.clear()
    replace('supplies.stocktake', { id: answer.value.id })
  }
  return (
    <Page
      title={t('supplies.stocktake.plan.title')}
      width="form"
      about={<span data-testid="plan-lines">{t('supplies.stocktake.plan.lines', { count: lines })}</span>}
      actions={
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void submit()}
          isActing={plan.isActing}
          isDisabled={lines === 0}
          testId="plan-do"
        >
          {t('supplies.stocktake.plan.do')}
        </ActButton>
      }
    >
      <EntryForm label={t('supplies.stocktake.plan.title')} onSubmit={() => void submit()}>
        <FaultNote fault={plan.fault ?? choices.fault} />
        <Fields title={t('supplies.stocktake.scope')}>
          <Field label={t('field.locations')} path="scope.locations" fault={plan.fault} span={12}>
            <Select
              mode="multiple"
              autoFocus
              allowClear
              value={[...values.locations]}
              onChange={(locations: string[]) => set({ locations })}
              options={shelves.map(({ shelf, places }) => ({
                value: shelf,
                label: t('supplies.stocktake.plan.location', { location: shelf, count: places }),
              }))}
              optionLabelProp="value"
              placeholder={t('supplies.stocktake.plan.every-location')}
              data-testid="plan-locations"
            />
          </Field>
          <Field label={t('supplies.field.category')} span={6}>
            <Select
              allowClear
              value={values.category ?? null}
              onChange={(category: ItemCategory | null) => set({ category: category ?? undefined })}
              options={itemCategories.map((value) => ({ value, label: t(`supplies.category.${value}`) }))}
              placeholder={t('supplies.slips.all')}
            />
          </Field>
          <Field label={t('field.groups')} span={6}>
            <Select
              mode="multiple"
              allowClear
              value={[...values.groups]}
              onChange={(groups: string[]) => set({ groups })}
              options={(choices.data?.groups ?? []).map((value) => ({ value, label: value }))}
              placeholder={t('supplies.slips.all')}
            />
          </Field>
        </Fields>
        <Fields title={t('supplies.stocktake.plan.how')}>
          <Field
            label={t('field.cutoff')}
            path="cutoff"
            fault={plan.fault}
            hint={t('supplies.stocktake.plan.cutoff')}
            span={6}
          >
            <TextInput {...bind('cutoff')} placeholder={t('supplies.stocktake.plan.now')} testId="plan-cutoff" />
          </Field>
          <Field label={t('field.isBlind')} hint={t('supplies.stocktake.plan.blind')} span={6}>
            <Checkbox
              checked={values.isBlind}
              onChange={(event) => set({ isBlind: event.target.checked })}
              data-testid="plan-blind"
            >
              {t('supplies.stocktake.blind')}
            </Checkbox>
          </Field>
          <Field label={t('field.counters')} path="counters" fault={plan.fault} span={6}>
            <PeoplePicker value={values.counters} onChange={(counters) => set({ counters })} />
          </Field>
          <Field label={t('field.observer')} path="observer" fault={plan.fault} span={6}>
            <PersonPicker value={values.observer} onChange={(observer) => set({ observer })} />
          </Field>
          <Field label={t('supplies.field.remarks')} path="note" fault={plan.fault} span={12}>
            <TextInput {...bind('note')} testId="plan-note" />
          </Field>
        </Fields>
      </EntryForm>
    </Page>
  )
}
