/** A record from the side: what it says, and everything that happened to it. */
import type { ReactNode } from 'react'
import { History } from './history.tsx'
import { SideSheet } from './side-sheet.tsx'

type Props = {
  readonly title: ReactNode
  /** Id of the record, whose history is told. */
  readonly subject: string
  /** Records that belong to its course, such as the slips that filled it: what happened to them is told with it. */
  readonly also?: readonly string[] | undefined
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children?: ReactNode
  readonly width?: number
}

/** Render it only while it is open: `{id !== undefined && <RecordDrawer … />}`. */
export const RecordDrawer = ({ title, subject, also, onClose, actions, children, width = 600 }: Props) => (
  <SideSheet title={title} onClose={onClose} width={width}>
    <div className="record">
      {actions !== undefined && <div className="record-actions">{actions}</div>}
      {children}
      <History subject={subject} also={also} />
    </div>
  </SideSheet>
)
