/** The scan field: barcodes and codes first, then names; each becomes an offer with stock and quota. */
import type { InputRef } from 'antd'
import type { Ref } from 'react'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { call } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { QuickPick, type Choosable, type Outcome } from '../counter/quick-pick.tsx'
import type { Receiver } from '../counter/recipient.tsx'

type Props = {
  readonly recipient?: string | undefined
  readonly onOffer: (offer: Offer) => void
  /** Short commands such as `*3`; answers whether it was one. */
  readonly onShort: (text: string) => boolean
  readonly onEmpty: () => void
  /** A badge 工牌 scanned among the items: its staff number names the recipient. */
  readonly onBadge?: (person: Receiver) => void
  readonly inputRef?: Ref<InputRef>
  readonly autoFocus?: boolean
}

/** Longer than any code: two that came as one are told as such. */
const longest = 128

const choicesOf = (candidates: readonly { id: string; code: string; name: string }[], text: string): Choosable[] =>
  candidates.map(({ id, code, name }) => ({ subject: id, type: 'supply_item', title: name, detail: code, code: text }))

/** A long run of digits is a barcode: an unknown one is said so, and never taken for something alike. */
const isBarcode = (text: string): boolean => /^\d{6,}$/.test(text)

/** Who has this staff number, letter for letter. */
const badgeOf = async (text: string): Promise<Receiver | undefined> => {
  if (!/^[A-Za-z]*\d{3,}$/.test(text)) return undefined
  const answer = await call('desk.search', { text, types: ['person'], limit: 3 })
  const hit = answer.ok ? answer.value.rows.find(({ detail }) => detail.split(' · ')[0] === text) : undefined
  return hit && { id: hit.subject, name: hit.title, detail: hit.detail }
}

export const ScanField = (props: Props) => {
  const { recipient, onOffer, onShort, onEmpty, onBadge, inputRef, autoFocus = false } = props
  const { t } = useWords()
  const onText = async (text: string): Promise<Outcome> => {
    if (onShort(text)) return 'taken'
    const answer = await call('supplies.scan', {
      text: text.slice(0, longest),
      ...(recipient === undefined ? {} : { recipient }),
    })
    if (answer.ok) {
      onOffer(answer.value)
      return 'taken'
    }
    const { fault } = answer
    if (onBadge !== undefined && fault.code === 'unknown-barcode') {
      const person = await badgeOf(text)
      if (person !== undefined) {
        onBadge(person)
        return 'taken'
      }
    }
    if (fault.code === 'ambiguous-barcode') return { choose: choicesOf(fault.candidates, text), fault }
    return fault.code === 'unknown-barcode' && !isBarcode(text) ? 'look' : fault
  }
  return (
    <QuickPick
      label={t('supplies.scan')}
      placeholder={t('supplies.scan.pick')}
      types={['supply_item']}
      onText={onText}
      onPick={async (hit) => {
        const forWhom = recipient === undefined ? {} : { recipient }
        const item = hit.subject
        // Of several that carry a code the chosen one stands for what its own barcode says: a carton, ten pieces.
        const answer = await (hit.code === undefined
          ? call('supplies.offer', { item, ...forWhom })
          : call('supplies.scan', { text: hit.code, item, ...forWhom }))
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
