/** The pages of supply requests, of the office's bands, and of returns without a slip. */
import type { Register } from '../../shell/registers.ts'

export const requestPages: Register['pages'] = [
  {
    name: 'supplies.requests',
    title: 'supplies.requests.title',
    permission: 'supplies.request',
    load: () => import('./requests-page.tsx').then((module) => module.RequestsPage),
  },
  {
    name: 'supplies.return-free',
    title: 'supplies.return.free',
    permission: 'supplies.issue',
    isHidden: true,
    load: () => import('./free-return-page.tsx').then((module) => module.FreeReturnPage),
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
    under: 'supplies.rail.shelf',
    permission: 'office.manage',
    load: () => import('../items/policy-page.tsx').then((module) => module.PolicyPage),
  },
]
