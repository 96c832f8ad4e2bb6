/** The supplies register in the page: issue (F3), receive, return, items, slips. */
import { InboxOutlined } from '@ant-design/icons'
import type { Register } from '../shell/registers.ts'
import { requestPages } from './counter/request-pages.ts'
import { buyingPages } from './buying/buying-pages.ts'
import { stocktakePages } from './stocktake/pages.ts'
// Here, since whichever page or drawer is opened first needs it.
import './supplies.css'

export const suppliesRegister: Register = {
  name: 'supplies',
  title: 'nav.supplies',
  icon: <InboxOutlined />,
  pages: [
    {
      name: 'supplies.issue',
      title: 'supplies.issue.title',
      key: 'F3',
      permission: 'supplies.issue',
      load: () => import('./counter/issue-page.tsx').then((module) => module.IssuePage),
    },
    {
      name: 'supplies.receive',
      title: 'supplies.receive.title',
      permission: 'supplies.issue',
      load: () => import('./counter/receive-page.tsx').then((module) => module.ReceivePage),
    },
    {
      name: 'supplies.return',
      title: 'supplies.return.title',
      permission: 'supplies.issue',
      load: () => import('./counter/return-page.tsx').then((module) => module.ReturnPage),
    },
    ...requestPages,
    {
      name: 'supplies.items',
      title: 'supplies.items.title',
      permission: 'supplies.read',
      load: () => import('./items/items-page.tsx').then((module) => module.ItemsPage),
    },
    {
      name: 'supplies.move',
      title: 'supplies.move.title',
      under: 'supplies.rail.stock',
      permission: 'supplies.issue',
      load: () => import('./counter/move-page.tsx').then((module) => module.MovePage),
    },
    {
      name: 'supplies.slips',
      title: 'supplies.slips.title',
      under: 'supplies.rail.stock',
      permission: 'supplies.read',
      load: () => import('./counter/slips-page.tsx').then((module) => module.SlipsPage),
    },
    {
      name: 'supplies.ledger',
      title: 'supplies.ledger.title',
      under: 'supplies.rail.stock',
      permission: 'supplies.read',
      load: () => import('./value/ledger-page.tsx').then((module) => module.LedgerPage),
    },
    ...buyingPages,
    ...stocktakePages,
    {
      name: 'supplies.closings',
      title: 'supplies.closing.title',
      under: 'supplies.rail.count',
      permission: 'supplies.read',
      load: () => import('./value/stock-closing-page.tsx').then((module) => module.StockClosingPage),
    },
    {
      name: 'supplies.budgets',
      title: 'supplies.budget.title',
      under: 'supplies.rail.shelf',
      permission: 'supplies.read',
      load: () => import('./budget/budgets-page.tsx').then((module) => module.BudgetsPage),
    },
    {
      name: 'supplies.shelf',
      title: 'supplies.shelf.title',
      under: 'supplies.rail.shelf',
      permission: 'supplies.read',
      load: () => import('./items/shelf-page.tsx').then((module) => module.ShelfPage),
    },
    {
      name: 'supplies.labels',
      title: 'supplies.labels.title',
      under: 'supplies.rail.shelf',
      permission: 'supplies.read',
      load: () => import('./items/labels-page.tsx').then((module) => module.LabelsPage),
    },
    {
      name: 'supplies.item',
      title: 'supplies.item.new.title',
      permission: 'supplies.manage',
      isHidden: true,
      load: () => import('./items/item-page.tsx').then((module) => module.ItemPage),
    },
  ],
  opens: {
    stocktake: (subject) => ({ page: 'supplies.stocktake', params: { id: subject } }),
    purchase_request: (subject) => ({ page: 'supplies.purchases', params: { open: subject } }),
    supply_item: (subject) => ({ page: 'supplies.items', params: { open: subject } }),
    supply_place: () => ({ page: 'supplies.shelf', params: { list: 'place' } }),
    supply_group: () => ({ page: 'supplies.shelf', params: { list: 'group' } }),
    stock_month: () => ({ page: 'supplies.closings', params: {} }),
    stock_closing: (subject) => ({ page: 'supplies.closings', params: { closing: subject } }),
    supply_budget: () => ({ page: 'supplies.budgets', params: {} }),
    supply_request: (subject) => ({ page: 'supplies.requests', params: { open: subject } }),
    supply_slip: (subject) => ({ page: 'supplies.slips', params: { open: subject } }),
  },
  steps: [
    {
      type: 'person',
      label: 'supplies.issue.for',
      permission: 'supplies.issue',
      to: (hit) => ({
        page: 'supplies.issue',
        params: { recipient: hit.subject, name: hit.title, detail: hit.detail },
      }),
    },
    {
      type: 'supply_item',
      label: 'supplies.issue.item',
      permission: 'supplies.issue',
      to: (hit) => ({ page: 'supplies.issue', params: { item: hit.subject } }),
    },
    {
      type: 'supply_item',
      label: 'supplies.receive.title',
      permission: 'supplies.issue',
      to: (hit) => ({ page: 'supplies.receive', params: { item: hit.subject } }),
    },
  ],
}
