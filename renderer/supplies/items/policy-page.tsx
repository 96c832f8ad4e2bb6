/** From where on an approver is asked 审批档: far over quota, from an amount of a slip, from a price of a piece; one per office. */
import { Select } from 'antd'
import { useState } from 'react'
import { bandMeasures, type Band, type PolicyFields } from '../../../shared/supplies/items/policy.ts'
import { useCommand, useOperation, type Acting } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { CountInput, MoneyInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'

type BandDraft = { readonly measure: Band['measure']; readonly from: number | undefined; readonly post: string }

export const PolicyPage = () => {
  const { t } = useWords()
  const { data, fault } = useOperation('supplies.policy', {}, { subjects: ['supply_policy'] })
  const save = useCommand('supplies.policySet')
  return (
    <Page title={t('supplies.policy.title')} width="form">
      <p className="quiet">{t('supplies.policy.what')}</p>
      <FaultNote fault={fault} />
      {data !== undefined && <PolicyForm key={data.heads.join()} policy={data.policy} heads={data.heads} save={save} />}
      {save.value !== undefined && <p role="status">{t('supplies.policy.saved')}</p>}
    </Page>
  )
}

const draftOf = ({ measure, from, post = '' }: Band): BandDraft => ({ measure, from, post })

type FormProps = {
  readonly policy: PolicyFields
  readonly heads: string[]
  readonly save: Acting<'supplies.policySet'>
}

const PolicyForm = ({ policy, heads, save }: FormProps) => {
  const { t } = useWords()
  const [percent, setPercent] = useState<number | undefined>(policy.overQuotaPercent ?? undefined)
  const [requests, setRequests] = useState(policy.requests)
  const [bands, setBands] = useState<readonly BandDraft[]>(policy.bands.map(draftOf))
  const change = (index: number, changes: Partial<BandDraft>) =>
    setBands((before) => before.map((band, at) => (at === index ? { ...band, ...changes } : band)))
  const submit = () =>
    void save.act({
      basedOn: heads,
      overQuotaPercent: percent ?? null,
      requests,
      bands: bands.flatMap(({ measure, from, post }) =>
        from === undefined ? [] : [{ measure, from, ...(post.trim() === '' ? {} : { post }) }],
      ),
    })
  return (
    <EntryForm label={t('supplies.policy.title')} onSubmit={submit}>
      <Fields>
        <Field label={t('supplies.policy.percent')} hint={t('supplies.policy.percent.hint')} span={6}>
          <CountInput value={percent} onChange={setPercent} autoFocus testId="policy-percent" />
        </Field>
        <Field label={t('supplies.policy.requests')} span={6}>
          <Select
            value={requests}
            options={(['all', 'bands'] as const).map((value) => ({
              value,
              label: t(`supplies.policy.requests.${value}`),
            }))}
            onChange={setRequests}
          />
        </Field>
      </Fields>
      {bands.map((band, index) => (
        <Fields key={index}>
          <Field label={t('supplies.policy.measure')} span={4}>
            <Select
              value={band.measure}
              options={bandMeasures.map((value) => ({ value, label: t(`supplies.policy.measure.${value}`) }))}
              onChange={(measure) => change(index, { measure })}
            />
          </Field>
          <Field label={t('supplies.policy.from')} path={`bands.${index}.from`} fault={save.fault} span={3}>
            <MoneyInput value={band.from} onChange={(from) => change(index, { from })} testId="band-from" />
          </Field>
          <Field label={t('supplies.policy.post')} hint={t('supplies.policy.post.hint')} span={4}>
            <TextInput value={band.post} onChange={(post) => change(index, { post })} />
          </Field>
        </Fields>
      ))}
      <FaultNote fault={save.fault} />
      <div className="form-acts">
        <ActButton
          keyName="Alt+n"
          onAct={() => setBands((before) => [...before, { measure: 'slip', from: undefined, post: '' }])}
          testId="band-add"
        >
          {t('supplies.policy.add')}
        </ActButton>
        <ActButton kind="primary" keyName="Ctrl+Enter" onAct={submit} isActing={save.isActing} testId="policy-save">
          {t('supplies.policy.save')}
        </ActButton>
      </div>
    </EntryForm>
  )
}
