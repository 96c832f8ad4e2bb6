/** Issuing a delegation: from the office, or passed on from one that permits it. */
import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { aggregatePeriods, authorityActions, contractTypes, delegationKinds } from '../../shared/contracts/kinds.ts'
import { currencies } from '../../shared/office/money.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { CountInput, DateInput, MoneyInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { PeoplePicker } from '../ui/people-picker.tsx'
import { PersonPicker, RecordPicker, type Chosen } from '../ui/record-picker.tsx'
import { Part, type DelegationFormState, type PartProps } from './delegation-part.tsx'
import { SecondPerson, useIssuing } from './delegation-paper.tsx'
import { fromParent, inputOf, noDelegation, type DelegationValues } from './delegation-values.ts'
import './contracts.css'

const Who = ({ form, fault, onParent }: PartProps & { onParent: (parent: Chosen | undefined) => void }) => {
  const { t } = useWords()
  const { bind, values } = form
  const isSingle = values.kind === 'single'
  return (
    <Fields>
      <Part name="kind" span={2} fault={fault} isRequired>
        <Select
          {...bind('kind')}
          options={delegationKinds.map((value) => ({ value, label: t(`delegations.kind.${value}`) }))}
        />
      </Part>
      <Part name="parent" span={4} fault={fault}>
        <RecordPicker
          types={['delegation']}
          value={values.parent}
          onChange={onParent}
          placeholder={t('delegations.office')}
          testId="delegation-parent"
        />
      </Part>
      <Part name="delegator" span={3} fault={fault} isRequired={values.parent !== undefined}>
        <PersonPicker
          {...bind('delegator')}
          placeholder={t('delegations.office')}
          isDisabled={values.parent === undefined}
          testId="delegation-delegator"
        />
      </Part>
      <Field span={3} label={t('delegations.actions')} isRequired path="actions" fault={fault}>
        <Select
          mode="multiple"
          {...bind('actions')}
          options={authorityActions.map((value) => ({ value, label: t(`delegations.action.${value}`) }))}
        />
      </Field>
      {values.kind !== 'post' && (
        <Part name="delegate" span={isSingle ? 6 : 12} fault={fault} isRequired={!isSingle || values.post === ''}>
          <PersonPicker {...bind('delegate')} autoFocus testId="delegation-delegate" />
        </Part>
      )}
      {values.kind !== 'standing' && (
        <Part
          name="post"
          span={isSingle ? 6 : 12}
          fault={fault}
          isRequired={!isSingle || values.delegate === undefined}
        >
          <TextInput
            {...bind('post')}
            isDisabled={isSingle && values.delegate !== undefined}
            placeholder={t('delegations.post-hint')}
            testId="delegation-post"
          />
        </Part>
      )}
    </Fields>
  )
}

const What = ({ form, fault }: PartProps) => {
  const { t } = useWords()
  const { bind, values } = form
  const types = contractTypes.map((value) => ({ value, label: t(`contracts.type.${value}`) }))
  return (
    <Fields>
      <Part name="contractTypes" span={6} fault={fault}>
        <Select mode="multiple" {...bind('contractTypes')} placeholder={t('delegations.allTypes')} options={types} />
      </Part>
      <Part name="excludedTypes" span={6} fault={fault}>
        <Select mode="multiple" {...bind('excludedTypes')} options={types} />
      </Part>
      <Part name="counterparties" span={6} fault={fault}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          {...bind('counterparties')}
          placeholder={t('delegations.anyCounterparty')}
        />
      </Part>
      <Part name="excludedCounterparties" span={6} fault={fault}>
        <Select mode="tags" open={false} suffixIcon={null} {...bind('excludedCounterparties')} />
      </Part>
      {values.kind === 'single' && (
        <>
          <Part name="contract" span={6} fault={fault} isRequired={values.matter === ''}>
            <RecordPicker types={['contract']} {...bind('contract')} placeholder={t('authority.contract-place')} />
          </Part>
          <Part name="matter" span={6} fault={fault} isRequired={values.contract === undefined}>
            <TextInput {...bind('matter')} placeholder={t('delegations.matter-hint')} testId="delegation-matter" />
          </Part>
        </>
      )}
    </Fields>
  )
}

