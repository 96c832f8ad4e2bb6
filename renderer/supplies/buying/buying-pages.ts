/** The pages of buying: suggestions, purchase requests, and asking for one. */
import type { Register } from '../../shell/registers.ts'

export const buyingPages: Register['pages'] = [
  {
    name: 'supplies.suggestions',
    title: 'buying.suggestions.title',
    under: 'supplies.rail.buying',
    permission: 'supplies.read',
    load: () => import('./suggestions-page.tsx').then((module) => module.SuggestionsPage),
  },
  {
    name: 'supplies.purchases',
    title: 'buying.purchases.title',
    under: 'supplies.rail.buying',
    permission: 'supplies.read',
    load: () => import('./purchases-page.tsx').then((module) => module.PurchasesPage),
  },
  {
    name: 'supplies.purchase-new',
    title: 'buying.purchase.new.title',
    permission: 'supplies.manage',
    isHidden: true,
    load: () => import('./purchase-new-page.tsx').then((module) => module.PurchaseNewPage),
  },
]
