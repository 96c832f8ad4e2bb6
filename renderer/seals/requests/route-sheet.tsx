/** Setting an approval route: what it applies to, and its steps in sequence. */
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { currencies } from '../../../shared/office/money.ts'
import { categories, sealTypes } from '../../../shared/seals/records.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { CountInput, MoneyInput, TextInput } from '../../ui/inputs.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { ManyPicker } from '../use/many-picker.tsx'
import { inputOf, noStep, valuesOf, type RouteValues, type StepValues } from './route-values.ts'
import type { Route } from './routes-page.tsx'

type Fault = ReturnType<typeof useCommand>['fault']
type Part = {
  readonly values: RouteValues
  readonly set: (changes: Partial<RouteValues>) => void
  readonly fault: Fault
}

const Applies = ({ values, set, fault }: Part) => {
  const { t } = useWords()
  return (
    <Fields title={t('seals.routes.applies')}>
      <Field span={12} label={t('seals.routes.seals')} path="seals" fault={fault}>
        <ManyPicker
          types={['seal']}
          value={values.seals}
          onChange={(seals) => set({ seals })}
          placeholder={t('seals.use.pick-seal')}
          testId="route-seal"
        />
      </Field>
      <Field span={6} label={t('seals.routes.seal-types')}>
        <Select
          mode="multiple"
          value={[...values.sealTypes]}
          onChange={(types) => set({ sealTypes: types })}
          placeholder={t('seals.routes.all')}
          options={sealTypes.map((value) => ({ value, label: t(`seals.type.${value}`) }))}
          data-testid="route-types"
        />
      </Field>
      <Field span={6} label={t('seals.routes.categories')}>
        <Select
          mode="multiple"
          value={[...values.categories]}
          onChange={(chosen) => set({ categories: chosen })}
          placeholder={t('seals.routes.all')}
          options={categories.map((value) => ({ value, label: t(`seals.category.${value}`) }))}
        />
      </Field>
      <Field span={4} label={t('seals.routes.amount-from')} path="amountFrom" fault={fault}>
        <MoneyInput
          value={values.amountFrom}
          onChange={(amountFrom) => set({ amountFrom })}
          currency={values.currency}
          testId="route-from"
        />
      </Field>
      <Field span={4} label={t('seals.routes.amount-to')} path="amountTo" fault={fault}>
        <MoneyInput
          value={values.amountTo}
          onChange={(amountTo) => set({ amountTo })}
          currency={values.currency}
          testId="route-to"
        />
      </Field>
      <Field span={4} label={t('seals.routes.currency')} path="currency" fault={fault}>
        <Select
          value={values.currency}
          onChange={(currency) => set({ currency })}
          options={currencies.map((value) => ({ value, label: value }))}
          data-testid="route-currency"
        />
      </Field>
    </Fields>
  )
}

type StepProps = {
  readonly index: number
  readonly step: StepValues
  readonly onChange: (step: StepValues) => void
  readonly fault: Fault
}

const Step = ({ index, step, onChange, fault }: StepProps) => {
  const { t } = useWords()
  const set = (changes: Partial<StepValues>) => onChange({ ...step, ...changes })
  return (
    <Fields title={t('seals.routes.step', { step: index + 1 })}>
      <Field span={3} label={t('seals.routes.mode')}>
        <Select
          value={step.mode}
          onChange={(mode) => set({ mode })}
          options={(['any-of', 'all-of'] as const).map((value) => ({ value, label: t(`seals.approvals.${value}`) }))}
        />
      </Field>
      <Field span={9} label={t('seals.routes.people')} path={`steps.${index}.approvers`} fault={fault}>
        <ManyPicker
          types={['person']}
          value={step.people}
          onChange={(people) => set({ people })}
          testId={`route-people-${index}`}
        />
      </Field>
      <Field span={6} label={t('seals.routes.post')} hint={t('seals.routes.posts-hint')}>
        <TextInput value={step.posts} onChange={(posts) => set({ posts })} testId={`route-posts-${index}`} />
      </Field>
      <div className="field span-6">
        <Checkbox checked={step.isAnyApprover} onChange={(event) => set({ isAnyApprover: event.target.checked })}>
          {t('seals.routes.any-approver')}
        </Checkbox>
      </div>
    </Fields>
  )
}

const Retire = ({ route, onClose }: { route: Route; onClose: () => void }) => {
  const { t } = useWords()
  const retire = useCommand('seals.routeRetire')
  return (
    <>
      <ActButton
        kind="no"
        isActing={retire.isActing}
        onAct={() => void retire.act({ id: route.id, basedOn: route.heads }).then(({ ok }) => ok && onClose())}
        testId="route-retire"
      >
        {t('seals.routes.retire')}
      </ActButton>
      <FaultNote fault={retire.fault} />
    </>
  )
}

export const RouteSheet = ({ route, onClose }: { route: Route | undefined; onClose: () => void }) => {
  const { t } = useWords()
  const [values, setValues] = useState(() => valuesOf(route))
  const save = useCommand('seals.routeSet')
  const { fault } = save
  const set = (changes: Partial<RouteValues>) => setValues((before) => ({ ...before, ...changes }))
  const send = async () => {
    const answer = await save.act(inputOf(values, route))
    if (answer.ok) onClose()
  }
  const title = t(route === undefined ? 'seals.routes.new' : 'seals.routes.edit')
  return (
    <SideSheet title={title} onClose={onClose} width={720}>
      <EntryForm label={title} onSubmit={() => void send()}>
        <Fields>
          <Field span={8} label={t('seals.routes.name')} path="name" fault={fault}>
            <TextInput value={values.name} onChange={(name) => set({ name })} autoFocus testId="route-name" />
          </Field>
          <Field
            span={4}
            label={t('seals.routes.precedence')}
            path="precedence"
            fault={fault}
            hint={t('seals.routes.precedence-hint')}
          >
            <CountInput
              value={values.precedence}
              onChange={(precedence) => set({ precedence })}
              placeholder="100"
              testId="route-precedence"
            />
          </Field>
        </Fields>
        <Applies values={values} set={set} fault={fault} />
        {values.steps.map((step, index) => (
          <Step
            key={index}
            index={index}
            step={step}
            fault={fault}
            onChange={(next) => set({ steps: values.steps.map((one, at) => (at === index ? next : one)) })}
          />
        ))}
        <div className="form-acts">
          <ActButton keyName="Ctrl+d" onAct={() => set({ steps: [...values.steps, noStep] })} testId="route-add-step">
            {t('seals.routes.add-step')}
          </ActButton>
          {values.steps.length > 1 && (
            <ActButton onAct={() => set({ steps: values.steps.slice(0, -1) })}>{t('seals.routes.drop-step')}</ActButton>
          )}
        </div>
        <FaultNote fault={fault} />
        <p className="quiet">{t('seals.routes.saved')}</p>
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={save.isActing}
            onAct={() => void send()}
            testId="route-save"
          >
            {t('seals.routes.save')}
          </ActButton>
          {route !== undefined && !route.isRetired && <Retire route={route} onClose={onClose} />}
        </div>
      </EntryForm>
    </SideSheet>
  )
}
