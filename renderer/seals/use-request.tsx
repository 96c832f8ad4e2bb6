/** A request on the use page: what was approved, and how many impressions are made now. */
import { moneyText, type Currency } from '../../shared/office/money.ts'
import type { Output } from '../shell/contract.ts'
import { useWords } from '../shell/words.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field, Fields } from '../ui/form.tsx'
import { CountInput } from '../ui/inputs.tsx'
import type { Counts, UseValues } from './use-values.ts'

type Found = Output<'seals.requestGet'>

export const amountText = (amount: number | undefined, currency: string | undefined): string | undefined =>
  amount === undefined ? undefined : moneyText(amount, (currency ?? 'CNY') as Currency)

type Props = {
  readonly found: Found
  readonly counts: UseValues['counts']
  readonly onCounts: (seal: string, counts: Counts) => void
}

export const UseRequest = ({ found, counts, onCounts }: Props) => {
  const { t } = useWords()
  const { request, left } = found
  const leftOf = (seal: string): number => left.find((line) => line.seal === seal)?.left ?? 0
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
      {request.lines.map((line) => (
        <Fields key={line.seal.id} title={`${line.seal.code} ${line.seal.name}`}>
          <Field
            span={3}
            label={t('seals.use.actual')}
            hint={t('seals.use.left', { left: leftOf(line.seal.id), approved: line.approved })}
          >
            <CountInput
              value={counts[line.seal.id]?.actual}
              onChange={(actual) => onCounts(line.seal.id, { actual, spoiled: counts[line.seal.id]?.spoiled })}
              placeholder={String(leftOf(line.seal.id))}
              testId={`use-actual-${line.seal.code}`}
            />
          </Field>
          <Field span={3} label={t('seals.use.spoiled')}>
            <CountInput
              value={counts[line.seal.id]?.spoiled}
              onChange={(spoiled) => onCounts(line.seal.id, { actual: counts[line.seal.id]?.actual, spoiled })}
              placeholder="0"
              testId={`use-spoiled-${line.seal.code}`}
            />
          </Field>
        </Fields>
      ))}
    </>
  )
}
