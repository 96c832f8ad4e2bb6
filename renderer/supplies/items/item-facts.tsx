/** What an item says, as pairs of name and value. */
import { moneyText } from '../../../shared/office/money.ts'
import type { QuotaRule } from '../../../shared/supplies/items/item-more.ts'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords, type Say } from '../../shell/words.tsx'
import { Facts } from '../../ui/facts.tsx'
import { StockBar, stockText } from '../counter/stock-bar.tsx'

const ruleText = ({ t }: Say, { per, measure, limit }: QuotaRule, unit: string): string =>
  `${t(per === 'person' ? 'supplies.per.person' : 'supplies.per.department')} ${measure === 'amount' ? moneyText(limit) : `${limit} ${unit}`}`

const quotaText = (say: Say, { quota, quotaRules = [], unit }: ItemRow): string =>
  say.clauses(
    [
      ...(quota === undefined ? [] : [{ per: 'person', measure: 'quantity', limit: quota } as const]),
      ...quotaRules,
    ].map((rule) => ruleText(say, rule, unit)),
  )

export const ItemFacts = ({ opened }: { opened: Output<'supplies.item'> }) => {
  const say = useWords()
  const { t } = say
  const { item, stockAt } = opened
  return (
    <Facts
      facts={[
        [t('supplies.field.stock'), <StockBar key="stock" item={item} />],
        [
          t('supplies.item.at'),
          say.clauses(stockAt.map(({ location, quantity }) => `${location}：${stockText(item, quantity)}`)),
        ],
        [t('supplies.field.location'), item.location],
        [t('supplies.field.value'), moneyText(item.value)],
        [t('supplies.field.spec'), item.spec],
        [t('field.group'), item.group],
        [t('supplies.field.category'), t(`supplies.category.${item.category}`)],
        [
          t('supplies.field.packs'),
          say.clauses(item.packs.map(({ unit, factor }) => `${unit} = ${factor} ${item.unit}`)),
        ],
        [
          t('supplies.field.barcodes'),
          say.clauses(item.barcodes.map(({ code, unit, amount }) => `${code}（${amount} ${unit}）`)),
        ],
        [t('supplies.field.min'), item.min],
        [t('supplies.field.max'), item.max],
        [t('supplies.quota'), quotaText(say, item)],
        [t('supplies.field.exchangeOld'), item.exchangeOld ? t('ui.yes') : undefined],
        [t('field.lots'), item.lots === true ? t('ui.yes') : undefined],
        [
          t('field.suppliers'),
          say.clauses(
            (item.suppliers ?? []).map(
              ({ name, unit, price, leadDays, code }) =>
                `${name} ${moneyText(price)}/${unit}${leadDays === undefined ? '' : ` · ${t('supplies.item.days', { days: leadDays })}`}${code === undefined ? '' : ` · ${code}`}`,
            ),
          ),
        ],
        [t('supplies.item.supplier.usual'), item.supplier],
        [t('field.leadDays'), item.leadDays],
      ]}
    />
  )
}
