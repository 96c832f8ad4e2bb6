/** What is typed of an approval route, and what it asks of the engine. */
import type { Category, Seal } from '../../../shared/seals/records.ts'
import type { Currency } from '../../../shared/office/money.ts'
import type { Input } from '../../shell/contract.ts'
import type { Chosen } from '../../ui/record-picker.tsx'
import type { Route } from './routes-page.tsx'

export type StepValues = {
  readonly mode: 'any-of' | 'all-of'
  readonly people: readonly Chosen[]
  /** Names of posts, with 、 or a comma between. */
  readonly posts: string
  readonly isAnyApprover: boolean
}

export type RouteValues = {
  readonly name: string
  readonly precedence: number | undefined
  readonly seals: readonly Chosen[]
  readonly sealTypes: readonly Seal['type'][]
  readonly categories: readonly Category[]
  readonly amountFrom: number | undefined
  readonly amountTo: number | undefined
  readonly currency: Currency
  readonly steps: readonly StepValues[]
}

export const noStep: StepValues = { mode: 'any-of', people: [], posts: '', isAnyApprover: false }

const noRoute: RouteValues = {
  name: '',
  precedence: undefined,
  seals: [],
  sealTypes: [],
  categories: [],
  amountFrom: undefined,
  amountTo: undefined,
  currency: 'CNY',
  steps: [noStep],
}

const stepOf = ({ mode, approvers }: Route['steps'][number]): StepValues => ({
  mode,
  people: approvers.flatMap((one) => (one.by === 'person' ? [one.person] : [])),
  posts: approvers.flatMap((one) => (one.by === 'post' ? [one.post] : [])).join('、'),
  isAnyApprover: approvers.some((one) => one.by === 'role'),
})

export const valuesOf = (route: Route | undefined): RouteValues =>
  route
    ? {
        name: route.name,
        precedence: route.precedence,
        seals: route.seals.map(({ id, code, name }) => ({ id, name: `${code} ${name}` })),
        sealTypes: route.sealTypes,
        categories: route.categories,
        amountFrom: route.amountFrom,
        amountTo: route.amountTo,
        currency: route.currency as Currency,
        steps: route.steps.map(stepOf),
      }
    : noRoute

type Asked = Input<'seals.routeSet'>

const stepInput = ({ mode, people, posts, isAnyApprover }: StepValues): Asked['steps'][number] => ({
  mode,
  approvers: [
    ...people.map(({ id }) => ({ by: 'person' as const, person: id })),
    ...posts
      .split(/[、,，;；]/u)
      .map((post) => post.trim())
      .filter((post) => post !== '')
      .map((post) => ({ by: 'post' as const, post })),
    ...(isAnyApprover ? [{ by: 'role' as const, role: 'approver' }] : []),
  ],
})

export const inputOf = (values: RouteValues, route: Route | undefined): Asked => ({
  ...(route ? { id: route.id, basedOn: route.heads } : {}),
  name: values.name,
  precedence: values.precedence,
  seals: values.seals.map(({ id }) => id),
  sealTypes: [...values.sealTypes],
  categories: [...values.categories],
  amountFrom: values.amountFrom,
  amountTo: values.amountTo,
  currency: values.currency,
  steps: values.steps.map(stepInput),
})
