/** Reports: the seals' uses by month, the supplies, and what was printed. */
import { FileTextOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'

export const reportsRegister: Register = {
  name: 'reports',
  title: 'nav.reports',
  icon: <FileTextOutlined />,
  pages: [
    {
      name: 'exceptions.list',
      title: 'exceptions.title',
      permission: 'signed-in',
      load: () => import('../exceptions/exceptions-page.tsx').then((room) => room.ExceptionsPage),
    },
    {
      name: 'reports.seals',
      title: 'reports.seals',
      permission: 'seals.read',
      load: () => import('./seal-months-page.tsx').then((room) => room.SealMonthsPage),
    },
    {
      name: 'reports.supplies',
      title: 'supplies.report.title',
      permission: 'supplies.read',
      load: () => import('./supply-report-page.tsx').then((room) => room.SupplyReportPage),
    },
    {
      name: 'reports.printed',
      title: 'reports.printed',
      permission: 'documents.read',
      load: () => import('./printed-page.tsx').then((room) => room.PrintedPage),
    },
    {
      name: 'documents.check',
      title: 'documents.check',
      permission: 'documents.read',
      load: () => import('../documents/check-page.tsx').then((room) => room.CheckPage),
    },
    {
      name: 'documents.stamp',
      title: 'stamping.title',
      permission: 'documents.issue',
      isHidden: true,
      load: () => import('../documents/stamping/stamp-page.tsx').then((room) => room.StampPage),
    },
  ],
  opens: {
    document: (subject) => ({ page: 'reports.printed', params: { document: subject } }),
    exception: (subject) => ({ page: 'exceptions.list', params: { exception: subject } }),
  },
}
