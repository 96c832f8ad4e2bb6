/** A sheet from the side over the page; it takes the keys, and Esc closes it. */
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { KeyCover, KeyScope, useKeys } from '../shell/keys.tsx'

type Props = {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
}

const Body = ({ onClose, children }: Pick<Props, 'onClose' | 'children'>) => {
  useKeys({ Escape: onClose })
  return <KeyScope>{children}</KeyScope>
}

/** Render it only while it is open. */
export const SideSheet = ({ title, onClose, width = 600, children }: Props) => (
  <Drawer open title={title} size={width} onClose={onClose} keyboard={false} destroyOnHidden>
    <KeyCover>
      <Body onClose={onClose}>{children}</Body>
    </KeyCover>
  </Drawer>
)
