/** The pages of stocktaking. */
import type { PageEntry } from '../../shell/registers.ts'

export const stocktakePages: readonly PageEntry[] = [
  {
    name: 'supplies.stocktakes',
    title: 'supplies.stocktakes.title',
    under: 'supplies.rail.count',
    permission: 'supplies.read',
    load: () => import('./stocktakes-page.tsx').then((module) => module.StocktakesPage),
  },
  {
    name: 'supplies.stocktake.plan',
    title: 'supplies.stocktake.plan.title',
    permission: 'supplies.manage',
    isHidden: true,
    load: () => import('./plan-page.tsx').then((module) => module.StocktakePlanPage),
  },
  {
    name: 'supplies.stocktake',
    title: 'supplies.stocktakes.title',
    permission: 'supplies.read',
    isHidden: true,
    load: () => import('./page.tsx').then((module) => module.StocktakePage),
  },
]
