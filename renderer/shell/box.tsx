/** The box over any page (Ctrl+K); Esc leaves it, and the page under it is as it was. */
import { useEffect } from 'react'
import { Finder } from './finder.tsx'
import { KeyCover, KeyScope, useKeys } from './keys.tsx'
import { useWords } from './words.tsx'

const Sheet = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  useKeys({ Escape: onClose, 'Ctrl+k': onClose })
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [])
  return (
    <div className="box-cover" onClick={onClose} role="presentation">
      <div
        className="box-sheet"
        role="dialog"
        aria-modal="true"
        aria-label={t('keys.search')}
        onClick={(event) => event.stopPropagation()}
      >
        <KeyScope>
          <Finder onLeave={onClose} />
        </KeyScope>
      </div>
    </div>
  )
}

export const Box = ({ onClose }: { onClose: () => void }) => (
  <KeyCover>
    <Sheet onClose={onClose} />
  </KeyCover>
)
