/**
 * What covers the page: takes the focus and keeps Tab inside, gives the focus back when it goes.
 *
 * Our own rather than antd's Modal and Drawer, since those lock scrolling with a style element that carries no nonce.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { KeyCover, KeyScope, useKeys } from '../shell/keys.tsx'
import { useWords } from '../shell/words.tsx'
import './cover.css'

type Props = {
  readonly label: string
  readonly onClose: () => void
  /** `side` slides over the right part, `middle` stands as a sheet. */
  readonly kind: 'side' | 'middle'
  readonly width: number
  readonly children: ReactNode
}

const stops =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), summary, [tabindex]:not([tabindex="-1"])'

const stopsIn = (sheet: HTMLElement): HTMLElement[] =>
  [...sheet.querySelectorAll<HTMLElement>(stops)].filter((stop) => stop.offsetParent !== null && stop.tabIndex >= 0)

const keepInside = (event: KeyboardEvent<HTMLDivElement>) => {
  if (event.key !== 'Tab') return
  const all = stopsIn(event.currentTarget)
  const [first, last] = [all[0], all.at(-1)]
  const leaves = event.shiftKey ? event.target === first || event.target === event.currentTarget : event.target === last
  if (!leaves) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}

const Sheet = ({ label, onClose, kind, width, children }: Props) => {
  const sheet = useRef<HTMLDivElement>(null)
  useKeys({ Escape: onClose })
  // Taken while rendering: a field inside that focuses itself has done so before any effect runs.
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    if (sheet.current?.contains(document.activeElement) !== true) sheet.current?.focus()
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost && before instanceof HTMLElement) before.focus()
    }
  }, [before])
  // What had the focus may be gone with the act it did: then the sheet takes it, so that Tab goes on inside.
  useEffect(() => {
    if (document.activeElement === document.body) sheet.current?.focus()
  })
  return (
    <div className={`cover is-${kind}`}>
      <div className="cover-back" role="presentation" onClick={onClose} />
      <div
        ref={sheet}
        className="cover-sheet"
        role="dialog"
        aria-modal="true"
        aria-label={label}
        tabIndex={-1}
        style={{ width }}
        onKeyDown={keepInside}
      >
        <KeyScope>{children}</KeyScope>
      </div>
    </div>
  )
}

/** Render it only while it is open. */
export const Cover = (props: Props) => (
  <KeyCover>
    <Sheet {...props} />
  </KeyCover>
)

/** The head of a sheet: title and the way out. */
export const CoverHead = ({ title, onClose }: { title: ReactNode; onClose: () => void }) => {
  const { t } = useWords()
  return (
    <header className="cover-head">
      <h2>{title}</h2>
      <button type="button" className="plain cover-close" aria-label={t('ui.close')} onClick={onClose}>
        <kbd aria-hidden="true">Esc</kbd> <span aria-hidden="true">✕</span>
      </button>
    </header>
  )
}
