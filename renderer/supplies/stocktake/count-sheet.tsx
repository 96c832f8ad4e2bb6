/** Counting: the sheet line by line, or by scanner, or from the paper in its order; the progress is always in sight. */
import { Checkbox, Segmented, Select, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { isAt, shelvesOf } from '../../../shared/supplies/stocktake/shelves.ts'
import type { Output } from '../../shell/contract.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useKept } from '../../shell/kept.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { PersonPicker, type Chosen } from '../../ui/record-picker.tsx'
import { CountBeside } from './count-beside.tsx'
import { CountScan } from './count-scan.tsx'
import { CountTable } from './count-table.tsx'
import { CountProgress } from './parts.tsx'
import { placeOf, useCounting, type Counting, type Line } from '../counter/use-counting.ts'

export type Stocktake = Output<'supplies.stocktake'>['stocktake']
export type Way = 'screen' | 'scan' | 'ask' | 'paper'
const ways: readonly Way[] = ['screen', 'scan', 'ask', 'paper']

const isOpen = ({ state }: Line): boolean => state !== 'counted'
/** What could not be entered, with what was typed. */
const RefusedCounts = ({ counting }: { counting: Counting }) => {
  const { t } = useWords()
  if (counting.refused.length === 0) return null
  return (
    <div className="refused-counts" data-testid="refused-counts">
      {counting.refused.map(({ id, name, text, fault }) => (
        <div key={id}>
          <strong>{t('supplies.count.refused', { name, text })}</strong>
          <FaultNote fault={fault} />
        </div>
      ))}
      <ActButton keyName="F9" onAct={counting.seen}>
        {t('supplies.count.seen')}
      </ActButton>
    </div>
  )
}

/** Which lines are shown, and in which one the field stands; kept, so that a count goes on where it was left. */
const useShown = (id: string, lines: readonly Line[]) => {
  const [shelf, setShelf] = useKept<string | undefined>(`supplies.count.shelf.${id}`, undefined)
  const [onlyOpen, setOnlyOpen] = useKept(`supplies.count.open.${id}`, false)
  const [key, setKey] = useKept<string | undefined>(`supplies.count.line.${id}`, undefined)
  const shown = lines.filter(
    (line) =>
      (shelf === undefined || isAt(shelf, line.location)) &&
      // The line in hand stays where it is, else the next one would be skipped.
      (!onlyOpen || isOpen(line) || line.key === key),
  )
  const found = shown.findIndex((line) => line.key === key)
  return {
    shown,
    active: Math.max(0, found),
    setActive: (index: number) => setKey(shown[index]?.key),
    setKey,
    shelf,
    setShelf,
    onlyOpen,
    setOnlyOpen,
  }
}

export const CountSheet = ({ stocktake }: { stocktake: Stocktake }) => {
  const { t } = useWords()
  const { may } = useSession()
  const [way, setWay] = useKept<Way>('supplies.count.way', 'screen')
  const [counter, setCounter] = useState<Chosen>()
  const [isBeside, setIsBeside] = useState(false)
  /** The line whose figure a scan asked for. */
  const [asked, setAsked] = useState<string>()
  const [scans, setScans] = useState(0)
  const source = way === 'ask' ? 'scan' : way
  const counting = useCounting(stocktake.id, source, way === 'paper' ? counter?.id : undefined)
  const show = useShown(stocktake.id, counting.lines)
  const input = useRef<InputRef>(null)
  const scan = useRef<InputRef>(null)
  const mayCount = may('supplies.issue') && stocktake.state === 'counting'
  const { last } = counting
  const shelves = shelvesOf(counting.lines.map(({ location }) => location))
  const isBlind = stocktake.isBlind && stocktake.state === 'counting'
  const turn = () => setWay(ways[(ways.indexOf(way) + 1) % ways.length] ?? 'screen')
  useKeys({ F7: turn, 'Ctrl+z': () => (last ? counting.withdraw(last) : false) }, { isActive: mayCount })
  return (
    <div className="count-sheet">
      <div className="count-bar">
        <CountProgress counted={counting.counted} lines={counting.lines.length} />
        {mayCount && (
          <Segmented<Way>
            value={way}
            options={ways.map((value) => ({ value, label: t(`supplies.count.way.${value}`) }))}
            onChange={setWay}
          />
        )}
        {mayCount && <KeyCap name="F7" />}
        <Select
          className="count-shelf"
          showSearch
          allowClear
          value={show.shelf ?? null}
          onChange={(shelf: string | null) => show.setShelf(shelf ?? undefined)}
          options={shelves.map(({ shelf }) => ({ value: shelf, label: shelf }))}
          placeholder={t('supplies.stocktake.plan.every-location')}
          aria-label={t('supplies.field.location')}
          data-testid="count-shelf"
        />
        <Checkbox checked={show.onlyOpen} onChange={(event) => show.setOnlyOpen(event.target.checked)}>
          {t('supplies.count.only-open')}
        </Checkbox>
        {way === 'paper' && mayCount && (
          <span className="count-counter">
            <PersonPicker value={counter} onChange={setCounter} placeholder={t('supplies.count.paper-by')} />
          </span>
        )}
        {mayCount && (
          <ActButton keyName="F6" onAct={() => setIsBeside(true)} testId="count-beside">
            {t('supplies.count.beside')}
          </ActButton>
        )}
        {counting.isWriting && <span className="quiet">{t('supplies.count.writing')}</span>}
      </div>
      <FaultNote fault={counting.fault} onRetry={counting.again} />
      <RefusedCounts counting={counting} />
      {mayCount && (way === 'scan' || way === 'ask') && (
        <CountScan
          way={way}
          counting={counting}
          shelf={show.shelf}
          inputRef={scan}
          onScan={(line) => {
            show.setKey(line.key)
            setScans((before) => before + 1)
          }}
          onAsk={(line) => {
            show.setKey(line.key)
            setScans((before) => before + 1)
            setAsked(line.key)
            // Where it was the line in hand already; else its field takes the focus as it comes into sight.
            setTimeout(() => input.current?.focus(), 0)
          }}
        />
      )}
      <CountTable
        label={stocktake.numbered.number}
        lines={show.shown}
        active={show.active}
        onActive={(index) => {
          show.setActive(index)
          setAsked(show.shown[index]?.key)
        }}
        isBlind={isBlind}
        mayCount={mayCount && way !== 'scan'}
        onCount={(line, typed) => counting.count(placeOf(line), line.item.name, typed)}
        // The scanner sends the next code: it belongs into its own field, not into the next line's figure.
        onEntered={
          way === 'ask'
            ? () => {
                setAsked(undefined)
                scan.current?.focus()
              }
            : undefined
        }
        asked={asked}
        scans={scans}
        inputRef={input}
        empty={t(counting.isLoading ? 'ui.loading' : 'supplies.count.none')}
      />
      {isBeside && <CountBeside counting={counting} shelf={show.shelf} onClose={() => setIsBeside(false)} />}
      {mayCount && (
        <p className="quiet count-hint">
          {t(isBlind ? 'supplies.count.hint.blind' : 'supplies.count.hint')}{' '}
          {last !== undefined && (
            <>
              · {t('supplies.count.last', { name: last.item.name, counted: last.counted ?? '—' })}{' '}
              <KeyCap name="Ctrl+z" /> {t('supplies.count.withdraw')}
            </>
          )}
        </p>
      )}
    </div>
  )
}
