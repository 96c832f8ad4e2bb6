/** One seal: its impression, its master fields, its next states, and everything that happened to it. */
import { useState } from 'react'
import { formOfAct } from '../../../shared/documents/life-forms.ts'
import { sealActNames, type SealAct } from '../../../shared/seals/life/life.ts'
import type { LifeActName } from '../../../shared/seals/life/life-records.ts'
import type { WordKey } from '../../../shared/api/words.ts'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { SuccessLine } from '../../ui/success-line.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { LifeActDrawer } from './life-act-drawer.tsx'
import { LifeActSheet, type Entered } from './life-act-sheet.tsx'
import { operationOf } from './life-act-values.ts'
import { LifeTimeline } from './life-timeline.tsx'
import { SealHead } from './seal-head.tsx'

type Seal = Output<'seals.get'>['seal']

const SealFacts = ({ seal }: { seal: Seal }) => {
  const { t } = useWords()
  return (
    <Facts
      facts={[
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
        [t('seals.cabinet.high-risk'), seal.isHighRisk ? t('ui.yes') : t('ui.no')],
        [t('seals.cabinet.rule'), seal.rule],
        [t('seals.cabinet.predecessor'), seal.predecessor && `${seal.predecessor.code} ${seal.predecessor.name}`],
        [t('seals.cabinet.remarks'), seal.remarks],
      ]}
    />
  )
}

/** What a seal's state allows, each with its key; life acts open a sheet, the others lead to their page. */
const actKeys: Readonly<Record<string, string>> = {
  activated: 'q',
  'taken-out': 'o',
  returned: 'r',
  offered: 'h',
  accepted: 'a',
  declined: 'd',
  retired: 't',
  resumed: 'u',
  'sealed-away': 'f',
  destroyed: 'x',
  lost: 'l',
  found: 'g',
}

const isLifeAct = (act: SealAct): act is LifeActName => Object.hasOwn(operationOf, act)

type ActsProps = {
  readonly seal: Seal
  readonly allowed: readonly string[]
  /** Whether it waits for the signed-in person to take it over. */
  readonly isOffered: boolean
  readonly onLife: (act: LifeActName) => void
}

const SealActs = ({ seal, allowed, isOffered, onLife }: ActsProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const begin = (act: SealAct) => {
    if (isLifeAct(act)) onLife(act)
    else if (act === 'taken-out') go('seals.outing-new', { seal: seal.id })
    else if (act === 'offered') go('seals.handover-new', { seal: seal.id })
    else go('seals.out', { [act === 'returned' ? 'outing' : 'handover']: seal.lastAct?.id ?? '' })
  }
  const shown = sealActNames.filter(
    (act) =>
      allowed.includes(act) &&
      (act !== 'accepted' || isOffered) &&
      act !== 'declined' &&
      may(act === 'taken-out' || act === 'returned' ? 'seals.use' : act === 'accepted' ? 'seals.read' : 'seals.manage'),
  )
  return shown.map((act) => (
    <ActButton
      key={act}
      {...(actKeys[act] === undefined ? {} : { keyName: actKeys[act] })}
      kind={act === 'destroyed' ? 'no' : 'plain'}
      onAct={() => begin(act)}
      testId={`seal-act-${act}`}
    >
      {t(`seals.act.${act}`)}
    </ActButton>
  ))
}

/** What the custodian does now, where an act leaves something to be done. */
const nextOf: Partial<Record<LifeActName, WordKey>> = {
  activated: 'seals.life.next-activated',
  retired: 'seals.life.next-retired',
  'sealed-away': 'seals.life.next-sealed-away',
  destroyed: 'seals.life.next-destroyed',
  found: 'seals.life.next-found',
}

const nextText = ({ t, list }: Say, { act, open = [] }: Entered): string | undefined => {
  const next = nextOf[act]
  if (next !== undefined) return t(next)
  if (act !== 'lost') return undefined
  return open.length === 0
    ? t('seals.life.next-lost-noted')
    : t('seals.life.next-lost', { steps: list(open.map((step) => t(`seals.life.step.${step}`))) })
}

