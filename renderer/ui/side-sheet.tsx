/** A sheet from the side over the page; it takes the keys, and Esc closes it. */
import type { ReactNode } from 'react'
import { useWords } from '../shell/words.tsx'
import { Cover, CoverHead } from './cover.tsx'

type Props = {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
}

/** Render it only while it is open. */
export const SideSheet = ({ title, onClose, width = 600, children }: Props) => {
  const { t } = useWords()
  return (
    <Cover kind="side" width={width} label={typeof title === 'string' ? title : t('ui.open')} onClose={onClose}>
      <CoverHead title={title} onClose={onClose} />
      <div className="cover-body">{children}</div>
    </Cover>
  )
}
