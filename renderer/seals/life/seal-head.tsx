/** What is asked first of a seal, beside its impression: where it is, who keeps it, since when it should be back. */
import type { Output } from '../../shell/contract.ts'
import { useRows } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { Facts } from '../../ui/facts.tsx'
import { SealPicture } from '../use/impression.tsx'

type Seal = Output<'seals.get'>['seal']
type Outing = Output<'seals.outings'>['rows'][number]

const State = ({ seal, out }: { seal: Seal; out: Outing | undefined }) => {
  const { t } = useWords()
  return (
    <>
      <strong className={`seal-state is-${seal.status}`}>{t(`seals.status.${seal.status}`)}</strong>
      {seal.statusReason !== undefined && ` · ${seal.statusReason}`}
      {out !== undefined && (
        <div className={out.isOverdue ? 'is-overdue' : 'is-care'}>
          {out.isOverdue && `${t('seals.out.overdue')} · `}
          {t('seals.out.card-due', { name: out.taker.name, due: out.dueBackAt.slice(5) })}
        </div>
      )}
    </>
  )
}

export const SealHead = ({ seal }: { seal: Seal }) => {
  const { t } = useWords()
  const outings = useRows('seals.outings', { seal: seal.id, status: 'out', limit: 1 }, { subjects: ['seal_outing'] })
  return (
    <div className="seal-head">
      <SealPicture impression={seal.impression} name={seal.name} isLarge />
      <Facts
        facts={[
          [t('seals.cabinet.status'), <State key="state" seal={seal} out={outings.rows[0]} />],
          [
            `${t('seals.cabinet.custodian')} / ${t('seals.cabinet.co-custodian')}`,
            [seal.custodian?.name, seal.coCustodian?.name].filter(Boolean).join(' / '),
          ],
          [
            t('seals.cabinet.place'),
            [seal.place, `${t('seals.cabinet.home-desk')} ${seal.homeDesk}`].filter(Boolean).join(' · '),
          ],
          [t('seals.cabinet.scope'), seal.scope],
        ]}
      />
    </div>
  )
}
