/** The scan field: barcodes and codes first, then names; each becomes an offer with stock and quota. */
import type { InputRef } from 'antd'
import type { Ref } from 'react'
import type { Offer } from '../../shared/supplies/operations.ts'
import { call } from '../shell/call.ts'
import { useWords } from '../shell/words.tsx'
import { QuickPick, type Outcome } from './quick-pick.tsx'

type Props = {
  readonly recipient?: string | undefined
  readonly onOffer: (offer: Offer) => void
  /** Short commands such as `*3`; answers whether it was one. */
  readonly onShort: (text: string) => boolean
  readonly onEmpty: () => void
  readonly inputRef?: Ref<InputRef>
  readonly autoFocus?: boolean
}

/** A long run of digits is a barcode: an unknown one is said so, and never taken for something alike. */
const isBarcode = (text: string): boolean => /^\d{6,}$/.test(text)

export const ScanField = ({ recipient, onOffer, onShort, onEmpty, inputRef, autoFocus = false }: Props) => {
  const { t } = useWords()
  const onText = async (text: string): Promise<Outcome> => {
    if (onShort(text)) return 'taken'
    const answer = await call('supplies.scan', {
      text: text.slice(0, 64),
      ...(recipient === undefined ? {} : { recipient }),
    })
    if (answer.ok) {
      onOffer(answer.value)
      return 'taken'
    }
    const { fault } = answer
    return fault.code === 'ambiguous-barcode' || (fault.code === 'unknown-barcode' && !isBarcode(text)) ? 'look' : fault
  }
  return (
    <QuickPick
      label={t('supplies.scan')}
      placeholder={t('supplies.scan.pick')}
      types={['supply_item']}
      onText={onText}
      onPick={async (hit) => {
        const answer = await call('supplies.offer', {
          item: hit.subject,
          ...(recipient === undefined ? {} : { recipient }),
        })
        if (!answer.ok) return answer.fault
        onOffer(answer.value)
        return undefined
      }}
      onEmpty={onEmpty}
      autoFocus={autoFocus}
      testId="scan"
      {...(inputRef === undefined ? {} : { inputRef })}
    />
  )
}
