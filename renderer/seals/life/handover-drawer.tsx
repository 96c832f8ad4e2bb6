/** One handover: from whom to whom, and answering it where it is offered to who is signed in. */
import { useState } from 'react'
import { partsOfHandover } from '../../../shared/seals/requests/confirming.ts'
import { ConfirmParts } from '../requests/confirm-parts.tsx'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import type { Output } from '../../shell/contract.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'

type Found = Output<'seals.handoverGet'>

const HandoverFacts = ({ handover }: Pick<Found, 'handover'>) => {
  const { t, list, clauses } = useWords()
  const answers = handover.answers ?? []
  return (
    <>
      {answers.length > 1 && (
        <p className="history-conflict" role="alert">
          {t('seals.out.two-answers')}
          {clauses(
            answers.map((one) => `${t(`seals.handover-status.${one.status}`)} ${one.answeredDesk} ${one.answeredAt}`),
          )}
        </p>
      )}
      <Facts
        facts={[
          [t('seals.out.state'), t(`seals.handover-status.${handover.status}`)],
          [t('seals.out.seal'), `${handover.seal.code} ${handover.seal.name}`],
          [t('seals.part.from'), `${handover.from.name} · ${t('seals.out.from-desk')} ${handover.fromDesk}`],
          [t('seals.part.to'), `${handover.to.name} · ${t('seals.out.to-desk')} ${handover.toDesk}`],
          [t('seals.part.handover-witness'), handover.witness.name],
          [t('seals.out.reason'), handover.reason],
          [t('seals.out.registers'), list(handover.registers)],
          [t('seals.out.temporary-until'), handover.temporaryUntil],
          [t('seals.out.offered-at'), `${handover.offeredAt} · ${handover.offeredBy.name}`],
          [t('seals.out.answered-at'), handover.answeredAt],
          [t('seals.out.place'), handover.place],
          [t('seals.out.answer-reason'), handover.answerReason],
        ]}
      />
    </>
  )
}

const AnswerIt = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const accepting = useCommand('seals.handoverAccept')
  const declining = useCommand('seals.handoverDecline')
  const [place, setPlace] = useState('')
  const [isDeclining, setIsDeclining] = useState(false)
  const seen = { id: found.handover.id, basedOn: [...found.heads] }
  const accept = () => void accepting.act({ ...seen, place: place === '' ? undefined : place })
  return (
    <>
      <Field label={t('seals.out.place')} span={12}>
        <TextInput value={place} onChange={setPlace} testId="handover-place" />
      </Field>
      <div className="form-acts">
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isActing={accepting.isActing}
          onAct={accept}
          testId="handover-accept"
        >
          {t('seals.out.accept')}
        </ActButton>
        <ActButton kind="no" keyName="d" onAct={() => setIsDeclining(true)} testId="handover-decline">
          {t('seals.out.decline')}
        </ActButton>
      </div>
      <FaultNote fault={accepting.fault} />
      {isDeclining && (
        <ConfirmReason
          title={t('seals.out.decline')}
          doLabel={t('seals.out.decline')}
          fault={declining.fault}
          isActing={declining.isActing}
          onCancel={() => setIsDeclining(false)}
          onConfirm={(reason) => void declining.act({ ...seen, reason }).then(({ ok }) => ok && setIsDeclining(false))}
        >
          {t('seals.out.decline-what')}
        </ConfirmReason>
      )}
    </>
  )
}

export const HandoverDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { data, fault } = useOperation('seals.handoverGet', { id }, { subjects: ['seal_handover'] })
  const [isPrinting, setIsPrinting] = useState(false)
  const handover = data?.handover
  return (
    <RecordDrawer
      title={handover === undefined ? t('ui.loading') : `${handover.number} ${handover.seal.name}`}
      subject={id}
      onClose={onClose}
      actions={
        may('documents.read') && (
          <ActButton keyName="Ctrl+p" onAct={() => setIsPrinting(true)} testId="handover-print">
            {t('seals.out.print-handover')}
          </ActButton>
        )
      }
    >
      <FaultNote fault={fault} />
      {handover !== undefined && <HandoverFacts handover={handover} />}
      {handover?.status === 'accepted' && (
        <ConfirmParts type="seal_handover" id={id} parts={partsOfHandover(handover)} record={handover} />
      )}
      {data?.handover.status === 'offered' && data.handover.to.id === me.person.id && <AnswerIt found={data} />}
      {isPrinting && <DocumentPreview form="seal-handover" subject={id} onClose={() => setIsPrinting(false)} />}
    </RecordDrawer>
  )
}
