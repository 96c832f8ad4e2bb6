/** The fields of an act in a seal's life: each act asks only for what its form has. */
import type { ReactNode } from 'react'
import type { LifeActName } from '../../../shared/seals/life/life-records.ts'
import { needsApprover } from '../../../shared/seals/life/life-rules.ts'
import type { DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { Field } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { PersonPicker, RecordPicker } from '../../ui/record-picker.tsx'
import { ImpressionChoice } from '../use/impression-choice.tsx'
import type { ActValues, Seal } from './life-act-values.ts'

export type ActPart = {
  readonly values: ActValues
  readonly set: (changes: Partial<ActValues>) => void
  readonly fault: DeskFault | undefined
}

type TextName = {
  [K in keyof ActValues]: ActValues[K] extends string ? K : never
}[keyof ActValues]

type Line = ActPart & {
  readonly name: TextName
  readonly path?: string
  readonly label: string
  readonly span?: 2 | 3 | 4 | 6 | 8 | 12
  readonly autoFocus?: boolean
  readonly isRequired?: boolean
}

const Text = ({ values, set, fault, name, path = name, label, span = 6, ...how }: Line) => (
  <Field span={span} label={label} path={path} fault={fault} isRequired={how.isRequired === true}>
    <TextInput
      value={values[name]}
      onChange={(text) => set({ [name]: text })}
      autoFocus={how.autoFocus === true}
      testId={`act-${name}`}
    />
  </Field>
)

const Approver = ({ values, set, fault }: ActPart) => {
  const { t } = useWords()
  return (
    <Field
      span={6}
      label={t('seals.part.approver')}
      path="approver"
      fault={fault}
      problem={fault?.code === 'approver-needed' ? t('invalid.required') : undefined}
      hint={t('seals.life.approver-hint')}
      isRequired
    >
      <PersonPicker value={values.approver} onChange={(approver) => set({ approver })} testId="act-approver" />
    </Field>
  )
}

const Witnesses = ({ values, set, fault }: ActPart) => {
  const { t } = useWords()
  return values.witnesses.map((witness, index) => (
    <Field
      key={index === 0 ? 'first' : 'second'}
      span={6}
      label={`${t('seals.part.destruction-witness')} ${index + 1}`}
      path={index === 0 ? 'witnesses' : ''}
      fault={fault}
      problem={fault?.code === 'witnesses-too-few' && witness === undefined ? t('invalid.required') : undefined}
      isRequired
    >
      <PersonPicker
        value={witness}
        onChange={(chosen) =>
          set({ witnesses: values.witnesses.map((one, place) => (place === index ? chosen : one)) })
        }
        testId={`act-witness-${index}`}
      />
    </Field>
  ))
}

type StepDay = Omit<Line, 'name'> & { readonly name: 'policeOn' | 'noticeOn' | 'bankOn' }

const StepOn = ({ values, set, fault, name, path = name, label, span = 4 }: StepDay) => {
  const { t } = useWords()
  return (
    <Field span={span} label={label} path={path} fault={fault} hint={t('seals.life.on-hint')}>
      <DateInput value={values[name]} onChange={(on) => set({ [name]: on })} testId={`act-${name}`} />
    </Field>
  )
}

/** 报案、登报、通知银行, each with its number and its day: all may come later. */
export const LossSteps = (part: ActPart) => {
  const { t } = useWords()
  return (
    <>
      <Text {...part} name="policeReceipt" path="police.receipt" label={t('seals.life.police-receipt')} span={4} />
      <Text {...part} name="station" path="police.station" label={t('seals.life.station')} span={4} />
      <StepOn {...part} name="policeOn" path="police.on" label={t('seals.life.police-on')} span={4} />
      <Text {...part} name="newspaper" path="notice.newspaper" label={t('seals.life.newspaper')} span={4} />
      <Text {...part} name="page" path="notice.page" label={t('seals.life.newspaper-page')} span={2} />
      <Text {...part} name="noticeReceipt" path="notice.receipt" label={t('seals.life.notice-receipt')} span={3} />
      <StepOn {...part} name="noticeOn" path="notice.on" label={t('seals.life.notice-on')} span={3} />
      <Text {...part} name="bank" path="bank.name" label={t('seals.life.bank')} span={4} />
      <Text {...part} name="bankReceipt" path="bank.receipt" label={t('seals.life.bank-receipt')} span={4} />
      <StepOn {...part} name="bankOn" path="bank.on" label={t('seals.life.bank-on')} span={4} />
    </>
  )
}

export const Replacement = ({ values, set, fault }: ActPart) => {
  const { t } = useWords()
  return (
    <Field span={6} label={t('seals.life.replacement')} path="replacement" fault={fault}>
      <RecordPicker
        types={['seal']}
        value={values.replacement}
        onChange={(replacement) => set({ replacement })}
        placeholder={t('seals.use.pick-seal')}
      />
    </Field>
  )
}

const On = ({ values, set, fault }: ActPart) => {
  const { t } = useWords()
  return (
    <Field span={6} label={t('seals.life.on')} path="on" fault={fault} hint={t('seals.life.on-hint')}>
      <DateInput value={values.on} onChange={(on) => set({ on })} />
    </Field>
  )
}

const Receiver = ({ values, set, fault }: ActPart) => {
  const { t } = useWords()
  return (
    <Field span={6} label={t('seals.life.received-by')} path="receivedBy" fault={fault} isRequired>
      <PersonPicker
        value={values.receivedBy}
        onChange={(receivedBy) => set({ receivedBy })}
        autoFocus
        testId="act-receivedBy"
      />
    </Field>
  )
}

const KeepUntil = ({ values, set, fault }: ActPart) => {
  const { t } = useWords()
  return (
    <Field span={6} label={t('seals.life.keep-until')} path="keepUntil" fault={fault}>
      <DateInput value={values.keepUntil} onChange={(keepUntil) => set({ keepUntil })} />
    </Field>
  )
}

export const ActFields = ({ act, seal, ...part }: ActPart & { act: LifeActName; seal: Seal }) => {
  const { t } = useWords()
  const reason = <Text {...part} name="reason" label={t('seals.life.reason')} span={12} autoFocus isRequired />
  const why = <Text {...part} name="reason" label={t('seals.life.reason')} span={6} />
  const approver = needsApprover(seal, act) ? <Approver {...part} /> : null
  const on = <On {...part} />
  const place = (isFirst: boolean) => (
    <Text {...part} name="place" label={t('seals.life.place')} autoFocus={isFirst} isRequired={isFirst} />
  )
  const byAct: Readonly<Record<LifeActName, ReactNode>> = {
    activated: (
      <>
        <Receiver {...part} />
        <Text {...part} name="filingNumber" label={t('seals.cabinet.filing')} />
        {place(false)}
        {on}
        <ImpressionChoice value={part.values.impression} onChange={(impression) => part.set({ impression })} />
      </>
    ),
    retired: (
      <>
        {reason}
        {approver}
        {on}
      </>
    ),
    resumed: (
      <>
        {reason}
        {approver}
        {place(false)}
        {on}
      </>
    ),
    'sealed-away': (
      <>
        {place(true)}
        <KeepUntil {...part} />
        {approver}
        {why}
        {on}
      </>
    ),
    destroyed: (
      <>
        <Text {...part} name="method" label={t('seals.life.method')} autoFocus isRequired />
        {approver}
        <Witnesses {...part} />
        <Text {...part} name="receipt" label={t('seals.life.receipt')} />
        {on}
        {why}
      </>
    ),
    lost: (
      <>
        {reason}
        <Text {...part} name="place" label={t('seals.life.lost-at')} />
        {on}
        <LossSteps {...part} />
      </>
    ),
    found: (
      <>
        {place(true)}
        {why}
        {on}
      </>
    ),
  }
  return byAct[act]
}
