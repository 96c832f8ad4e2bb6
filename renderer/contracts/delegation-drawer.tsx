/** One delegation from the side: what it grants, the chain above, what was passed on, and revoking it. */
import { useState } from 'react'
import { officeItself } from '../../shared/contracts/kinds.ts'
import { originalsOf } from '../../shared/contracts/originals.ts'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { usePrinting } from '../ui/printing.ts'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { AmendDelegation } from './amend-delegation.tsx'
import { AmendmentList } from './amendment-list.tsx'
import { amountText } from './amount-text.ts'
import { HandOriginals, TakeBackOriginals, useOriginalsText } from './delegation-originals.tsx'
import { StateMark } from './delegation-cells.tsx'
import { LiftExclusions } from './lift-exclusions.tsx'
import { knownType } from './known-type.ts'

export type DelegationAndMore = Output<'delegations.get'>
type Delegation = DelegationAndMore['delegation']

const useTexts = () => {
  const { t, list } = useWords()
  const types = (all: readonly string[]) => list(all.map((type) => t(`contracts.type.${knownType(type)}`)))
  return {
    t,
    list,
    who: (one: Delegation) => one.delegateName ?? one.post ?? '',
    from: (one: Delegation) => (one.delegator === officeItself ? t('delegations.office') : one.delegatorName),
    types,
    orAll: (all: readonly string[], key: 'delegations.allTypes') => (all.length === 0 ? t(key) : types(all)),
  }
}

const DelegationFacts = ({ one }: { one: Delegation }) => {
  const { t, list, who, from, types, orAll } = useTexts()
  const aggregate = amountText(one.aggregateLimit, one.currency)
  const originals = useOriginalsText()
  return (
    <Facts
      facts={[
        [t('delegations.state'), <StateMark key="state" row={one} isFull />],
        [t('delegations.kind'), t(`delegations.kind.${one.kind}`)],
        [t('delegations.delegator'), from(one)],
        [one.delegate === undefined ? t('delegations.post') : t('delegations.delegate'), who(one)],
        [t('delegations.actions'), list(one.actions.map((action) => t(`delegations.action.${action}`)))],
        [t('delegations.contractTypes'), orAll(one.contractTypes, 'delegations.allTypes')],
        [t('delegations.counterparties'), list(one.counterparties) || t('delegations.anyCounterparty')],
        [t('delegations.matter'), one.matter],
        [t('delegations.limit'), amountText(one.limit, one.currency) ?? t('delegations.unlimited')],
        [
          t('delegations.aggregateLimit'),
          aggregate && `${aggregate} / ${t(`delegations.period.${one.aggregatePeriod ?? 'term'}`)}`,
        ],
        [t('delegations.longestMonths'), one.longestMonths],
        [t('delegations.validFrom'), one.validFrom],
        [t('delegations.validTo'), one.validTo ?? t('delegations.openEnded')],
        [t('delegations.depth'), one.depth === 0 ? t('delegations.noDepth') : one.depth],
        [t('delegations.jointNeeded'), one.jointNeeded === 0 ? undefined : one.jointNeeded],
        [t('delegations.jointSigners'), list(one.jointSigners.map(({ name }) => name))],
        [t('delegations.excludedTypes'), types(one.excludedTypes)],
        [t('delegations.excludedCounterparties'), list(one.excludedCounterparties)],
        [
          t('delegations.lifted'),
          one.exclusionsLiftedOn === undefined
            ? undefined
            : t('delegations.lifted-on', {
                date: one.exclusionsLiftedOn,
                reason: one.exclusionsLiftedReason ?? '',
              }),
        ],
        [t('delegations.originals'), one.originals],
        [t('delegations.out'), originals(one)],
        [t('delegations.issuedOn'), one.issuedOn],
        [t('delegations.confirmedBy'), one.confirmedBy?.name],
        [t('delegations.revokedOn'), one.revokedOn],
        [t('delegations.revokedReason'), one.revokedReason],
        [t('delegations.returnedOn'), one.returnedOn],
        [t('delegations.originalNumber'), one.originalNumber],
        [t('delegations.remarks'), one.remarks],
      ]}
    />
  )
}

