/** One page of the stamped file, as it is, and over it the frames by which hands and arrow keys move the stamps. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Stamp, StampInput } from '../../../shared/documents/stamping/stamps.ts'
import { useWords } from '../../shell/words.tsx'
import { PdfPage } from '../pdf-page.tsx'
import { boxNow, dropped, nudged, type Box } from './stamp-values.ts'
import type { Preview } from './use-stamp-preview.ts'

type FrameProps = {
  readonly box: Box
  readonly stamp: Stamp
  /** As the file on screen has it. */
  readonly made: StampInput | undefined
  /** CSS pixels per millimetre. */
  readonly scale: number
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onChange: (stamp: Stamp) => void
}

const Frame = ({ box, stamp, made, scale, isChosen, onChoose, onChange }: FrameProps) => {
  const { t } = useWords()
  const [held, setHeld] = useState<{ from: [number, number]; by: [number, number] }>()
  const spot = boxNow(box, stamp, made)
  const [across, down] = held?.by ?? [0, 0]
  const take = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    onChoose()
    setHeld({ from: [event.clientX, event.clientY], by: [0, 0] })
  }
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (held === undefined) return
    const along = stamp.stamp === 'straddle' ? 0 : event.clientX - held.from[0]
    setHeld({ ...held, by: [along, event.clientY - held.from[1]] })
  }
  const drop = () => {
    setHeld(undefined)
    if (held === undefined || (across === 0 && down === 0)) return
    onChange(dropped(stamp, spot, { x: across / scale, y: down / scale }, box.on))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const next = event.ctrlKey || event.altKey ? undefined : nudged(stamp, box, made, event.key, event.shiftKey)
    if (next === undefined) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <button
      type="button"
      className={`stamp-frame${isChosen ? ' is-chosen' : ''}${held === undefined ? '' : ' is-held'}`}
      aria-label={t('stamping.move', { stamp: t(`stamping.stamp.${stamp.stamp}`) })}
      title={t('stamping.move-how')}
      data-testid="stamp-frame"
      data-stamp={stamp.stamp}
      style={{
        left: spot.x * scale + across,
        top: spot.y * scale + down,
        width: spot.width * scale,
        height: spot.height * scale,
        rotate: `${-box.turn}deg`,
      }}
      onFocus={onChoose}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => setHeld(undefined)}
      onKeyDown={onKeyDown}
    />
  )
}

/** Size of the page in CSS pixels at one pixel a point, and of the place it is shown in. */
const useFit = ({ pdf }: Preview, page: number) => {
  const place = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number }>()
  const [room, setRoom] = useState<{ width: number; height: number }>()
  useEffect(() => {
    let isGone = false
    void pdf.getPage(page).then(
      (content) => {
        const { width, height } = content.getViewport({ scale: 1 })
        if (!isGone) setSize({ width, height })
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [pdf, page])
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const watcher = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  const margin = 28
  const fits = size && room && Math.min((room.width - margin) / size.width, (room.height - margin) / size.height)
  return { place, size, fits: fits === undefined ? undefined : Math.max(0.1, fits) }
}

type Props = {
  readonly preview: Preview
  readonly page: number
  readonly zoom: number
  readonly name: string
  readonly stamps: readonly Stamp[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onChange: (index: number, stamp: Stamp) => void
}

export const StampSheet = ({ preview, page, zoom, name, stamps, chosen, onChoose, onChange }: Props) => {
  const { t } = useWords()
  const { place, size, fits } = useFit(preview, page)
  const scale = (fits ?? 0.5) * zoom
  const boxes = preview.made.boxes.filter((box) => box.page === page)
  return (
    <div className="stamp-place" ref={place}>
      {size !== undefined && fits !== undefined && (
        <div className="stamp-paper" style={{ width: size.width * scale, height: size.height * scale }}>
          <PdfPage
            // A page that is turned to is drawn at once, not when it is scrolled to.
            key={page}
            pdf={preview.pdf}
            page={page}
            scale={scale}
            label={t('documents.page-alt', { number: name, page })}
          />
          {boxes.map((box, place) => {
            const stamp = stamps[box.stamp]
            const made = preview.stamps[box.stamp]
            // A moment after one was taken away the file on screen still has it.
            return stamp === undefined || stamp.stamp !== made?.stamp ? null : (
              <Frame
                key={place}
                box={box}
                stamp={stamp}
                made={made}
                scale={(size.width * scale) / box.on.width}
                isChosen={box.stamp === chosen}
                onChoose={() => onChoose(box.stamp)}
                onChange={(next) => onChange(box.stamp, next)}
              />
            )
          })}
        </div>
      )}
    </div>
  )
}
