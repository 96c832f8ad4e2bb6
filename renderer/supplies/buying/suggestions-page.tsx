/** 补货建议: what to buy, by supplier, each with the reason in a sentence; what is chosen becomes a purchase request. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { moneyText } from '../../../shared/office/money.ts'
import type { SuggestionRow } from '../../../shared/supplies/buying/buying-operations.ts'
import { suggestionText } from '../../../shared/supplies/buying/suggestion-text.ts'
import { useKeys } from '../../shell/keys.tsx'
import { usePlaces } from '../../shell/places.tsx'
import { useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ExportButton } from '../../tables/export-button.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ArrowList } from '../../ui/arrow-list.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Page } from '../../ui/page.tsx'
import { usePurchaseDraft, withSuggestions } from './purchase-draft.ts'
import './buying.css'

type Chosen = ReadonlySet<string>

/** Takes ids in, or out where all of them are in already. */
const toggled = (chosen: Chosen, ids: readonly string[]): Chosen => {
  const next = new Set(chosen)
  const isIn = ids.every((id) => chosen.has(id))
  for (const id of ids)
    if (isIn) next.delete(id)
    else next.add(id)
  return next
}

/** Of the row that has the focus, else of the first. */
const supplierInFocus = (): string | undefined =>
  (document.activeElement ?? document.body).closest('[data-supplier]')?.getAttribute('data-supplier') ?? undefined

export const SuggestionsPage = () => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const [, setDraft] = usePurchaseDraft()
  const [chosen, setChosen] = useState<Chosen>(new Set())
  const { data, fault, again } = useOperation(
    'supplies.suggestions',
    {},
    { subjects: ['supply_item', 'supply_slip', 'purchase_request'] },
  )
  const groups = data?.groups ?? []
  const rows = groups.flatMap((group) => group.rows)
  const picked = rows.filter(({ item }) => chosen.has(item.id))
  const choose = (some: readonly SuggestionRow[]) =>
    setChosen((before) =>
      toggled(
        before,
        some.map(({ item }) => item.id),
      ),
    )
  useKeys({
    'Ctrl+a': () => choose(rows),
    a: () => {
      const supplier = supplierInFocus()
      choose((groups.find((group) => (group.supplier ?? '') === supplier) ?? groups[0])?.rows ?? [])
    },
  })
  const ask = () => {
    // The draft is kept when this page is painted, so before it is left.
    flushSync(() => setDraft((draft) => withSuggestions(draft, picked)))
    go('supplies.purchase-new')
  }
  return (
    <Page
      title={t('buying.suggestions.title')}
      about={
        data !== undefined &&
        data.count > 0 && (
          <span className="quiet">
            {t('buying.suggestions.about', { count: data.count, groups: groups.length, days: data.days })}
          </span>
        )
      }
      actions={
        <>
          <ExportButton list="suggestions" />
          {may('supplies.manage') && (
            <ActButton kind="primary" keyName="Ctrl+Enter" onAct={ask} isDisabled={picked.length === 0} testId="ask">
              {t('buying.suggestions.ask')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={fault} onRetry={again} />
      {data?.count === 0 && <p className="table-empty">{t('buying.suggestions.none')}</p>}
      <ArrowList className="suggestions" label={t('buying.suggestions.title')}>
        {groups.map((group, index) => (
          <section key={group.supplier ?? ''} data-supplier={group.supplier ?? ''}>
            <h2>
              {group.supplier ?? t('buying.supplier.none')}
              <span className="quiet number">{group.amount > 0 ? moneyText(group.amount) : ''}</span>
            </h2>
            {group.rows.map((row, place) => (
              <Suggested
                key={row.item.id}
                row={row}
                isChosen={chosen.has(row.item.id)}
                isFirst={index === 0 && place === 0}
                onToggle={() => choose([row])}
              />
            ))}
          </section>
        ))}
      </ArrowList>
      {rows.length > 0 && (
        <p className="quiet suggestions-foot">
          {picked.length > 0 && (
            <strong data-testid="chosen">
              {t('buying.suggestions.chosen', {
                count: picked.length,
                amount: moneyText(picked.reduce((sum, { amount }) => sum + amount, 0)),
              })}
            </strong>
          )}{' '}
          {t('buying.suggestions.hint')}
        </p>
      )}
    </Page>
  )
}

type SuggestedProps = {
  readonly row: SuggestionRow
  readonly isChosen: boolean
  readonly isFirst: boolean
  readonly onToggle: () => void
}

const Suggested = ({ row, isChosen, isFirst, onToggle }: SuggestedProps) => {
  const { t, tOf } = useWords()
  const { item, quantity, unit, price, amount, cause } = row
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isChosen}
      className={`plain suggestion is-${cause}`}
      data-item={item.code}
      autoFocus={isFirst}
      onClick={onToggle}
      onKeyDown={(event) => {
        // Enter chooses too; only with Ctrl does it ask.
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        onToggle()
      }}
    >
      <span className="suggestion-mark" aria-hidden="true">
        {isChosen ? '☑' : '☐'}
      </span>
      <span className="suggestion-item">
        <strong>{item.name}</strong> <span className="quiet">{[item.code, item.spec].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="suggestion-quantity number">
        {quantity} {unit}
      </span>
      <span className="suggestion-price number quiet">{price === undefined ? '' : `${moneyText(price)}/${unit}`}</span>
      <span className="suggestion-amount number">{price === undefined ? '' : moneyText(amount)}</span>
      <span className="suggestion-reason quiet" title={t(`buying.cause.${cause}`)}>
        {suggestionText(tOf, item.unit, row)}
      </span>
    </button>
  )
}
