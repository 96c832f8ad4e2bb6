/** The pages of supply requests and of the office's bands. */
import type { Register } from '../shell/registers.ts'

export const requestPages: Register['pages'] = [
  {
    name: 'supplies.requests',
    title: 'supplies.requests.title',
    permission: 'supplies.request',
    load: () => import('./requests-page.tsx').then((module) => module.RequestsPage),
  },
  {
    name: 'supplies.ask',
    title: 'supplies.ask.title',
    permission: 'supplies.request',
    isHidden: true,
    load: () => import('./ask-page.tsx').then((module) => module.AskPage),
  },
  {
    name: 'supplies.policy',
    title: 'supplies.policy.title',
    permission: 'office.manage',
    load: () => import('./policy-page.tsx').then((module) => module.PolicyPage),
  },
]
