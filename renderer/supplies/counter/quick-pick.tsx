/**
 * One field that finds while it is typed and takes with Enter. It empties at once and works through what came in order,
 * because a scanner types the next code before the first is answered.
 */
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type Ref } from 'react'
import { call, type DeskFault } from '../../shell/call.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useOperation } from '../../shell/queries.ts'
import type { Hit } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import '../supplies.css'

/** A record to choose; `code` is what was scanned, where several carry it. */
export type Choosable = Hit & { readonly code?: string }

/** What became of a text that was tried first: taken, to be looked for by name, one of several, or refused for good. */
export type Outcome =
  | 'taken'
  | 'look'
  | { readonly choose: readonly Choosable[]; readonly fault: DeskFault }
  | DeskFault

type Props = {
  readonly label: string
  readonly placeholder: string
  /** Subject types that are found by name. */
  readonly types: readonly string[]
  readonly onPick: (hit: Choosable) => void | Promise<DeskFault | undefined>
  /** Tries a text as a code or command before it is looked for by name. */
  readonly onText?: (text: string) => Outcome | Promise<Outcome>
  /** Enter in the empty field, after all that was entered before has been worked through. */
  readonly onEmpty?: () => void
  readonly inputRef?: Ref<InputRef>
  readonly autoFocus?: boolean
  readonly testId: string
}

/** What several were found for; with `fault` it was scanned, and is not forgotten when the scanner goes on. */
type Choice = { readonly text: string; readonly hits: readonly Choosable[]; readonly fault?: DeskFault }

/** Codes that a scanner sent in one go, with a space or tab between them. */
const codesIn = (text: string): string[] => {
  const parts = text.split(/\s+/)
  return parts.every((part) => /^\d{6,}$/.test(part)) ? parts : [text]
}

const mostShown = 8

/** The one hit that a whole code or name means, or the only one there is. */
const meant = (hits: readonly Hit[], text: string): Hit | undefined => {
  const exact = hits.filter((hit) => hit.detail.split(' · ')[0] === text || hit.title === text)
  return exact.length === 1 ? exact[0] : hits.length === 1 ? hits[0] : undefined
}

export const QuickPick = (props: Props) => {
  const { label, placeholder, types, onPick, onText, onEmpty, inputRef, autoFocus = false, testId } = props
  const { t } = useWords()
  const [text, setText] = useState('')
  const [active, setActive] = useState<number>()
  const [choice, setChoice] = useState<Choice>()
  const [faults, setFaults] = useState<readonly (DeskFault | string)[]>([])
  const [pending, setPending] = useState(0)
  const [leaves, setLeaves] = useState(0)
  const told = useRef(0)
  const line = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef({ onPick, onText, onEmpty })
  useEffect(() => {
    latest.current = { onPick, onText, onEmpty }
  })
  const wanted = text.trim()
  const search = { text: wanted, types: [...types], limit: mostShown }
  const found = useOperation('desk.search', search, { enabled: wanted !== '', keep: true })
  const hits = wanted !== '' ? (found.data?.rows ?? []) : (choice?.hits ?? [])
  const isFresh = wanted !== '' && !found.isFetching

  useEffect(() => {
    if (leaves > 0) latest.current.onEmpty?.()
  }, [leaves])

  const tell = (fault: DeskFault | string) => {
    told.current += 1
    setFaults((before) => [...before, fault])
  }
  const hush = () => {
    told.current = 0
    setFaults([])
  }
  const take = async (hit: Hit) => {
    const fault = await latest.current.onPick(hit)
    if (fault) tell(fault)
  }
  const work = async (typed: string, pointed: Hit | undefined, shown: Hit | undefined) => {
    if (pointed) return take(pointed)
    const outcome = (await latest.current.onText?.(typed)) ?? 'look'
    if (outcome === 'taken') return
    if (typeof outcome === 'object' && 'choose' in outcome) {
      setChoice({ text: typed, hits: outcome.choose, fault: outcome.fault })
      return setActive(0)
    }
    if (outcome !== 'look') return tell(outcome)
    if (shown) return take(shown)
    const answer = await call('desk.search', { text: typed, types: [...types], limit: mostShown })
    if (!answer.ok) return tell(answer.fault)
    const one = meant(answer.value.rows, typed)
    if (one) return take(one)
    if (answer.value.rows.length === 0) return tell(t('supplies.scan.nothing', { text: typed }))
    setChoice({ text: typed, hits: answer.value.rows })
    setActive(0)
  }
  const enqueue = (typed: string, pointed: Hit | undefined, shown: Hit | undefined) => {
    setPending((count) => count + 1)
    line.current = line.current
      .then(() => work(typed, pointed, shown))
      .catch((error: unknown) => tell({ code: 'unexpected', ref: String(error) }))
      .finally(() => setPending((count) => count - 1))
  }
  const forget = () => {
    setText('')
    setActive(undefined)
    setChoice(undefined)
  }
  const enter = () => {
    const pointed = active === undefined ? undefined : hits[active]
    if (wanted === '' && !pointed) {
      // What could not be found lies in somebody's hands: Enter first says that it was seen, the next one goes through.
      if (told.current > 0) return hush()
      line.current = line.current.then(() => (told.current === 0 ? setLeaves((count) => count + 1) : undefined))
      return
    }
    const shown = isFresh ? (meant(hits, wanted) ?? hits[0]) : undefined
    const codes = pointed ? [wanted] : codesIn(wanted)
    for (const code of codes) enqueue(code, pointed, codes.length === 1 ? shown : undefined)
    forget()
  }
  const move = (step: number) =>
    setActive((before) =>
      hits.length === 0 ? undefined : Math.max(0, Math.min(hits.length - 1, (before ?? -1) + step)),
    )
  useKeys({
    Escape: () => {
      if (text === '' && choice === undefined && faults.length === 0) return false
      forget()
      hush()
      return undefined
    },
  })

  return (
    <div className="quick-pick">
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        size="large"
        value={text}
        autoFocus={autoFocus}
        placeholder={placeholder}
        aria-label={label}
        data-testid={testId}
        data-pending={pending}
        onChange={(event) => {
          // What was scanned and not chosen lies in somebody's hands still.
          if (choice?.fault) tell(choice.fault)
          setText(event.target.value)
          setActive(undefined)
          setChoice(undefined)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
          if (event.key === 'ArrowDown') move(1)
          else if (event.key === 'ArrowUp') move(-1)
          else if (event.key === 'Enter') enter()
          else return
          event.preventDefault()
        }}
      />
      {choice !== undefined && <p className="quick-which">{t('supplies.scan.which', { text: choice.text })}</p>}
      {hits.length > 0 && (wanted !== '' || choice !== undefined) && (
        <ul className="quick-hits" role="listbox" aria-label={label}>
          {hits.map((hit, index) => (
            <li
              key={hit.subject}
              role="option"
              aria-selected={index === active}
              className={index === (active ?? 0) ? 'is-active' : ''}
              onMouseDown={(event) => {
                event.preventDefault()
                enqueue(wanted, hit, undefined)
                forget()
              }}
            >
              {hit.title} <span className="quiet">{hit.detail}</span>
            </li>
          ))}
        </ul>
      )}
      {faults.map((fault, index) =>
        typeof fault === 'string' ? (
          <div key={index} className="fault-note" role="alert">
            <strong>{fault}</strong>
          </div>
        ) : (
          <FaultNote key={index} fault={fault} />
        ),
      )}
      {faults.length > 0 && <p className="quiet">{t('supplies.scan.seen')}</p>}
    </div>
  )
}
