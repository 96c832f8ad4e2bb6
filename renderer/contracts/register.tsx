/** The contracts register's pages, where its records open, and the steps it offers from the box. */
import { FileProtectOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'

export const contractRegister: Register = {
  name: 'contracts',
  title: 'nav.contracts',
  icon: <FileProtectOutlined />,
  pages: [
    {
      name: 'contracts.check',
      title: 'authority.title',
      key: 'F4',
      permission: 'contracts.check',
      load: () => import('./check-page.tsx').then((room) => room.CheckPage),
    },
    {
      name: 'contracts.list',
      title: 'contracts.contracts',
      permission: 'contracts.read',
      load: () => import('./contracts-page.tsx').then((room) => room.ContractsPage),
    },
    {
      name: 'contracts.alerts',
      title: 'alerts.title',
      permission: 'contracts.read',
      load: () => import('./alerts-page.tsx').then((room) => room.AlertsPage),
    },
    {
      name: 'contracts.whoMay',
      title: 'whoMay.title',
      permission: 'contracts.check',
      load: () => import('./who-may-page.tsx').then((room) => room.WhoMayPage),
    },
    {
      name: 'contracts.form',
      title: 'contracts.add',
      permission: 'contracts.manage',
      isHidden: true,
      load: () => import('./contract-form.tsx').then((room) => room.ContractForm),
    },
    {
      name: 'contracts.delegations',
      title: 'delegations.title',
      permission: 'contracts.read',
      load: () => import('./delegations-page.tsx').then((room) => room.DelegationsPage),
    },
    {
      name: 'contracts.delegate',
      title: 'delegations.issue',
      // Who keeps the contracts enters what was signed on paper.
      permission: 'contracts.manage',
      isHidden: true,
      load: () => import('./delegation-form.tsx').then((room) => room.DelegationForm),
    },
    {
      name: 'contracts.revoke',
      title: 'revocations.revoke',
      permission: 'contracts.delegate',
      isHidden: true,
      load: () => import('./revoke-page.tsx').then((room) => room.RevokePage),
    },
    {
      name: 'contracts.revocations',
      title: 'revocations.title',
      permission: 'contracts.read',
      load: () => import('./revocations-page.tsx').then((room) => room.RevocationsPage),
    },
    {
      name: 'contracts.notices',
      title: 'revocations.mine',
      permission: 'signed-in',
      isHidden: true,
      load: () => import('./notices-page.tsx').then((room) => room.NoticesPage),
    },
    {
      name: 'contracts.checks',
      title: 'authority.checks',
      permission: 'contracts.read',
      load: () => import('./checks-page.tsx').then((room) => room.ChecksPage),
    },
    {
      name: 'contracts.rates',
      title: 'rates.title',
      permission: 'contracts.read',
      load: () => import('./rates-page.tsx').then((room) => room.RatesPage),
    },
    {
      name: 'contracts.interests',
      title: 'interests.title',
      permission: 'contracts.read',
      load: () => import('./interests-page.tsx').then((room) => room.InterestsPage),
    },
  ],
  opens: {
    contract: (subject) => ({ page: 'contracts.list', params: { id: subject } }),
    delegation: (subject) => ({ page: 'contracts.delegations', params: { id: subject } }),
    revocation_notice: () => ({ page: 'contracts.notices', params: {} }),
    exchange_rate: (subject) => ({ page: 'contracts.rates', params: { id: subject } }),
    interest: (subject) => ({ page: 'contracts.interests', params: { id: subject } }),
    authority_check: (subject) => ({ page: 'contracts.checks', params: { id: subject } }),
  },
  steps: [
    {
      type: 'person',
      label: 'authority.step.person',
      permission: 'contracts.check',
      to: ({ subject, title }) => ({ page: 'contracts.check', params: { person: subject, name: title } }),
    },
    {
      type: 'contract',
      label: 'authority.step.contract',
      permission: 'contracts.check',
      to: ({ subject, title }) => ({ page: 'contracts.check', params: { contract: subject, name: title } }),
    },
    {
      type: 'delegation',
      label: 'delegations.step.pass-on',
      permission: 'contracts.delegate',
      to: ({ subject }) => ({ page: 'contracts.delegate', params: { parent: subject } }),
    },
  ],
}
