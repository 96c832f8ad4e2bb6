/** Settings: this machine, this desk, the office. */
import { SettingOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'

export const settingsRegister: Register = {
  name: 'settings',
  title: 'nav.settings',
  icon: <SettingOutlined />,
  pages: [
    {
      name: 'settings',
      title: 'nav.settings',
      permission: 'signed-in',
      load: () => import('./settings-page.tsx').then((room) => room.SettingsPage),
    },
  ],
}
