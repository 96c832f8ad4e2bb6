/** The desk: where everyone begins. */
import { HomeOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'
import { DeskPage } from './desk-page.tsx'

export const deskRegister: Register = {
  name: 'desk',
  title: 'nav.desk',
  icon: <HomeOutlined />,
  // Not loaded later like the other pages: it is the first that is seen.
  pages: [{ name: 'desk', title: 'nav.desk', permission: 'signed-in', load: () => Promise.resolve(DeskPage) }],
}
