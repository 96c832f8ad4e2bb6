/** One seal: its impression, its master fields, its next states, and everything that happened to it. */
import { useState } from 'react'
import { nextStatuses } from '../../shared/seals/life.ts'
import type { SealStatus } from '../../shared/seals/records.ts'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { ConfirmReason } from '../ui/confirm-reason.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { SealPicture } from './impression.tsx'

type Seal = Output<'seals.get'>['seal']

const SealFacts = ({ seal }: { seal: Seal }) => {
  const { t } = useWords()
  return (
    <Facts
      facts={[
        [t('seals.cabinet.status'), t(`seals.status.${seal.status}`)],
        [t('seals.cabinet.status-reason'), seal.statusReason],
        [t('seals.cabinet.type'), t(`seals.type.${seal.type}`)],
        [t('seals.cabinet.kind'), t(`seals.kind.${seal.kind}`)],
        [t('seals.cabinet.size'), `${t(`seals.shape.${seal.shape}`)} ${seal.widthMm} × ${seal.heightMm} mm`],
        [t('seals.cabinet.short-name'), seal.shortName],
        [t('seals.cabinet.inscription'), seal.inscription],
        [t('seals.cabinet.material'), seal.material],
        [t('seals.cabinet.filing'), seal.filingNumber],
        [t('seals.cabinet.registrar'), seal.registrar],
        [t('seals.cabinet.engraved'), seal.engravedOn],
        [t('seals.cabinet.activated'), seal.activatedOn],
        [t('seals.cabinet.retired'), seal.retiredOn],
        [t('seals.cabinet.owner'), seal.owner],
        [t('seals.cabinet.custodian'), seal.custodian?.name],
        [t('seals.cabinet.co-custodian'), seal.coCustodian?.name],
        [t('seals.cabinet.place'), seal.place],
        [t('seals.cabinet.home-desk'), seal.homeDesk],
        [t('seals.cabinet.high-risk'), seal.isHighRisk ? t('ui.yes') : t('ui.no')],
        [t('seals.cabinet.scope'), seal.scope],
        [t('seals.cabinet.rule'), seal.rule],
        [t('seals.cabinet.predecessor'), seal.predecessor && `${seal.predecessor.code} ${seal.predecessor.name}`],
        [t('seals.cabinet.remarks'), seal.remarks],
      ]}
    />
  )
}

export const SealDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const { data, fault } = useOperation('seals.get', { id }, { subjects: ['seal'] })
  const setStatus = useCommand('seals.setStatus')
  const [next, setNext] = useState<SealStatus>()
  const seal = data?.seal
  return (
    <RecordDrawer
      title={seal === undefined ? t('ui.loading') : `${seal.code} ${seal.name}`}
      subject={id}
      onClose={onClose}
      actions={
        seal !== undefined && (
          <>
            <ActButton onAct={() => go('seals.book', { seal: id })} testId="seal-book">
              {t('seals.cabinet.book')}
            </ActButton>
            {may('seals.manage') && (
              <ActButton onAct={() => go('seals.seal-form', { seal: id })} testId="seal-edit">
                {t('seals.cabinet.edit')}
              </ActButton>
            )}
            {may('seals.manage') &&
              nextStatuses(seal.status).map((status) => (
                <ActButton key={status} onAct={() => setNext(status)} testId={`seal-to-${status}`}>
                  {t('seals.cabinet.set-status', { status: t(`seals.status.${status}`) })}
                </ActButton>
              ))}
          </>
        )
      }
    >
      <FaultNote fault={fault} />
      {seal !== undefined && <SealPicture impression={seal.impression} name={seal.name} isLarge />}
      {seal !== undefined && <SealFacts seal={seal} />}
      {next !== undefined && data !== undefined && (
        <ConfirmReason
          title={t('seals.cabinet.set-status', { status: t(`seals.status.${next}`) })}
          doLabel={t('ui.ok')}
          fault={setStatus.fault}
          isActing={setStatus.isActing}
          onCancel={() => setNext(undefined)}
          onConfirm={(reason) =>
            void setStatus
              .act({ id, basedOn: data.heads, status: next, reason })
              .then(({ ok }) => ok && setNext(undefined))
          }
        >
          {t('seals.cabinet.set-status-what')}
        </ConfirmReason>
      )}
    </RecordDrawer>
  )
}
