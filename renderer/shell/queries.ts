/** Reading and acting from a page: caches that the engine's `changed` events renew, and acts that are done once. */
import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  type Query,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { bridge } from './bridge.ts'
import { call, faultOf, Refused, type Answer, type DeskFault } from './call.ts'
import type { CommandName, Input, Output, PagedName, QueryName, RowOf, TaskName } from './contract.ts'

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: Infinity, gcTime: 120_000, refetchOnWindowFocus: false } },
})

/** Which changes renew a query: with `subjects` only those named, without it all. */
const isTouched = (query: Query, changed: readonly string[]): boolean => {
  const subjects = query.meta?.['subjects']
  if (!Array.isArray(subjects) || changed.length === 0) return true
  return changed.some((name) => subjects.includes(name))
}

/** Renews what is on screen when something was entered, here or by another window. Returns a function that stops. */
export const followChanges = (): (() => void) =>
  bridge().onEvent((event) => {
    if (event.event === 'changed')
      void queries.invalidateQueries({ predicate: (query) => isTouched(query, event.subjects) })
    if (event.event === 'engine-ready') void queries.invalidateQueries()
  })

const must = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
  const reply = await answer
  if (!reply.ok) throw new Refused(reply.fault)
  return reply.value
}

/** A portion takes the engine about a tenth of a second; so others get their turn between two. */
const betweenPortions = 400

export type ReadOptions = {
  /** Ask only when true; for a query whose input is not complete yet. */
  readonly enabled?: boolean
  /** Subject types whose changes renew it; all changes do when left out. */
  readonly subjects?: readonly string[]
  /** Keep showing the former answer while a new input is asked, as in a search box. */
  readonly keep?: boolean
}

type AnswerOptions<T> = ReadOptions & {
  /** Whether an answer tells only a part so far, as where much is read in portions: then it is asked again shortly. */
  readonly isUnfinished?: (answer: T) => boolean
}

export type Read<T> = {
  readonly data: T | undefined
  readonly fault: DeskFault | undefined
  readonly isLoading: boolean
  readonly isFetching: boolean
  /** With `keep`: what is shown answers a former input. */
  readonly isFormer: boolean
  readonly again: () => void
}

/** The answer of a query, kept and renewed: `const { data, fault } = useOperation('seals.get', { id })`. */
export const useOperation = <N extends QueryName>(
  name: N,
  input: Input<N>,
  options: AnswerOptions<Output<N>> = {},
): Read<Output<N>> => {
  const { isUnfinished } = options
  const result = useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: () => must(call(name, input)),
    enabled: options.enabled ?? true,
    meta: { subjects: options.subjects },
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
    ...(isUnfinished && {
      refetchInterval: ({ state }) => (state.data !== undefined && isUnfinished(state.data) ? betweenPortions : false),
    }),
  })
  return {
    data: result.data,
    fault: result.error === null ? undefined : faultOf(result.error),
    isLoading: result.isPending && result.fetchStatus !== 'idle',
    isFetching: result.isFetching,
    isFormer: result.isPlaceholderData,
    again: () => void result.refetch(),
  }
}

/** The answers of one query to several inputs, in their order. */
export const useOperations = <N extends QueryName>(
  name: N,
  inputs: readonly Input<N>[],
  options: Pick<ReadOptions, 'subjects'> = {},
): readonly Pick<Read<Output<N>>, 'data' | 'fault'>[] =>
  useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input],
      queryFn: () => must(call(name, input)),
      meta: { subjects: options.subjects },
    })),
  }).map((result) => ({ data: result.data, fault: result.error === null ? undefined : faultOf(result.error) }))

export type Pages<R> = {
  readonly rows: readonly R[]
  readonly fault: DeskFault | undefined
  readonly isLoading: boolean
  readonly isLoadingMore: boolean
  readonly hasMore: boolean
  readonly more: () => void
  readonly again: () => void
}

/** A list that goes on by key: rows so far, and `more()` for the next page. */
export const useRows = <N extends PagedName>(name: N, input: Input<N>, options: ReadOptions = {}): Pages<RowOf<N>> => {
  const result = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: async ({ pageParam }) => {
      const asked = { ...(input as object), ...(pageParam === undefined ? {} : { after: pageParam }) } as Input<N>
      return (await must(call(name, asked))) as { rows: readonly RowOf<N>[]; next?: string }
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: options.enabled ?? true,
    meta: { subjects: options.subjects },
    placeholderData: keepPreviousData,
  })
  return {
    rows: result.data?.pages.flatMap((page) => page.rows) ?? [],
    fault: result.error === null ? undefined : faultOf(result.error),
    isLoading: result.isPending && result.fetchStatus !== 'idle',
    isLoadingMore: result.isFetchingNextPage,
    hasMore: result.hasNextPage,
    more: () => {
      if (result.hasNextPage && !result.isFetchingNextPage) void result.fetchNextPage()
    },
    again: () => void result.refetch(),
  }
}

export type Acting<N extends CommandName | TaskName> = {
  /** Does the act; the answer says what came of it. The same act again (after a lost reply) keeps its id. */
  readonly act: (input: Input<N>) => Promise<Answer<Output<N>>>
  readonly isActing: boolean
  readonly fault: DeskFault | undefined
  readonly value: Output<N> | undefined
  /** Id of the act under way or last done; progress events and cancelling name it. */
  readonly command: string | undefined
  /** Forgets fault and value, for the next act on the same page. */
  readonly clear: () => void
}

/** Refusals after which it is not known whether the act was done: only then a retry must keep the id. */
const isUncertain = (fault: DeskFault): boolean =>
  fault.code === 'engine-restarting' || fault.code === 'engine-lost' || fault.code === 'unexpected'

/** An act of the person at the desk: `const seal = useCommand('seals.use')`, then `await seal.act(input)`. */
export const useCommand = <N extends CommandName | TaskName>(name: N): Acting<N> => {
  const kept = useRef<{ id: string; input: string } | undefined>(undefined)
  const mutation = useMutation<Answer<Output<N>>, Error, { input: Input<N>; id: string }>({
    mutationFn: async ({ input, id }) => call(name, input, id),
  })
  const act = async (input: Input<N>): Promise<Answer<Output<N>>> => {
    const written = JSON.stringify(input)
    const id = kept.current?.input === written ? kept.current.id : crypto.randomUUID()
    kept.current = { id, input: written }
    const answer = await mutation.mutateAsync({ input, id })
    if (answer.ok || !isUncertain(answer.fault)) kept.current = undefined
    return answer
  }
  const answer = mutation.data
  return {
    act,
    isActing: mutation.isPending,
    fault: answer?.ok === false ? answer.fault : mutation.error === null ? undefined : faultOf(mutation.error),
    value: answer?.ok === true ? answer.value : undefined,
    command: mutation.variables?.id,
    clear: mutation.reset,
  }
}
