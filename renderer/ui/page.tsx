/** The frame of a page: title, what it is about, actions with their keys, and the content. */
import type { ReactNode } from 'react'
import { usePlaces } from '../shell/places.tsx'
import { useWords } from '../shell/words.tsx'
import { KeyCap } from './key-cap.tsx'
import './parts.css'

type Props = {
  readonly title: string
  /** A line beside the title: a number, a state, a count. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  /** `wide` fills the window (tables); `form` keeps a readable width. */
  readonly width?: 'wide' | 'form'
  readonly children: ReactNode
}

export const Page = ({ title, about, actions, width = 'wide', children }: Props) => {
  const { canGoBack, back } = usePlaces()
  const { t } = useWords()
  return (
    <section className={`page page-${width}`} aria-label={title}>
      <header className="page-head">
        {canGoBack && (
          <button type="button" className="plain page-back" onClick={back} aria-label={t('nav.back')}>
            <span aria-hidden="true">←</span> <KeyCap name="Escape" />
          </button>
        )}
        <h1>{title}</h1>
        {about !== undefined && (
          <div className={typeof about === 'string' ? 'page-about is-text' : 'page-about'}>{about}</div>
        )}
        <div className="page-actions">{actions}</div>
      </header>
      <div className="page-body">{children}</div>
    </section>
  )
}
