/** An exception's state, and whether what it told is over. */
import type { RowOf } from '../shell/contract.ts'
import type { Say } from '../shell/words.tsx'

export const stateText = ({ t }: Say, { state, isPast }: Pick<RowOf<'exceptions.list'>, 'state' | 'isPast'>): string =>
  [t(`exceptions.state.${state}`), isPast === true && t('exceptions.past')].filter(Boolean).join(' · ')
