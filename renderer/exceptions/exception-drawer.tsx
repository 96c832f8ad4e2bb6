/** One exception: what the record tells, how it was explained and settled, and answering it by key. */
import { useState } from 'react'
import { exceptionText } from '../../shared/exceptions/text.ts'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { placeOfRecord, useRegisters } from '../shell/registry.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { SideSheet } from '../ui/side-sheet.tsx'
import { AnswerSheet } from './answer-sheet.tsx'
import { stateText } from './state-text.ts'

type Found = Output<'exceptions.get'>

const Answers = ({ answers }: { answers: Found['answers'] }) => {
  const { t } = useWords()
  if (answers.length === 0) return null
  return (
    <section className="exception-answers">
      {answers.map(({ id, act, text, measure, by, at }) => (
        <div key={id} className={act === 'settled' ? 'exception-answer is-settled' : 'exception-answer'}>
          <strong>{t(`kind.exception.${act}`)}</strong>{' '}
          <span className="quiet">
            {by.name} {at}
          </span>
          <p>{text}</p>
          {measure !== undefined && <p className="quiet">{t('exceptions.measure-of', { measure })}</p>}
        </div>
      ))}
    </section>
  )
}

const Acts = ({ exception, onAnswer }: { exception: Found['exception']; onAnswer: (act: Doing) => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const place = placeOfRecord(useRegisters(), exception.type, exception.subject)
  return (
    <>
      {exception.state !== 'settled' && may('exceptions.explain') && (
        <ActButton kind="primary" keyName="e" onAct={() => onAnswer('explain')} testId="exception-explain">
          {t('exceptions.explain')}
        </ActButton>
      )}
      {exception.state === 'explained' && may('exceptions.settle') && (
        <ActButton kind="primary" keyName="s" onAct={() => onAnswer('settle')} testId="exception-settle">
          {t('exceptions.settle')}
        </ActButton>
      )}
      {place !== undefined && (
        <ActButton keyName="o" onAct={() => go(place.page, place.params)} testId="exception-record">
          {t('exceptions.open-record')}
        </ActButton>
      )}
    </>
  )
}

type Doing = 'explain' | 'settle'

export const ExceptionDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const say = useWords()
  const { t } = say
  const { data, fault } = useOperation('exceptions.get', { exception: id })
  const [doing, setDoing] = useState<Doing>()
  if (data === undefined)
    return (
      <SideSheet title={t('exceptions.title')} onClose={onClose}>
        <FaultNote fault={fault} />
      </SideSheet>
    )
  const { exception, answers } = data
  const title = t(`exception.kind.${exception.kind}`)
  return (
    <RecordDrawer
      title={title}
      subject={exception.subject}
      onClose={onClose}
      actions={<Acts exception={exception} onAnswer={setDoing} />}
    >
      <Facts
        facts={[
          [t('exceptions.text'), exceptionText(t, exception)],
          [t('exceptions.state'), stateText(say, exception)],
          [t('exceptions.on'), exception.on],
          [t('exceptions.person'), exception.person?.name],
          [t('exceptions.record'), [exception.title, exception.detail].filter(Boolean).join(' · ')],
        ]}
      />
      <Answers answers={answers} />
      {doing !== undefined && (
        <AnswerSheet
          act={doing}
          title={`${t(`exceptions.${doing}`)} · ${title}`}
          exception={id}
          onDone={() => setDoing(undefined)}
        />
      )}
    </RecordDrawer>
  )
}
