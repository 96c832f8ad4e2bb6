/** Counting by scanner: each scan adds what its barcode stands for, or asks the amount of the line it belongs to. */
import type { InputRef } from 'antd'
import { useState, type Ref } from 'react'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { isAt } from '../../../shared/supplies/stocktake/shelves.ts'
import { useWords } from '../../shell/words.tsx'
import { ScanField } from '../items/scan-field.tsx'
import type { Counting, Line } from '../counter/use-counting.ts'

type Props = {
  readonly way: 'scan' | 'ask'
  readonly counting: Counting
  /** The shelf being counted; scans belong to it. */
  readonly shelf: string | undefined
  readonly onAsk: (line: Line) => void
  /** The line that a scan is added to, to be brought into sight. */
  readonly onScan: (line: Line) => void
  readonly inputRef: Ref<InputRef>
}

export const CountScan = ({ way, counting, shelf, onAsk, onScan, inputRef }: Props) => {
  const { t } = useWords()
  const [said, setSeveral] = useState<string>()
  const take = (offer: Offer): void => {
    const { item, unit, amount } = offer
    const own = counting.lines.filter(
      (line) => line.item.id === item.id && (shelf === undefined || isAt(shelf, line.location)),
    )
    // One shelf holds a thing once as a rule; where it does not, the shelf is to be chosen first.
    const [line, other] = own
    const several = { name: item.name, count: own.length }
    if (other && own.some(({ location }) => location !== line?.location))
      return setSeveral(t('supplies.count.several', several))
    // Lots of one place carry the same code: whoever counts sees which it is.
    if (line && other && way === 'ask') {
      setSeveral(t('supplies.count.lots.ask', several))
      return onAsk(own.find(({ state }) => state !== 'counted') ?? line)
    }
    if (line && other) {
      onScan(line)
      return setSeveral(t('supplies.count.lots', several))
    }
    setSeveral(undefined)
    if (way === 'ask' && line) return onAsk(line)
    if (line) onScan(line)
    const location = line?.location ?? shelf ?? item.location
    const lot = line?.lot
    const place = { item: item.id, location, ...(lot === undefined ? {} : { lot }) }
    counting.count(place, item.name, { quantity: amount, mode: 'add', unit }, 'scan')
  }
  const { last } = counting
  return (
    <div className="count-scan">
      <ScanField onOffer={take} onShort={() => false} onEmpty={() => undefined} inputRef={inputRef} autoFocus />
      {said !== undefined && (
        <p className="is-care" role="alert">
          {said}
        </p>
      )}
      {way === 'scan' && last !== undefined && (
        <p className="count-last" data-testid="count-last">
          {last.item.name} <strong>{last.counted ?? '—'}</strong> {last.item.unit} · {last.location}
        </p>
      )}
    </div>
  )
}
