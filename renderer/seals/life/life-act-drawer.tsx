/** One act in a seal's life: what it says, its printed form, and noting the steps that come later. */
import { useState } from 'react'
import { formOfAct } from '../../../shared/documents/life-forms.ts'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import type { Output } from '../../shell/contract.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { AttachmentList } from '../../attachments/attachment-list.tsx'
import { partsOfAct } from '../../../shared/seals/requests/confirming.ts'
import { ConfirmParts } from '../requests/confirm-parts.tsx'
import { LossSteps, Replacement } from './life-act-fields.tsx'
import { startOf, stepsOf, type ActValues, type Seal } from './life-act-values.ts'

type Act = Output<'seals.lifeAct'>['act']

const parts = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join(' · ')

const ActFacts = ({ act }: { act: Act }) => {
  const { t, list } = useWords()
  return (
    <Facts
      facts={[
        [t('seals.book.seal'), `${act.seal.code} ${act.seal.name}`],
        [t('seals.life.on'), act.on],
        [t('seals.life.change'), `${t(`seals.status.${act.from}`)} → ${t(`seals.status.${act.status}`)}`],
        [t('seals.life.reason'), act.reason],
        [t('seals.part.custodian'), act.custodian?.name],
        [t('seals.life.received-by'), act.receivedBy?.name],
        [t('seals.cabinet.filing'), act.filingNumber],
        [t(act.act === 'lost' ? 'seals.life.lost-at' : 'seals.life.place'), act.place],
        [t('seals.life.keep-until'), act.keepUntil],
        [t('seals.life.method'), act.method],
        [t('seals.part.destruction-witness'), act.witnesses && list(act.witnesses.map(({ name }) => name))],
        [t('seals.part.approver'), act.approver?.name],
        [t('seals.life.receipt'), act.receipt],
        [t('seals.life.police-receipt'), act.police && parts(act.police.receipt, act.police.on, act.police.station)],
        [
          t('seals.life.newspaper'),
          act.notice && parts(act.notice.newspaper, act.notice.on, act.notice.page, act.notice.receipt),
        ],
        [t('seals.life.bank'), act.bank && parts(act.bank.name, act.bank.on, act.bank.receipt)],
        [t('seals.life.replacement'), act.replacement && `${act.replacement.code} ${act.replacement.name}`],
        [t('seals.cabinet.remarks'), act.remarks],
        [t('seals.part.enterer'), parts(act.by.name, act.enteredAt)],
      ]}
    />
  )
}

type NoteProps = {
  readonly act: Act
  readonly seal: Seal
  readonly heads: readonly string[]
  readonly onDone: () => void
}

const NoteStep = ({ act, seal, heads, onDone }: NoteProps) => {
  const { t } = useWords()
  const today = useSession().office.today ?? ''
  const noting = useCommand('seals.noteStep')
  const [values, setValues] = useState<ActValues>(() => ({ ...startOf(seal), remarks: act.remarks ?? '' }))
  const set = (changes: Partial<ActValues>) => setValues((before) => ({ ...before, ...changes }))
  const isLoss = act.act === 'lost'
  const note = async () => {
    const answer = await noting.act({
      id: act.id,
      basedOn: [...heads],
      ...(isLoss ? stepsOf(values, today) : {}),
      replacement: values.replacement?.id,
      receipt: values.receipt === '' ? undefined : values.receipt,
      remarks: values.remarks,
    })
    if (answer.ok) onDone()
  }
  const part = { values, set, fault: noting.fault }
  return (
    <MiddleSheet title={`${t('seals.life.note')} · ${act.number}`} width={680} onClose={onDone}>
      <EntryForm label={t('seals.life.note')} onSubmit={() => void note()}>
        <Fields>
          {isLoss && <LossSteps {...part} />}
          {isLoss && <Replacement {...part} />}
          {act.act === 'destroyed' && (
            <Field span={6} label={t('seals.life.receipt')} path="receipt" fault={noting.fault}>
              <TextInput value={values.receipt} onChange={(receipt) => set({ receipt })} autoFocus />
            </Field>
          )}
          <Field span={12} label={t('seals.cabinet.remarks')}>
            <TextInput value={values.remarks} onChange={(remarks) => set({ remarks })} />
          </Field>
        </Fields>
        <FaultNote fault={noting.fault} />
        <div className="form-acts">
          <ActButton kind="primary" keyName="Ctrl+Enter" isActing={noting.isActing} onAct={() => void note()}>
            {t('seals.life.note')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}

type Props = { readonly id: string; readonly seal: Seal; readonly onClose: () => void }

export const LifeActDrawer = ({ id, seal, onClose }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data, fault } = useOperation('seals.lifeAct', { id }, { subjects: ['seal_life_act'] })
  const [doing, setDoing] = useState<'print' | 'note'>()
  const act = data?.act
  const form = act && formOfAct(act.act)
  return (
    <RecordDrawer
      title={act === undefined ? t('ui.loading') : `${act.number} ${t(`seals.act.${act.act}`)}`}
      subject={id}
      onClose={onClose}
      actions={
        <>
          {form !== undefined && may('documents.read') && (
            <ActButton kind="primary" keyName="Ctrl+p" onAct={() => setDoing('print')} testId="act-print">
              {t('seals.life.print')}
            </ActButton>
          )}
          {may('seals.manage') && act !== undefined && (
            <ActButton keyName="n" onAct={() => setDoing('note')} testId="act-note">
              {t('seals.life.note')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={fault} />
      {act !== undefined && <ActFacts act={act} />}
      {act !== undefined && <ConfirmParts type="seal_life_act" id={id} parts={partsOfAct(act)} record={act} />}
      <AttachmentList type="seal_life_act" subject={id} kind="photo" />
      {doing === 'print' && form !== undefined && (
        <DocumentPreview form={form} subject={id} onClose={() => setDoing(undefined)} />
      )}
      {doing === 'note' && data !== undefined && (
        <NoteStep act={data.act} heads={data.heads} seal={seal} onDone={() => setDoing(undefined)} />
      )}
    </RecordDrawer>
  )
}
