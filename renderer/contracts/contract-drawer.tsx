/** One contract from the side: what it says, its supplements, its checks, and where it may go next. */
import { useState } from 'react'
import { contractMoves, type ContractStatus } from '../../shared/contracts/kinds.ts'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { ConfirmReason } from '../ui/confirm-reason.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { amountText } from './amount-text.ts'
import { capitalsOf, ContractMore, SameNumber } from './contract-more.tsx'
import { SignContract } from './sign-contract.tsx'

export type ContractAndMore = Output<'contracts.get'>

const ContractFacts = ({ found }: { found: ContractAndMore }) => {
  const { t, list } = useWords()
  const { contract, parent } = found
  const yes = (is: boolean): string => t(is ? 'ui.yes' : 'ui.no')
  return (
    <>
      <SameNumber found={found} />
      {contract.outsideReason !== undefined && (
        <p className="outside-reason" role="alert">
          {t('contracts.outside-because', { reason: contract.outsideReason })}
        </p>
      )}
      <Facts
        facts={[
          [t('contracts.number'), contract.number],
          [t('contracts.status'), t(`contracts.status.${contract.status}`)],
          [t('contracts.type'), t(`contracts.type.${contract.type}`)],
          [t('contracts.direction'), t(`contracts.direction.${contract.direction}`)],
          [t('contracts.counterparty'), contract.counterparty],
          [t('contracts.creditCode'), contract.creditCode],
          [t('contracts.subject'), contract.subject],
          [
            t('contracts.amount'),
            contract.uncapped ? t('contracts.uncapped-brief') : amountText(contract.amount, contract.currency),
          ],
          [t('contracts.capitals'), capitalsOf(contract.amount, contract.currency)],
          [t('contracts.rate'), contract.rate === undefined ? undefined : contract.rate / 1_000_000],
          [t('contracts.term'), [contract.startsOn, contract.endsOn].filter(Boolean).join(' — ')],
          [t('contracts.noticeOn'), contract.autoRenew ? contract.noticeOn : undefined],
          [t('contracts.inBudget'), yes(contract.inBudget)],
          [t('contracts.ownTemplate'), yes(contract.ownTemplate)],
          [t('contracts.copies'), contract.copies],
          [t('contracts.department'), contract.department],
          [t('contracts.handler'), contract.handler?.name],
          [t('contracts.signatory'), contract.signatory?.name],
          [
            t('contracts.jointSignatories'),
            contract.jointSignatories && list(contract.jointSignatories.map(({ name }) => name)),
          ],
          [t('contracts.signedOn'), contract.signedOn],
          [t('authority.number'), contract.check],
          [t('contracts.custodian'), contract.custodian?.name],
          [t('contracts.archiveNumber'), contract.archiveNumber],
          [t('contracts.originalNumber'), contract.originalNumber],
          [t('contracts.closedReason'), contract.closedReason],
          [t('contracts.parent'), parent && `${parent.number} ${parent.name}`],
          [t('contracts.remarks'), contract.remarks],
        ]}
      />
      <ContractMore found={found} />
    </>
  )
}

type Panel = { to: ContractStatus } | undefined

const Moves = ({ found, onPanel }: { found: ContractAndMore; onPanel: (to: ContractStatus) => void }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const { may } = useSession()
  const { contract } = found
  if (!may('contracts.manage')) return null
  const isOpen = contract.status !== 'archived' && contract.status !== 'terminated'
  return (
    <>
      {isOpen && (
        <ActButton keyName="e" onAct={() => go('contracts.form', { id: contract.id })}>
          {t('contracts.change')}
        </ActButton>
      )}
      {contractMoves[contract.status].map((to, index) => (
        <ActButton key={to} keyName={String(index + 1)} onAct={() => onPanel(to)} testId={`move-${to}`}>
          {t(`contracts.move.${to}`)}
        </ActButton>
      ))}
    </>
  )
}

export const ContractDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const [panel, setPanel] = useState<Panel>()
  const { data, fault, again } = useOperation(
    'contracts.get',
    { id },
    { subjects: ['contract', 'authority_check', 'seal_use'] },
  )
  const move = useCommand('contracts.move')
  const done = () => {
    setPanel(undefined)
    move.clear()
  }
  const begin = (to: ContractStatus) => {
    move.clear()
    if (to === 'signed' || to === 'terminated') setPanel({ to })
    else void move.act({ id, to, basedOn: data?.heads })
  }
  const terminate = async (reason: string) => {
    const answer = await move.act({ id, to: 'terminated', reason, basedOn: data?.heads })
    if (answer.ok) done()
  }
  return (
    <RecordDrawer
      title={data === undefined ? t('ui.loading') : `${data.contract.number} ${data.contract.name}`}
      subject={id}
      onClose={onClose}
      width={680}
      actions={data !== undefined && <Moves found={data} onPanel={begin} />}
    >
      <FaultNote fault={fault ?? (panel === undefined ? move.fault : undefined)} onRetry={again} />
      {data !== undefined && panel?.to === 'signed' && <SignContract found={data} onDone={done} />}
      {panel?.to === 'terminated' && (
        <ConfirmReason
          title={t('contracts.move.terminated')}
          doLabel={t('contracts.move.terminated')}
          onConfirm={(reason) => void terminate(reason)}
          onCancel={done}
          fault={move.fault}
          isActing={move.isActing}
        />
      )}
      {data !== undefined && <ContractFacts found={data} />}
      <AttachmentList type="contract" subject={id} />
    </RecordDrawer>
  )
}
