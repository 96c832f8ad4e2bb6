/** The pages of a seal's outings and handovers, and the step that leads to them from a request. */
import type { NextStep, PageEntry } from '../../shell/registers.ts'

export const lifePages: readonly PageEntry[] = [
  {
    name: 'seals.out',
    title: 'seals.out.title',
    permission: 'seals.read',
    load: () => import('./out-page.tsx').then((room) => room.OutPage),
  },
  {
    name: 'seals.outing-new',
    title: 'seals.out.new-outing',
    permission: 'seals.use',
    isHidden: true,
    load: () => import('./outing-form.tsx').then((room) => room.OutingForm),
  },
  {
    name: 'seals.handover-new',
    title: 'seals.out.new-handover',
    permission: 'seals.manage',
    isHidden: true,
    load: () => import('./handover-form.tsx').then((room) => room.HandoverForm),
  },
]

export const lifeOpens = {
  seal_outing: (subject: string) => ({ page: 'seals.out', params: { outing: subject } }),
  seal_handover: (subject: string) => ({ page: 'seals.out', params: { handover: subject } }),
  seal_life_act: (subject: string) => ({ page: 'seals.cabinet', params: { act: subject } }),
}

export const lifeSteps: readonly NextStep[] = [
  {
    type: 'seal',
    label: 'seals.act.taken-out',
    permission: 'seals.use',
    to: ({ subject }) => ({ page: 'seals.outing-new', params: { seal: subject } }),
  },
  {
    type: 'seal',
    label: 'seals.act.offered',
    permission: 'seals.manage',
    to: ({ subject }) => ({ page: 'seals.handover-new', params: { seal: subject } }),
  },
]
