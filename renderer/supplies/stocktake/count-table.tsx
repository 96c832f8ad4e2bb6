/** The sheet on screen: one field in the line that is counted; Enter enters it and goes to the next, arrows walk. */
import { Input, type InputRef } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useWords } from '../../shell/words.tsx'
import { readCount, type TypedCount } from '../counter/count-text.ts'
import type { Line } from '../counter/use-counting.ts'
import { leastWidth } from '../../ui/least-width.ts'
import '../../ui/table.css'

type Props = {
  readonly label: string
  readonly lines: readonly Line[]
  readonly active: number
  readonly onActive: (index: number) => void
  readonly isBlind: boolean
  readonly mayCount: boolean
  readonly onCount: (line: Line, typed: TypedCount) => void
  /** Where the hands go back to after each figure; without it to the next line. */
  readonly onEntered?: (() => void) | undefined
  /** The line whose field takes the focus, where the hands stay elsewhere otherwise. */
  readonly asked?: string | undefined
  /** Rises with each scan: also the line in hand comes into sight again, wherever the mouse had scrolled to. */
  readonly scans: number
  readonly inputRef: Ref<InputRef>
  readonly empty: string
}

const rowHeight = 32
const spare = 8

const tracksOf = (isBlind: boolean, hasLots: boolean): string[] => [
  '48px',
  'minmax(90px, 1fr)',
  '96px',
  'minmax(140px, 2fr)',
  ...(hasLots ? ['92px'] : []),
  ...(isBlind ? [] : ['72px']),
  '96px',
  '52px',
  'minmax(140px, 2fr)',
]

/** The part of a long list that is seen, in rows. */
const useSeen = (rows: number) => {
  const body = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = body.current
    if (element === null) return
    const measure = () => setSeen({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure)
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - spare)
  const last = Math.min(rows, Math.ceil((seen.top + seen.height) / rowHeight) + spare)
  const perPage = Math.max(1, Math.floor(seen.height / rowHeight) - 1)
  const show = useCallback((index: number, height: number) => {
    const element = body.current
    if (element === null) return
    const top = index * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    if (top + rowHeight > element.scrollTop + height) element.scrollTop = top + rowHeight - height
  }, [])
  return { body, first, last, perPage, height: seen.height, show }
}

export const LineState = ({ line }: { line: Line }) => {
  const { t } = useWords()
  const round = line.tallied.filter((each) => each.round === line.round)
  const who = round.map(({ counter, quantity }) => `${counter.name} ${quantity}`).join('，')
  const care = line.state === 'conflict' || line.state === 'recount'
  return (
    <span className={care ? 'is-care' : 'quiet'} data-state={line.state}>
      {t(`supplies.line.state.${line.state}`)}
      {line.state === 'counted' && round.length === 1 ? ` · ${round[0]?.counter.name}` : who !== '' && ` · ${who}`}
    </span>
  )
}

export const CountTable = (props: Props) => {
  const { label, lines, active, onActive, isBlind, mayCount, onCount, onEntered, asked, scans, inputRef, empty } = props
  const { t } = useWords()
  const [text, setText] = useState('')
  const { body, first, last, perPage, height, show } = useSeen(lines.length)
  const line = lines[active]
  const hasLots = lines.some(({ lot }) => lot !== undefined)
  const tracks = tracksOf(isBlind, hasLots)
  const measures = { '--tracks': tracks.join(' '), '--least': `${leastWidth(tracks)}px` }
  const head = useRef<HTMLDivElement>(null)
  const typed = line && readCount(text, line.book)
  const isBad = text.trim() !== '' && typed === undefined
  // Also where a note above took some of its height.
  const target = useMemo(() => ({ index: active, scans }), [active, scans])
  useEffect(() => show(target.index, height), [target, height, show])
  const go = (to: number) => {
    setText('')
    onActive(Math.max(0, Math.min(lines.length - 1, to)))
  }
  const enter = () => {
    if (line === undefined || isBad) return
    if (typed !== undefined) onCount(line, typed)
    if (onEntered !== undefined) {
      setText('')
      onEntered()
    } else if (active < lines.length - 1) go(active + 1)
    else setText('')
  }
  const acts: Readonly<Record<string, () => void>> = {
    Enter: enter,
    ArrowDown: () => go(active + 1),
    ArrowUp: () => go(active - 1),
    PageDown: () => go(active + perPage),
    PageUp: () => go(active - perPage),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const act = acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <div className="table count-table" style={measures as React.CSSProperties}>
      <div ref={head} className="table-head" role="presentation">
        <div className="cell number">{t('supplies.line.row')}</div>
        <div className="cell">{t('supplies.field.location')}</div>
        <div className="cell">{t('supplies.field.code')}</div>
        <div className="cell">{t('supplies.field.name')}</div>
        {hasLots && <div className="cell">{t('field.lot')}</div>}
        {!isBlind && <div className="cell number">{t('supplies.line.book')}</div>}
        <div className="cell number">{t('supplies.line.counted')}</div>
        <div className="cell">{t('supplies.field.unit')}</div>
        <div className="cell">{t('supplies.stocktake.state')}</div>
      </div>
      <div
        ref={body}
        className="table-body"
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length}
        onScroll={({ currentTarget }) => {
          if (head.current !== null) head.current.scrollLeft = currentTarget.scrollLeft
        }}
      >
        {lines.length === 0 && <div className="table-empty">{empty}</div>}
        <div className="table-canvas" style={{ height: lines.length * rowHeight }}>
          {lines.slice(first, last).map((each, offset) => {
            const index = first + offset
            const isActive = index === active
            return (
              <div
                key={each.key}
                role="row"
                aria-rowindex={index + 1}
                aria-selected={isActive}
                className={`table-row ${isActive ? 'is-active' : ''} is-${each.state}`}
                style={{ top: index * rowHeight }}
                onClick={() => go(index)}
                data-item={each.item.code}
              >
                <div className="cell number quiet">{each.row ?? '＋'}</div>
                <div className="cell">{each.location}</div>
                <div className="cell">{each.item.code}</div>
                <div className="cell">
                  {each.item.name} <span className="quiet">{each.item.spec}</span>
                </div>
                {hasLots && <div className="cell">{each.lot}</div>}
                {!isBlind && <div className="cell number">{each.book}</div>}
                <div className="cell number">
                  {isActive && mayCount ? (
                    <Input
                      ref={inputRef}
                      className="number"
                      size="small"
                      autoFocus={onEntered === undefined || asked === each.key}
                      value={text}
                      status={isBad ? 'error' : ''}
                      placeholder={each.counted === undefined ? '' : String(each.counted)}
                      onChange={(event) => setText(event.target.value.slice(0, 40))}
                      onKeyDown={onKeyDown}
                      aria-label={t('supplies.line.counted')}
                      data-testid="count"
                    />
                  ) : (
                    <strong>{each.counted}</strong>
                  )}
                </div>
                <div className="cell">{each.item.unit}</div>
                <div className="cell">
                  <LineState line={each} />
                </div>
              </div>
            )
          })}
        </div>
      </div>
      <div className="table-foot">
        {isBad ? (
          <span className="is-care" role="alert">
            {t('supplies.count.unclear', { text: text.trim() })}
          </span>
        ) : (
          t('ui.rows', { count: lines.length })
        )}
      </div>
    </div>
  )
}
