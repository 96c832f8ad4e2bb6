/** A request on the use page: what was approved, and how many impressions are made now, counted while stamping. */
import { moneyText, type Currency } from '../../../shared/office/money.ts'
import type { Output } from '../../shell/contract.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useWords } from '../../shell/words.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { countedDown, countedUp, nowOf, sealAtHand, type AllCounts } from './use-counts.ts'
import type { Counts } from './use-values.ts'
import './batch.css'

type Found = Output<'seals.requestGet'>
type Line = Found['request']['lines'][number]

export const amountText = (amount: number | undefined, currency: string | undefined): string | undefined =>
  amount === undefined ? undefined : moneyText(amount, (currency ?? 'CNY') as Currency)

type Props = {
  readonly found: Found
  readonly counts: AllCounts
  readonly onCounts: (counts: AllCounts) => void
}

type LineProps = {
  readonly line: Line
  readonly count: Found['left'][number]
  readonly counts: Counts | undefined
  readonly isAtHand: boolean
  readonly onCounts: (counts: Counts) => void
}

const LineCounts = ({ line, count, counts, isAtHand, onCounts }: LineProps) => {
  const { t } = useWords()
  const { code } = line.seal
  const now: Counts = counts ?? { actual: undefined, spoiled: undefined }
  const isSpoiled = (now.spoiled ?? 0) > 0
  const sum = nowOf(count, counts)
  return (
    <Fields title={`${code} ${line.seal.name}`}>
      <div
        className={`counting-now span-12${isAtHand ? ' is-active' : ''}${sum.over > 0 ? ' is-over' : ''}`}
        data-testid={`use-counts-${code}`}
      >
        {t(sum.over > 0 ? 'seals.use.counts-over' : 'seals.requests.counts', sum)}
      </div>
      <Field span={3} label={t('seals.use.actual')}>
        <CountInput
          value={now.actual}
          onChange={(actual) => onCounts({ ...now, actual })}
          placeholder={String(Math.max(0, count.left - (now.spoiled ?? 0)))}
          testId={`use-actual-${code}`}
        />
      </Field>
      <Field span={3} label={t('seals.use.spoiled')}>
        <CountInput
          value={now.spoiled}
          onChange={(spoiled) => onCounts({ ...now, spoiled })}
          placeholder="0"
          testId={`use-spoiled-${code}`}
        />
      </Field>
      {isSpoiled && (
        <Field span={6} label={t('seals.use.spoiled-reason')} hint={t('seals.use.spoiled-reason-hint')}>
          <TextInput
            value={now.spoiledReason ?? ''}
            onChange={(spoiledReason) => onCounts({ ...now, spoiledReason })}
            testId={`use-spoiled-reason-${code}`}
          />
        </Field>
      )}
    </Fields>
  )
}

/** Keys that count; they act while no field has the focus, as it is once the light is green. */
const Counting = ({ found, counts, onCounts }: Props) => {
  const { t } = useWords()
  const made = () => onCounts(countedUp(found.left, counts, 'actual'))
  useKeys({
    '+': made,
    '=': made,
    'Shift++': made,
    x: () => onCounts(countedUp(found.left, counts, 'spoiled')),
    '-': () => onCounts(countedDown(found.left, counts)),
  })
  return (
    <p className="counting" data-testid="use-count-keys">
      {t('seals.use.count-keys')
        .split(/(\{\w+\})/)
        .map((part) => {
          const name = { '{plus}': '+', '{x}': 'x', '{minus}': '-' }[part]
          return name === undefined ? part : <KeyCap key={part} name={name} />
        })}
    </p>
  )
}

export const UseRequest = ({ found, counts, onCounts }: Props) => {
  const { t } = useWords()
  const { request, left, state } = found
  const atHand = sealAtHand(left, counts)
  return (
    <>
      <Facts
        facts={[
          [t('seals.use.document'), request.document.title],
          [t('seals.use.copies'), request.copies],
          [t('seals.requests.applicant'), [request.applicant.name, request.department].filter(Boolean).join(' · ')],
          [t('seals.requests.counterparty'), request.counterparty],
          [t('seals.requests.contract'), request.contract?.number ?? request.contract?.name],
          [t('seals.requests.amount'), amountText(request.contract?.amount, request.contract?.currency)],
          [t('seals.use.purpose'), request.purpose],
          [t('seals.requests.use-by'), request.useBy],
        ]}
      />
      {state === 'approved' && <Counting found={found} counts={counts} onCounts={onCounts} />}
      {request.lines.map((line) => {
        const count = left.find(({ seal }) => seal === line.seal.id)
        return (
          count && (
            <LineCounts
              key={line.seal.id}
              line={line}
              count={count}
              counts={counts[line.seal.id]}
              isAtHand={line.seal.id === atHand}
              onCounts={(next) => onCounts({ ...counts, [line.seal.id]: next })}
            />
          )
        )
      })}
    </>
  )
}