const Rows = ({
  title,
  rows,
  onOpen,
}: {
  title: string
  rows: readonly Delegation[]
  onOpen: (id: string) => void
}) => {
  const { t, who, from } = useTexts()
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className="section-title">{title}</h3>
      <ul className="plain-rows">
        {rows.map((one) => (
          <li key={one.id}>
            <button type="button" className="plain" onClick={() => onOpen(one.id)}>
              {one.number} · {from(one)} → {who(one)} ·{' '}
              {amountText(one.limit, one.currency) ?? t('delegations.unlimited')} · <StateMark row={one} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Doing = 'hand' | 'back' | 'amend' | 'lift'

/** The letter is printed by whoever prints documents: the clerk hands it over, the auditor compares it. */
const PrintLetter = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { may } = useSession()
  const printing = usePrinting()
  if (!may('documents.issue')) return null
  return (
    <ActButton
      keyName="p"
      isActing={printing.isPrinting}
      onAct={() => void printing.print({ form: 'letter-of-authority', subject: id })}
    >
      {t('delegations.step.print')}
    </ActButton>
  )
}

const Acts = ({ found, onDo }: { found: DelegationAndMore; onDo: (doing: Doing) => void }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const { may } = useSession()
  const { delegation } = found
  const { made, out } = originalsOf(delegation)
  if (!may('contracts.delegate')) return <PrintLetter id={delegation.id} />
  const isLiving = delegation.revokedOn === undefined
  const isExcluding = delegation.excludedTypes.length + delegation.excludedCounterparties.length > 0
  const isLifted = delegation.exclusionsLiftedOn !== undefined || delegation.liftsExclusions === true
  return (
    <>
      <PrintLetter id={delegation.id} />
      {isLiving && delegation.depth > 0 && (
        <ActButton keyName="s" onAct={() => go('contracts.delegate', { parent: delegation.id })}>
          {t('delegations.step.pass-on')}
        </ActButton>
      )}
      {isLiving && (
        <ActButton keyName="e" onAct={() => onDo('amend')}>
          {t('delegations.amend')}
        </ActButton>
      )}
      {isExcluding && !isLifted && (
        <ActButton keyName="l" onAct={() => onDo('lift')}>
          {t('delegations.lift')}
        </ActButton>
      )}
      {isLiving && (
        <ActButton kind="no" keyName="x" onAct={() => go('contracts.revoke', { id: delegation.id })} testId="revoke">
          {t('delegations.revoke')}
        </ActButton>
      )}
      {!isLiving && (
        <ActButton keyName="r" onAct={() => go('contracts.revocations', { id: delegation.id })}>
          {t('revocations.notices')}
        </ActButton>
      )}
      {isLiving && (delegation.handed === undefined ? made > 0 : out < made) && (
        <ActButton keyName="h" onAct={() => onDo('hand')}>
          {t('delegations.hand')}
        </ActButton>
      )}
      {out > 0 && (
        <ActButton keyName="b" onAct={() => onDo('back')}>
          {t('delegations.returned')}
        </ActButton>
      )}
    </>
  )
}

export const DelegationDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t, who } = useTexts()
  const { replace } = usePlaces()
  const { data, fault, again } = useOperation('delegations.get', { id }, { subjects: ['delegation', 'contract'] })
  const [doing, setDoing] = useState<Doing>()
  const done = () => setDoing(undefined)
  const open = (other: string) => replace('contracts.delegations', { id: other })
  return (
    <RecordDrawer
      title={data === undefined ? t('ui.loading') : `${data.delegation.number} ${who(data.delegation)}`}
      subject={id}
      onClose={onClose}
      width={680}
      actions={data !== undefined && <Acts found={data} onDo={setDoing} />}
    >
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && doing === 'amend' && <AmendDelegation found={data} onDone={done} />}
      {data !== undefined && doing === 'lift' && <LiftExclusions found={data} onDone={done} />}
      {data !== undefined && doing === 'hand' && <HandOriginals found={data} onDone={done} />}
      {data !== undefined && doing === 'back' && <TakeBackOriginals found={data} onDone={done} />}
      {data !== undefined && (
        <>
          <DelegationFacts one={data.delegation} />
          <AmendmentList one={data.delegation} notices={data.amendmentNotices} />
          <Rows title={t('authority.chain')} rows={data.chain.filter((one) => one.id !== id)} onOpen={open} />
          <Rows title={t('delegations.passed-on')} rows={data.passedOn} onOpen={open} />
          <AttachmentList type="delegation" subject={id} />
        </>
      )}
    </RecordDrawer>
  )
}
