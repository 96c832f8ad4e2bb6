/** The seal register's pages, where its records open, and the steps it offers from the box. */
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { lifeOpens, lifePages, lifeSteps } from './life/life-pages.ts'
import type { Register } from '../shell/registers.ts'

export const sealRegister: Register = {
  name: 'seals',
  title: 'seals.title',
  icon: <SafetyCertificateOutlined />,
  pages: [
    {
      name: 'seals.use',
      title: 'seals.use.title',
      key: 'F2',
      permission: 'seals.use',
      load: () => import('./use/use-page.tsx').then((room) => room.UsePage),
    },
    {
      name: 'seals.requests',
      title: 'seals.requests.title',
      permission: 'seals.read',
      load: () => import('./requests/requests-page.tsx').then((room) => room.RequestsPage),
    },
    {
      name: 'seals.request-new',
      title: 'seals.requests.new',
      permission: 'seals.request',
      isHidden: true,
      load: () => import('./requests/request-form.tsx').then((room) => room.RequestForm),
    },
    {
      name: 'seals.blank',
      title: 'type.seal_blank',
      permission: 'seals.read',
      isHidden: true,
      load: () => import('./use/blank-page.tsx').then((room) => room.BlankPage),
    },
    {
      name: 'seals.batch',
      title: 'seals.approvals.batch',
      permission: 'seals.approve',
      isHidden: true,
      load: () => import('./use/batch-page.tsx').then((room) => room.BatchPage),
    },
    {
      name: 'seals.cabinet',
      title: 'seals.cabinet.title',
      permission: 'seals.read',
      load: () => import('./life/cabinet-page.tsx').then((room) => room.CabinetPage),
    },
    ...lifePages,
    {
      name: 'seals.seal-form',
      title: 'seals.cabinet.register',
      permission: 'seals.manage',
      isHidden: true,
      load: () => import('./life/seal-form.tsx').then((room) => room.SealForm),
    },
    {
      name: 'seals.book',
      title: 'seals.book.title',
      permission: 'seals.read',
      load: () => import('./use/book-page.tsx').then((room) => room.BookPage),
    },
    {
      name: 'seals.archive',
      title: 'seals.archive.title',
      permission: 'seals.use',
      load: () => import('./archive/archive-page.tsx').then((room) => room.ArchivePage),
    },
    {
      name: 'seals.closing',
      title: 'seals.closing.title',
      permission: 'seals.read',
      load: () => import('./closing/closing-page.tsx').then((room) => room.ClosingPage),
    },
    {
      name: 'seals.routes',
      title: 'seals.routes.title',
      permission: 'seals.read',
      load: () => import('./requests/routes-page.tsx').then((room) => room.RoutesPage),
    },
  ],
  opens: {
    ...lifeOpens,
    seal_closing: (subject) => ({ page: 'seals.closing', params: { closing: subject } }),
    seal: (subject) => ({ page: 'seals.cabinet', params: { seal: subject } }),
    seal_request: (subject) => ({ page: 'seals.requests', params: { request: subject } }),
    seal_blank: (subject) => ({ page: 'seals.blank', params: { blank: subject } }),
    approval_route: () => ({ page: 'seals.routes', params: {} }),
    absence: () => ({ page: 'seals.routes', params: {} }),
    seal_use: (subject) => ({ page: 'seals.book', params: { use: subject } }),
  },
  steps: [
    ...lifeSteps,
    {
      type: 'seal_request',
      label: 'seals.step.use-request',
      permission: 'seals.use',
      to: ({ subject }) => ({ page: 'seals.use', params: { request: subject } }),
    },
    {
      type: 'contract',
      label: 'seals.step.use-contract',
      permission: 'seals.use',
      to: ({ subject, title }) => ({ page: 'seals.use', params: { contract: subject, name: title } }),
    },
    {
      type: 'seal',
      label: 'seals.step.use-seal',
      permission: 'seals.use',
      to: ({ subject, title }) => ({ page: 'seals.use', params: { seal: subject, name: title } }),
    },
    {
      type: 'seal',
      label: 'seals.step.book-of-seal',
      permission: 'seals.read',
      to: ({ subject }) => ({ page: 'seals.book', params: { seal: subject } }),
    },
  ],
}
