/** A list that comes whole, as the table's pages. */
import type { Pages, Read } from '../shell/queries.ts'

export const wholePages = <R>(
  rows: readonly R[],
  { fault, isLoading, again }: Pick<Read<unknown>, 'fault' | 'isLoading' | 'again'>,
  isCut = false,
): Pages<R> => ({ rows, fault, isLoading, isLoadingMore: false, hasMore: isCut, more: () => undefined, again })
