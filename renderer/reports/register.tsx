/** Reports: what was printed, and where each register's books are. */
import { FileTextOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'

export const reportsRegister: Register = {
  name: 'reports',
  title: 'nav.reports',
  icon: <FileTextOutlined />,
  pages: [
    {
      name: 'reports',
      title: 'nav.reports',
      permission: 'documents.read',
      load: () => import('./reports-page.tsx').then((room) => room.ReportsPage),
    },
  ],
}
