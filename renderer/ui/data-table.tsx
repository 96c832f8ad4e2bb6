/** The dense list of the house: goes on by key as one scrolls, is walked with arrow keys, opens with Enter. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Pages } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from './fault-note.tsx'
import { leastWidth } from './least-width.ts'
import './table.css'

export type Column<R> = {
  readonly key: string
  readonly title: string
  /** A CSS grid track: `120px`, `minmax(160px, 2fr)`. */
  readonly width: string
  readonly align?: 'right'
  readonly cell: (row: R) => ReactNode
}

type Props<R> = {
  readonly label: string
  readonly columns: readonly Column<R>[]
  readonly pages: Pages<R>
  readonly rowKey: (row: R) => string
  readonly onOpen?: (row: R) => void
  /** Space marks the row in hand, for what is done to several. */
  readonly onMark?: (row: R) => void
  /** Void or ended rows stand back: struck through and grey. */
  readonly isStruck?: (row: R) => boolean
  /** What an empty list teaches: what belongs here and how to add it. */
  readonly empty?: ReactNode
  readonly autoFocus?: boolean
  /** What one came for: it takes the keys before the fields that only narrow it. */
  readonly isMain?: boolean
}

/** Height of a row in CSS pixels; fixed, so that a long list draws only what is seen. */
const rowHeight = 32
const spare = 8

export const DataTable = <R,>(props: Props<R>) => {
  const { label, columns, pages, rowKey, onOpen, onMark, isStruck, empty, autoFocus = true, isMain = false } = props
  const { t } = useWords()
  const { rows } = pages
  const body = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const [chosen, setActive] = useState(0)
  const [seen, setSeen] = useState({ top: 0, height: 600 })
  // A filter may have left fewer rows than there were.
  const active = Math.min(chosen, Math.max(0, rows.length - 1))
  const tracks = columns.map((column) => column.width)
  const measures = { '--tracks': tracks.join(' '), '--least': `${leastWidth(tracks)}px` }

  useEffect(() => {
    const element = body.current
    if (element === null) return
    const measure = () => setSeen({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (autoFocus && (document.activeElement === null || document.activeElement === document.body))
      body.current?.focus()
  }, [autoFocus])

  const first = Math.max(0, Math.floor(seen.top / rowHeight) - spare)
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height) / rowHeight) + spare)
  const isNearEnd = last >= rows.length - spare && pages.hasMore && !pages.isLoadingMore
  const { more } = pages
  useEffect(() => {
    if (isNearEnd) more()
  }, [isNearEnd, more])

  const moveTo = (wanted: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, wanted))
    setActive(index)
    const element = body.current
    if (element === null) return
    const top = index * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight
  }
  const perPage = Math.max(1, Math.floor(seen.height / rowHeight) - 1)
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => active + 1,
    ArrowUp: () => active - 1,
    PageDown: () => active + perPage,
    PageUp: () => active - perPage,
    Home: () => 0,
    End: () => rows.length - 1,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== body.current) return
    const move = moves[event.key]
    const row = rows[active]
    if (move !== undefined) moveTo(move())
    else if (event.key === 'Enter' && !event.ctrlKey && row !== undefined && onOpen !== undefined) onOpen(row)
    else if (event.key === ' ' && row !== undefined && onMark !== undefined) onMark(row)
    else return
    event.preventDefault()
  }

  return (
    <div className="table" style={measures as React.CSSProperties}>
      <FaultNote fault={pages.fault} onRetry={pages.again} />
      <div ref={head} className="table-head" role="presentation">
        {columns.map((column) => (
          <div key={column.key} className={column.align === 'right' ? 'cell number' : 'cell'}>
            {column.title}
          </div>
        ))}
      </div>
      <div
        ref={body}
        className="table-body"
        data-land={isMain || undefined}
        role="grid"
        aria-label={label}
        aria-rowcount={pages.hasMore ? -1 : rows.length}
        aria-activedescendant={rows.length > 0 ? `row-${label}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          if (head.current !== null) head.current.scrollLeft = currentTarget.scrollLeft
          setSeen({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
        }}
      >
        {rows.length === 0 && pages.fault === undefined && (
          <div className="table-empty">{pages.isLoading ? t('ui.loading') : (empty ?? t('ui.empty'))}</div>
        )}
        <div className="table-canvas" style={{ height: rows.length * rowHeight }}>
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset
            const state = [index === active ? 'is-active' : '', isStruck?.(row) === true ? 'is-struck' : '']
            return (
              <div
                key={rowKey(row)}
                id={`row-${label}-${index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={index + 1}
                aria-selected={index === active}
                className={`table-row ${state.join(' ')}`}
                style={{ top: index * rowHeight }}
                onClick={() => {
                  setActive(index)
                  onOpen?.(row)
                }}
              >
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" className={column.align === 'right' ? 'cell number' : 'cell'}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
        {pages.isLoadingMore && <div className="table-more">{t('ui.loading-more')}</div>}
      </div>
      <div className="table-foot">{t(pages.hasMore ? 'ui.rows-and-more' : 'ui.rows', { count: rows.length })}</div>
    </div>
  )
}
