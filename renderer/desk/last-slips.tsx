/** The last slips entered here, newest first: Enter opens one, P prints it again, Ctrl+P the newest. */
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { placeOfRecord, useRegisters } from '../shell/registry.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { ArrowList } from '../ui/arrow-list.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { usePrinting, type Wanted } from '../ui/printing.ts'

type Slip = Output<'desk.lastSlips'>['rows'][number]

const forms: Readonly<Record<string, Wanted['form']>> = {
  seal_use: 'seal-use',
  authority_check: 'authority-check',
}

/** What to print of a slip; undefined where it has no printed form. */
const wantedOf = (slip: Slip | undefined): Wanted | undefined => {
  const form = slip === undefined || slip.isPrintable === false ? undefined : (slip.form ?? forms[slip.type])
  return slip === undefined || form === undefined || slip.isPrintable === false
    ? undefined
    : { form, subject: slip.subject }
}

type RowProps = { readonly slip: Slip; readonly onPrint: ((wanted: Wanted) => void) | undefined }

const SlipRow = ({ slip, onPrint }: RowProps) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const place = placeOfRecord(useRegisters(), slip.type, slip.subject)
  const { today } = useSession().office
  const { may } = useSession()
  const wanted = wantedOf(slip)
  const mayUndo = slip.isReversible === true && place !== undefined && may('supplies.issue')
  const undo = place && (() => go(place.page, { ...place.params, act: 'undo' }))
  return (
    <button
      type="button"
      className="plain slip-row"
      data-number={slip.number}
      onClick={() => place !== undefined && go(place.page, place.params)}
      onKeyDown={(event) => {
        if (event.key === 'x' && !event.ctrlKey && mayUndo) {
          event.preventDefault()
          undo?.()
          return
        }
        if (event.key !== 'p' || event.ctrlKey || wanted === undefined) return
        event.preventDefault()
        onPrint?.(wanted)
      }}
    >
      <span className="slip-number">{slip.number}</span>
      <span className="slip-title">{slip.title}</span>
      <span className="quiet slip-time">
        {today === slip.time.slice(0, 10) ? slip.time.slice(11) : slip.time.slice(5)}
      </span>
      {onPrint !== undefined && wanted !== undefined && (
        <span className="slip-keys">
          <KeyCap name="p" /> {t('ui.print')}
        </span>
      )}
      {mayUndo && (
        <span className="slip-keys">
          <KeyCap name="x" /> {t('supplies.verb.reverse')}
        </span>
      )}
    </button>
  )
}

export const LastSlips = ({ onAbove }: { onAbove: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data, fault, again } = useOperation('desk.lastSlips', { limit: 15 })
  const printing = usePrinting()
  const newest = wantedOf(data?.rows.find((slip) => wantedOf(slip) !== undefined))
  const print = may('documents.issue') ? (wanted: Wanted) => void printing.print(wanted) : undefined
  return (
    <section className="panel desk-panel" aria-label={t('desk.last-slips')}>
      <h2>
        {t('desk.last-slips')}
        {newest !== undefined && print !== undefined && (
          <ActButton keyName="Ctrl+p" isActing={printing.isPrinting} onAct={() => print(newest)} testId="print-last">
            {t('ui.print-again')}
          </ActButton>
        )}
      </h2>
      <FaultNote fault={fault} onRetry={again} />
      <FaultNote fault={printing.fault} />
      {data?.rows.length === 0 && <p className="quiet">{t('desk.last-slips.none')}</p>}
      <ArrowList className="desk-scroll" label={t('desk.last-slips')} onAbove={onAbove}>
        {data?.rows.map((slip) => (
          <SlipRow key={slip.subject} slip={slip} onPrint={print} />
        ))}
      </ArrowList>
    </section>
  )
}
