/** A sheet in the middle of the window, for a question or a short text; it takes the keys, and Esc closes it. */
import type { ReactNode } from 'react'
import { Cover, CoverHead } from './cover.tsx'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
}

/** Render it only while it is open. */
export const MiddleSheet = ({ title, onClose, width = 520, children }: Props) => (
  <Cover kind="middle" width={width} label={title} onClose={onClose}>
    <CoverHead title={title} onClose={onClose} />
    <div className="cover-body">{children}</div>
  </Cover>
)