/** After an act: its number, its form with one key, and what is to be done next. */
const ActDone = ({ done }: { done: Entered }) => {
  const say = useWords()
  const { t } = say
  const printing = usePrinting()
  const form = formOfAct(done.act)
  const next = nextText(say, done)
  return (
    <>
      <SuccessLine
        number={done.number}
        onPrint={form && (() => void printing.print({ form, subject: done.id }))}
        isPrinting={printing.isPrinting}
        isPrinted={printing.isPrinted}
      >
        {[t(`seals.act.${done.act}`), ...(next === undefined ? [] : [next])].join(' · ')}
      </SuccessLine>
      <FaultNote fault={printing.fault} />
    </>
  )
}

const TwoHolders = ({ seal }: { seal: Seal }) => {
  const { t } = useWords()
  const other = seal.otherHolder
  if (other === undefined) return null
  const { handover: number, homeDesk: desk } = other
  return (
    <p className="history-conflict" role="alert">
      {t('seals.life.two-holders', { number, name: other.custodian?.name ?? '', desk })}
    </p>
  )
}

/** Why so little can be done with it here. */
const Elsewhere = ({ seal }: { seal: Seal }) => {
  const { t } = useWords()
  const desk = useSession().office.desk?.letter
  const { name, homeDesk } = seal
  if (seal.kind !== 'physical' || desk === undefined || homeDesk === desk) return null
  return (
    <p className="quiet">
      {t('fault.seal-elsewhere', { seal: name, homeDesk, desk })} {t('fault.seal-elsewhere.do')}
    </p>
  )
}

type Doing = { readonly act?: LifeActName; readonly shown?: string; readonly done?: Entered }

type DrawerProps = { readonly id: string; readonly act?: string | undefined; readonly onClose: () => void }

/** @param props.act the act of its life that is shown at once */
export const SealDrawer = ({ id, act, onClose }: DrawerProps) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { go } = usePlaces()
  const { data, fault } = useOperation('seals.get', { id }, { subjects: ['seal'] })
  const life = useOperation('seals.life', { seal: id }, { subjects: ['seal', ...lifeSubjects] })
  const [doing, setDoing] = useState<Doing>(act === undefined ? {} : { shown: act })
  const seal = data?.seal
  return (
    <RecordDrawer
      title={seal === undefined ? t('ui.loading') : `${seal.code} ${seal.name}`}
      subject={id}
      onClose={onClose}
      width={680}
      actions={
        seal !== undefined && (
          <>
            <ActButton keyName="b" onAct={() => go('seals.book', { seal: id })} testId="seal-book">
              {t('seals.cabinet.book')}
            </ActButton>
            {may('seals.manage') && (
              <ActButton keyName="e" onAct={() => go('seals.seal-form', { seal: id })} testId="seal-edit">
                {t('seals.cabinet.edit')}
              </ActButton>
            )}
            <SealActs
              seal={seal}
              allowed={life.data?.allowed ?? []}
              isOffered={
                life.data?.handovers.some((one) => one.status === 'offered' && one.to.id === me.person.id) === true
              }
              onLife={(act) => setDoing({ act })}
            />
          </>
        )
      }
    >
      <FaultNote fault={fault ?? life.fault} />
      {doing.done !== undefined && <ActDone done={doing.done} />}
      {seal !== undefined && <TwoHolders seal={seal} />}
      {seal !== undefined && <Elsewhere seal={seal} />}
      {seal !== undefined && <SealHead seal={seal} />}
      {life.data !== undefined && <LifeTimeline life={life.data} onAct={(shown) => setDoing({ shown })} />}
      {seal !== undefined && <SealFacts seal={seal} />}
      {doing.act !== undefined && data !== undefined && (
        <LifeActSheet
          act={doing.act}
          seal={data.seal}
          heads={data.heads}
          onDone={(done) => setDoing({ done })}
          onClose={() => setDoing({})}
        />
      )}
      {doing.shown !== undefined && seal !== undefined && (
        <LifeActDrawer id={doing.shown} seal={seal} onClose={() => setDoing({})} />
      )}
    </RecordDrawer>
  )
}

const lifeSubjects = ['seal_life_act', 'seal_outing', 'seal_handover']
