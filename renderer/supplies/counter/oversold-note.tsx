/** Places where an item stands below zero 超发, and the entries that clear it up. */
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { stockText } from './stock-bar.tsx'

export const OversoldNote = ({ opened: { item, stockAt } }: { opened: Output<'supplies.item'> }) => {
  const { t, clauses } = useWords()
  const { go } = usePlaces()
  const { may } = useSession()
  const below = stockAt.filter(({ quantity }) => quantity < 0)
  if (below.length === 0) return null
  const places = clauses(below.map(({ location, quantity }) => `${location} ${stockText(item, quantity)}`))
  return (
    <div className="oversold-note" role="note" data-testid="oversold">
      <p>{t('supplies.oversold.what', { places })}</p>
      {may('supplies.issue') && (
        <p>
          <ActButton onAct={() => go('supplies.receive', { item: item.id })}>{t('supplies.receive.title')}</ActButton>{' '}
          <ActButton onAct={() => go('supplies.move')}>{t('supplies.move.title')}</ActButton>{' '}
          <ActButton onAct={() => go('supplies.slips')}>{t('supplies.oversold.slips')}</ActButton>
        </p>
      )}
    </div>
  )
}
