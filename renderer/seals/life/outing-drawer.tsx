/** One outing: who has the seal where, until when, and checking it back in. */
import { Checkbox } from 'antd'
import { useState } from 'react'
import { partsOfOuting } from '../../../shared/seals/requests/confirming.ts'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PersonPicker, type Chosen } from '../../ui/record-picker.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'
import { ConfirmParts } from '../requests/confirm-parts.tsx'

type Found = Output<'seals.outingGet'>

const OutingFacts = ({ outing, isOverdue }: Found) => {
  const { t, list } = useWords()
  const isLate = outing.backAt !== undefined && outing.backAt > outing.dueBackAt
  const intact =
    outing.isIntact === undefined ? undefined : t(outing.isIntact ? 'seals.out.intact-yes' : 'seals.out.intact-no')
  const state = t(`seals.outing-status.${outing.status}`)
  return (
    <Facts
      facts={[
        [t('seals.out.state'), isOverdue ? `${state} · ${t('seals.out.overdue')}` : state],
        [t('seals.out.seal'), `${outing.seal.code} ${outing.seal.name}`],
        [t('seals.part.taker'), outing.taker.name],
        [t('seals.part.escort'), outing.escort.name],
        [t('seals.part.approver'), outing.approver?.name],
        [t('seals.part.custodian'), outing.custodian?.name],
        [t('seals.out.address'), outing.address],
        [t('seals.out.reason'), outing.reason],
        [t('seals.out.documents'), list(outing.documents)],
        [t('seals.out.request'), outing.request?.number],
        [t('seals.out.planned-out'), outing.plannedOutAt],
        [t('seals.out.due-back'), outing.dueBackAt],
        [t('seals.out.out-at'), outing.outAt],
        [t('seals.out.back-at'), outing.backAt && `${outing.backAt}${isLate ? ` · ${t('seals.out.late')}` : ''}`],
        [t('seals.part.checker'), outing.returnedTo?.name],
        [t('seals.out.condition'), [intact, outing.condition].filter(Boolean).join(' · ')],
        [t('field.endReason'), outing.endReason],
      ]}
    />
  )
}

/** The return check stands open where a seal is out: who is signed in checks it, and it is whole, unless told otherwise. */
const ReturnCheck = ({ found, onDone }: { found: Found; onDone: () => void }) => {
  const { t } = useWords()
  const { me } = useSession()
  const returning = useCommand('seals.outingReturn')
  const [checker, setChecker] = useState<Chosen>()
  const [isIntact, setIsIntact] = useState(true)
  const [condition, setCondition] = useState('')
  const check = async () => {
    const { outing, heads } = found
    const told = { returnedTo: checker?.id, isIntact, condition: condition === '' ? undefined : condition }
    const answer = await returning.act({ id: outing.id, basedOn: [...heads], ...told })
    if (answer.ok) onDone()
  }
  return (
    <EntryForm label={t('seals.out.return')} onSubmit={() => void check()}>
      <Fields title={t('seals.out.return')}>
        <Field span={6} label={t('seals.part.checker')} path="returnedTo" fault={returning.fault}>
          <PersonPicker value={checker} onChange={setChecker} placeholder={me.person.name} testId="return-checker" />
        </Field>
        <div className="field span-6">
          <Checkbox checked={isIntact} onChange={(event) => setIsIntact(event.target.checked)}>
            {t('seals.out.intact')}
          </Checkbox>
        </div>
        <Field span={12} label={t('seals.out.condition')} path="condition" fault={returning.fault}>
          <TextInput value={condition} onChange={setCondition} testId="return-condition" />
        </Field>
      </Fields>
      <FaultNote fault={returning.fault} />
      <div className="form-acts">
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isActing={returning.isActing}
          onAct={() => void check()}
          testId="outing-return"
        >
          {t('seals.out.return')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

const Planned = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const leaving = useCommand('seals.outingLeave')
  const cancelling = useCommand('seals.outingCancel')
  const [isCancelling, setIsCancelling] = useState(false)
  const seen = { id: found.outing.id, basedOn: [...found.heads] }
  return (
    <>
      <div className="form-acts">
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isActing={leaving.isActing}
          onAct={() => void leaving.act(seen)}
          testId="outing-leave"
        >
          {t('seals.out.leave')}
        </ActButton>
        <ActButton kind="no" keyName="d" onAct={() => setIsCancelling(true)} testId="outing-cancel">
          {t('seals.out.cancel')}
        </ActButton>
      </div>
      <FaultNote fault={leaving.fault} />
      {isCancelling && (
        <ConfirmReason
          title={t('seals.out.cancel')}
          doLabel={t('seals.out.cancel')}
          fault={cancelling.fault}
          isActing={cancelling.isActing}
          onCancel={() => setIsCancelling(false)}
          onConfirm={(reason) =>
            void cancelling.act({ ...seen, reason }).then(({ ok }) => ok && setIsCancelling(false))
          }
        >
          {t('seals.out.cancel-what')}
        </ConfirmReason>
      )}
    </>
  )
}

export const OutingDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const { data, fault } = useOperation('seals.outingGet', { id }, { subjects: ['seal_outing'] })
  const [isPrinting, setIsPrinting] = useState(false)
  const [isBack, setIsBack] = useState(false)
  const outing = data?.outing
  const request = outing?.request
  return (
    <RecordDrawer
      title={outing === undefined ? t('ui.loading') : `${outing.number} ${outing.seal.name}`}
      subject={id}
      onClose={onClose}
      actions={
        <>
          {may('documents.read') && (
            <ActButton keyName="Ctrl+p" onAct={() => setIsPrinting(true)} testId="outing-print">
              {t('seals.out.print')}
            </ActButton>
          )}
          {outing?.status === 'returned' && request !== undefined && may('seals.use') && (
            <ActButton keyName="F2" onAct={() => go('seals.use', { request: request.id })}>
              {t('seals.out.register-uses')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={fault} />
      {isBack && outing !== undefined && (
        <SuccessLine number={outing.number}>{t('seals.out.returned-next')}</SuccessLine>
      )}
      {data !== undefined && <OutingFacts {...data} />}
      {outing !== undefined && partsOfOuting(outing).length > 0 && (
        <ConfirmParts type="seal_outing" id={id} parts={partsOfOuting(outing)} record={outing} />
      )}
      {data?.outing.status === 'out' && may('seals.use') && <ReturnCheck found={data} onDone={() => setIsBack(true)} />}
      {data?.outing.status === 'planned' && may('seals.use') && <Planned found={data} />}
      {isPrinting && <DocumentPreview form="seal-outing" subject={id} onClose={() => setIsPrinting(false)} />}
    </RecordDrawer>
  )
}
