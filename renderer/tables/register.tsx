/** Import and export: tables in, tables out. */
import { TableOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'

export const tableRegister: Register = {
  name: 'tables',
  title: 'nav.tables',
  icon: <TableOutlined />,
  pages: [
    {
      name: 'tables.import',
      title: 'tables.import.title',
      permission: 'tables.import',
      load: () => import('./import-page.tsx').then((room) => room.ImportPage),
    },
    {
      name: 'tables.export',
      title: 'tables.export.title',
      permission: 'tables.export',
      load: () => import('./export-page.tsx').then((room) => room.ExportPage),
    },
  ],
}