const HowFar = ({ form, fault, isPaper }: PartProps & { isPaper: boolean }) => {
  const { t } = useWords()
  const { bind, values } = form
  return (
    <Fields>
      <Part name="limit" span={4} fault={fault}>
        <MoneyInput
          {...bind('limit')}
          currency={values.currency}
          placeholder={t('delegations.unlimited')}
          testId="delegation-limit"
        />
      </Part>
      <Part
        name="currency"
        span={2}
        fault={fault}
        isRequired={values.limit !== undefined || values.aggregateLimit !== undefined}
      >
        <Select {...bind('currency')} options={currencies.map((value) => ({ value, label: value }))} />
      </Part>
      <Part name="aggregateLimit" span={4} fault={fault}>
        <MoneyInput {...bind('aggregateLimit')} currency={values.currency} placeholder={t('delegations.unlimited')} />
      </Part>
      <Part name="aggregatePeriod" span={2} fault={fault} isRequired={values.aggregateLimit !== undefined}>
        <Select
          {...bind('aggregatePeriod')}
          disabled={values.aggregateLimit === undefined}
          options={aggregatePeriods.map((value) => ({ value, label: t(`delegations.period.${value}`) }))}
        />
      </Part>
      <Part name="validFrom" span={3} fault={fault} isRequired>
        <DateInput {...bind('validFrom')} />
      </Part>
      <Part name="validTo" span={3} fault={fault} isRequired={values.kind === 'single'}>
        <DateInput {...bind('validTo')} />
      </Part>
      <Part name="longestMonths" span={3} fault={fault}>
        <CountInput {...bind('longestMonths')} />
      </Part>
      <Part name="depth" span={3} fault={fault}>
        <CountInput {...bind('depth')} testId="delegation-depth" />
      </Part>
      <Part name="jointNeeded" span={3} fault={fault} isRequired={values.jointSigners.length > 0}>
        <CountInput {...bind('jointNeeded')} testId="delegation-joint" />
      </Part>
      <Part name="jointSigners" span={6} fault={fault}>
        <PeoplePicker {...bind('jointSigners')} testId="delegation-signers" />
      </Part>
      <Part name="originals" span={3} fault={fault}>
        <CountInput {...bind('originals')} />
      </Part>
      <Part name="originalNumber" span={3} fault={fault} isRequired={isPaper}>
        <TextInput {...bind('originalNumber')} testId="delegation-original" />
      </Part>
      <Part name="remarks" span={9} fault={fault}>
        <TextInput {...bind('remarks')} />
      </Part>
    </Fields>
  )
}

/** Fills the form from the chosen parent once it is read; what the clerk changed afterwards stays. */
const useParent = (form: DelegationFormState): void => {
  const id = form.values.parent?.id
  const { data } = useOperation('delegations.get', { id: id ?? '' }, { enabled: id !== undefined })
  const filled = useRef<string>(undefined)
  const { set, values } = form
  useEffect(() => {
    if (id === undefined) filled.current = undefined
    if (data === undefined || data.delegation.id !== id || filled.current === id) return
    filled.current = id
    set(fromParent(data.delegation, values.delegator))
  }, [data, id, set, values.delegator])
}

export const DelegationForm = ({ params }: PageProps) => {
  const { t } = useWords()
  const { office } = useSession()
  const { replace } = usePlaces()
  const given = params['parent']
  const blank = noDelegation(office.today)
  const parent = given === undefined ? undefined : { id: given, name: '…' }
  const form = useForm<DelegationValues>(`contracts.delegate.${given ?? 'new'}`, { ...blank, parent })
  useParent(form)
  const { issue, second, isPaper, send } = useIssuing()
  const title = t(isPaper ? 'delegations.paper' : 'delegations.issue')
  const submit = async () => {
    if (issue.isActing) return
    const answer = await send(inputOf(form.values))
    if (!answer.ok) return
    form.clear()
    replace('contracts.delegations', { id: answer.value.id })
  }
  const chooseParent = (chosen: Chosen | undefined) =>
    form.set(chosen === undefined ? { parent: undefined, delegator: undefined } : { parent: chosen })
  return (
    <Page title={title} about={form.values.parent?.name} width="form">
      <EntryForm label={title} onSubmit={() => void submit()}>
        <Who form={form} fault={issue.fault} onParent={chooseParent} />
        <What form={form} fault={issue.fault} />
        <HowFar form={form} fault={issue.fault} isPaper={isPaper} />
        {isPaper && <SecondPerson {...second} fault={issue.fault} />}
        <FaultNote fault={issue.fault} names={{ 'second.staffNo': t('delegations.second') }} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={issue.isActing}
            onAct={() => void submit()}
            testId="delegation-do"
          >
            {title}
          </ActButton>
        </div>
      </EntryForm>
    </Page>
  )
}
