/** The one box: finds anything as one types, offers what can be done next, and does it with one key. */
import { Input, type InputRef } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FaultNote } from '../ui/fault-note.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { useKeys } from './keys.tsx'
import { usePlaces } from './places.tsx'
import { useOperation } from './queries.ts'
import type { Hit, Place } from './registers.ts'
import { pageOf, placeOfRecord, stepsFor, useRegisters } from './registry.tsx'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'
import './finder.css'

type Offer = { readonly key: string; readonly label: string; readonly place: Place }
type Line = { readonly hit: Hit; readonly offers: readonly Offer[] }

/** What a hit leads to: Enter opens it, the others carry the key of their page, or Ctrl and a digit. */
const useOffers = (): ((hit: Hit) => Offer[]) => {
  const { t } = useWords()
  const { may } = useSession()
  const registers = useRegisters()
  return (hit) => {
    const opened = placeOfRecord(registers, hit.type, hit.subject)
    const steps = stepsFor(registers, hit).filter((step) => may(step.permission))
    return [
      ...(opened === undefined ? [] : [{ key: 'Enter', label: t('ui.open'), place: opened }]),
      ...steps.map((step, index) => {
        const place = step.to(hit)
        const key = pageOf(registers, place.page)?.key ?? `Ctrl+${index + 1}`
        return { key: opened === undefined && index === 0 ? 'Enter' : key, label: t(step.label), place }
      }),
    ]
  }
}

/** The code on a printed document leads to its check; it is no text to search for. */
const codeLine = (code: string, title: string): Line => ({
  hit: { subject: 'documents.check', type: 'page', title, detail: `${code.slice(0, 24)}…` },
  offers: [{ key: 'Enter', label: title, place: { page: 'documents.check', params: { code } } }],
})

/** Pages whose title holds what was typed, as further hits. */
const usePageLines = (text: string): Line[] => {
  const { t } = useWords()
  const { may } = useSession()
  const registers = useRegisters()
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return registers
    .flatMap((register) => register.pages.map((page) => ({ register, page })))
    .filter(
      ({ page }) => page.isHidden !== true && may(page.permission) && t(page.title).toLowerCase().includes(wanted),
    )
    .slice(0, 4)
    .map(({ register, page }) => ({
      hit: { subject: page.name, type: 'page', title: t(page.title), detail: t(register.title) },
      offers: [{ key: page.key ?? 'Enter', label: t('box.pages'), place: { page: page.name, params: {} } }],
    }))
}

type Props = {
  readonly onLeave?: () => void
  readonly autoFocus?: boolean
  readonly isLarge?: boolean
  /** Where ArrowDown leads while nothing is typed. */
  readonly onBelow?: () => void
}

export const Finder = ({ onLeave, autoFocus = true, isLarge = false, onBelow }: Props) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const waitsFor = useRef<string>(undefined)
  const field = useRef<InputRef>(null)
  const list = useRef<HTMLUListElement>(null)
  // Not the attribute alone: a page that is still loading is mounted hidden, where nothing can take the focus.
  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  const wanted = text.trim()
  const isCode = wanted.startsWith('SB1:')
  const found = useOperation(
    'desk.search',
    { text: wanted, limit: 30 },
    { enabled: wanted !== '' && !isCode, keep: true },
  )
  const offersOf = useOffers()
  const pageLines = usePageLines(text)
  const hits = wanted === '' ? undefined : found.data?.rows
  const lines: Line[] =
    wanted === ''
      ? []
      : isCode
        ? [codeLine(wanted, t('documents.check'))]
        : [...(hits ?? []).map((hit) => ({ hit, offers: offersOf(hit) })), ...pageLines]
  const index = Math.min(active, Math.max(0, lines.length - 1))
  const line = lines[index]
  // While the answer is that of an earlier text, Enter waits: a scanner types faster than anything answers.
  const isFresh = !found.isFetching

  const take = (place: Place | undefined) => {
    if (place === undefined) return
    onLeave?.()
    setText('')
    go(place.page, place.params)
  }
  const move = (step: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, index + step))
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  useEffect(() => {
    if (waitsFor.current === undefined || waitsFor.current !== wanted || !isFresh) return
    waitsFor.current = undefined
    take(lines[0]?.offers[0]?.place)
  })
  const isOpen = wanted !== ''
  const keyed = line?.offers.filter((offer) => offer.key !== 'Enter') ?? []
  const acts = Object.fromEntries(keyed.map((offer) => [offer.key, () => take(offer.place)]))
  useKeys(acts, { isActive: isOpen })
  useKeys(isLarge ? { 'Ctrl+k': () => field.current?.focus() } : {})
  useKeys({
    Escape: () => {
      if (text === '') return false
      setText('')
      field.current?.focus()
      return undefined
    },
  })

  return (
    <div className={isLarge ? 'finder is-large' : 'finder'} role="search">
      <Input
        ref={field}
        autoFocus={autoFocus}
        size="large"
        value={text}
        allowClear
        placeholder={t('box.placeholder')}
        data-testid="box"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls="finder-hits"
        aria-activedescendant={line === undefined ? undefined : `hit-${index}`}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          waitsFor.current = undefined
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' && wanted === '') onBelow?.()
          else if (event.key === 'ArrowDown') move(1)
          else if (event.key === 'ArrowUp') move(-1)
          else if (event.key === 'Enter' && !event.ctrlKey && wanted !== '') {
            if (isFresh) take(line?.offers[0]?.place)
            else waitsFor.current = wanted
          } else return
          event.preventDefault()
        }}
      />
      {!isOpen && <p className="finder-hint">{t('box.hint')}</p>}
      {isOpen && (
        <div className="finder-found">
          <FaultNote fault={found.fault} onRetry={found.again} />
          <ul ref={list} id="finder-hits" role="listbox" aria-label={t('ui.search')}>
            {lines.map((each, place) => (
              <HitLine
                key={`${each.hit.type}-${each.hit.subject}`}
                id={`hit-${place}`}
                line={each}
                isActive={place === index}
                onPoint={() => setActive(place)}
                onTake={take}
              />
            ))}
          </ul>
          {lines.length === 0 && isFresh && (
            <p className="finder-none">
              {t('box.nothing', { text: wanted })} <span className="quiet">{t('box.nothing.do')}</span>
            </p>
          )}
        </div>
      )}
    </div>
  )
}

type HitProps = {
  readonly id: string
  readonly line: Line
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onTake: (place: Place | undefined) => void
}

const HitLine = ({ id, line, isActive, onPoint, onTake }: HitProps) => {
  const { t, tOf, has } = useWords()
  const { hit, offers } = line
  const type = `type.${hit.type}`
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'hit is-active' : 'hit'}
      data-type={hit.type}
      onMouseMove={onPoint}
      onClick={() => onTake(offers[0]?.place)}
    >
      <span className="hit-type">{hit.type === 'page' ? t('box.pages') : has(type) ? tOf(type) : t('type.other')}</span>
      <span className="hit-title">{hit.title}</span>
      <span className="hit-detail">{hit.detail}</span>
      {isActive && (
        <span className="hit-offers">
          {offers.map((offer) => (
            <button
              key={offer.key + offer.label}
              type="button"
              tabIndex={-1}
              className="plain offer"
              onClick={(event) => {
                event.stopPropagation()
                onTake(offer.place)
              }}
            >
              <KeyCap name={offer.key} /> {offer.label}
            </button>
          ))}
        </span>
      )}
    </li>
  )
}
