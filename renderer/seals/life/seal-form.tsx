/** Registering a seal, or changing its master fields and impression. */
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { sealKinds, sealShapes, sealTypes } from '../../../shared/seals/records.ts'
import type { Input, Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import type { PageProps } from '../../shell/registers.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { CountInput, DateInput, TextInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonPicker, type Chosen } from '../../ui/record-picker.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'
import { ImpressionChoice, type Picture } from '../use/impression-choice.tsx'
import { SinceFields, useSince } from './seal-since.tsx'

type Seal = Output<'seals.get'>['seal']
type Master = Input<'seals.register'>

type Values = Pick<Master, 'type' | 'kind' | 'shape' | 'widthMm' | 'heightMm' | 'engravedOn' | 'isHighRisk'> & {
  readonly code: string
  readonly texts: Readonly<Record<TextName, string>>
  readonly custodian: Chosen | undefined
  readonly coCustodian: Chosen | undefined
  readonly impression: Picture | undefined
}

const textNames = [
  'name',
  'shortName',
  'inscription',
  'material',
  'filingNumber',
  'registrar',
  'owner',
  'place',
  'scope',
  'rule',
  'remarks',
] as const
type TextName = (typeof textNames)[number]

const labels = {
  name: 'seals.cabinet.name',
  shortName: 'seals.cabinet.short-name',
  inscription: 'seals.cabinet.inscription',
  material: 'seals.cabinet.material',
  filingNumber: 'seals.cabinet.filing',
  registrar: 'seals.cabinet.registrar',
  owner: 'seals.cabinet.owner',
  place: 'seals.cabinet.place',
  scope: 'seals.cabinet.scope',
  rule: 'seals.cabinet.rule',
  remarks: 'seals.cabinet.remarks',
} as const

const valuesOf = (seal: Seal | undefined): Values => ({
  code: seal?.code ?? '',
  texts: Object.fromEntries(textNames.map((name) => [name, seal?.[name] ?? ''])) as Values['texts'],
  type: seal?.type ?? 'contract',
  kind: seal?.kind ?? 'physical',
  shape: seal?.shape ?? 'round',
  widthMm: seal?.widthMm ?? 42,
  heightMm: seal?.heightMm ?? 42,
  engravedOn: seal?.engravedOn,
  isHighRisk: seal?.isHighRisk ?? false,
  custodian: seal?.custodian,
  coCustodian: seal?.coCustodian,
  impression: undefined,
})

const masterOf = ({ code: _c, texts, custodian, coCustodian, impression: _i, ...plain }: Values) => ({
  ...plain,
  ...texts,
  custodian: custodian?.id,
  coCustodian: coCustodian?.id,
})

/** What was there and is gone is taken away, not left as it was. */
const changeOf = (values: Values): Input<'seals.change'>['change'] => ({
  ...masterOf(values),
  custodian: values.custodian?.id ?? null,
  coCustodian: values.coCustodian?.id ?? null,
  engravedOn: values.engravedOn ?? null,
})

type FormProps = { readonly seal: Seal | undefined; readonly heads: string[] }

const SealFields = ({ seal, heads }: FormProps) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const [values, setValues] = useState(() => valuesOf(seal))
  const set = (changes: Partial<Values>) => setValues((before) => ({ ...before, ...changes }))
  const register = useCommand('seals.register')
  const change = useCommand('seals.change')
  const fault = register.fault ?? change.fault
  const since = useSince()
  const [wasInUse, setWasInUse] = useState(false)
  const save = async () => {
    const { impression, code } = values
    if (seal === undefined) {
      const answer = await register.act({ ...masterOf(values), code, impression, ...since.input })
      if (!answer.ok) return
      setValues(valuesOf(undefined))
      setWasInUse(since.isInUse)
      since.clear()
      return
    }
    const answer = await change.act({ id: seal.id, basedOn: heads, change: changeOf(values), impression })
    if (answer.ok) go('seals.cabinet', { seal: seal.id })
  }
  return (
    <>
      {register.value !== undefined && (
        <SuccessLine number={register.value.code}>{wasInUse ? null : t('seals.cabinet.activate-next')}</SuccessLine>
      )}
      <EntryForm label={t('seals.cabinet.register')} onSubmit={() => void save()}>
        <Fields>
          <Field span={3} label={t('seals.cabinet.code')} isRequired path="code" fault={fault}>
            <TextInput
              value={values.code}
              onChange={(code) => set({ code: code.toUpperCase() })}
              isDisabled={seal !== undefined}
              autoFocus={seal === undefined}
              testId="seal-code"
            />
          </Field>
          <Field span={3} label={t('seals.cabinet.type')}>
            <Select
              value={values.type}
              onChange={(type) => set({ type })}
              options={sealTypes.map((value) => ({ value, label: t(`seals.type.${value}`) }))}
            />
          </Field>
          <Field span={3} label={t('seals.cabinet.kind')}>
            <Select
              value={values.kind}
              onChange={(kind) => set({ kind })}
              options={sealKinds.map((value) => ({ value, label: t(`seals.kind.${value}`) }))}
            />
          </Field>
          <Field span={3} label={t('seals.cabinet.shape')}>
            <Select
              value={values.shape}
              onChange={(shape) => set({ shape })}
              options={sealShapes.map((value) => ({ value, label: t(`seals.shape.${value}`) }))}
            />
          </Field>
          <Field span={3} label={t('seals.cabinet.width')} isRequired path="widthMm" fault={fault}>
            <CountInput value={values.widthMm} onChange={(widthMm) => set({ widthMm })} />
          </Field>
          <Field span={3} label={t('seals.cabinet.height')} path="heightMm" fault={fault}>
            <CountInput value={values.heightMm} onChange={(heightMm) => set({ heightMm })} />
          </Field>
          <Field span={3} label={t('seals.cabinet.custodian')} path="custodian" fault={fault}>
            <PersonPicker
              value={values.custodian}
              onChange={(custodian) => set({ custodian })}
              testId="seal-custodian"
            />
          </Field>
          <Field span={3} label={t('seals.cabinet.co-custodian')}>
            <PersonPicker value={values.coCustodian} onChange={(coCustodian) => set({ coCustodian })} />
          </Field>
          {textNames.map((name) => (
            <Field key={name} span={6} label={t(labels[name])} isRequired={name === 'name'} path={name} fault={fault}>
              <TextInput
                value={values.texts[name]}
                onChange={(text) => set({ texts: { ...values.texts, [name]: text } })}
                testId={`seal-${name}`}
              />
            </Field>
          ))}
          <Field span={6} label={t('seals.cabinet.engraved')} path="engravedOn" fault={fault}>
            <DateInput value={values.engravedOn} onChange={(engravedOn) => set({ engravedOn })} />
          </Field>
          <div className="field span-6">
            <Checkbox
              checked={values.isHighRisk === true}
              onChange={(event) => set({ isHighRisk: event.target.checked })}
            >
              {t('seals.cabinet.high-risk')}
            </Checkbox>
          </div>
          {seal === undefined && <SinceFields since={since} custodian={values.custodian} fault={fault} />}
          <ImpressionChoice value={values.impression} onChange={(impression) => set({ impression })} />
        </Fields>
        <FaultNote fault={fault} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={register.isActing || change.isActing}
            onAct={() => void save()}
            testId="seal-save"
          >
            {t('ui.save')}
          </ActButton>
        </div>
      </EntryForm>
    </>
  )
}

export const SealForm = ({ params }: PageProps) => {
  const { t } = useWords()
  const id = params['seal']
  const { data, fault } = useOperation('seals.get', { id }, { enabled: id !== undefined, subjects: [] })
  return (
    <Page
      title={t(id === undefined ? 'seals.cabinet.register' : 'seals.cabinet.edit')}
      about={data && `${data.seal.code} ${data.seal.name}`}
      width="form"
    >
      <FaultNote fault={fault} />
      {(id === undefined || data !== undefined) && <SealFields seal={data?.seal} heads={data?.heads ?? []} />}
    </Page>
  )
}
