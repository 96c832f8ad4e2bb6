/** The recipient signs on the screen, with pen, finger or mouse; Enter keeps the picture with the slip, P says it was on paper. */
import { useRef, useState, type PointerEvent } from 'react'
import { keepFile } from '../../attachments/transfer.ts'
import { call, faultOf, type DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { pictureOf } from './signature-picture.ts'

type Props = {
  readonly slip: { readonly id: string; readonly number: string; readonly name: string }
  readonly onSigned: () => void
  readonly onClose: () => void
}

const size = { width: 640, height: 220 }

export const SignaturePad = ({ slip, onSigned, onClose }: Props) => {
  const { t } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = useRef<Point>(undefined)
  const [hasInk, setHasInk] = useState(false)
  const [isActing, setIsActing] = useState(false)
  const [fault, setFault] = useState<DeskFault>()
  const finish = async (work: () => Promise<DeskFault | undefined>) => {
    if (isActing) return
    setIsActing(true)
    const refused = await work().catch(faultOf)
    setIsActing(false)
    setFault(refused)
    if (refused === undefined) onSigned()
  }
  const keep = async (): Promise<DeskFault | undefined> => {
    const bytes = canvas.current === null ? undefined : await pictureOf(canvas.current)
    if (bytes === undefined) return undefined
    const of = { type: 'supply_slip', subject: slip.id }
    const name = `${t('supplies.sign.file', { number: slip.number, name: slip.name })}.png`
    const kept = await keepFile({ name, bytes }, { kind: 'other', of })
    if (!kept.ok) return kept.fault
    const signed = await call('supplies.sign', { id: slip.id, on: 'screen', attachment: kept.value.id })
    return signed.ok ? undefined : signed.fault
  }
  const onPaper = async (): Promise<DeskFault | undefined> => {
    const signed = await call('supplies.sign', { id: slip.id, on: 'paper' })
    return signed.ok ? undefined : signed.fault
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, size.width, size.height)
    setHasInk(false)
  }
  return (
    <MiddleSheet
      title={t('supplies.sign.title', { name: slip.name, number: slip.number })}
      onClose={onClose}
      width={700}
    >
      <canvas
        ref={canvas}
        className="signature-pad"
        width={size.width}
        height={size.height}
        aria-label={t('supplies.sign.pad')}
        data-testid="signature-pad"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          pen.current = pointOf(event.currentTarget, event.nativeEvent)
        }}
        onPointerMove={(event) => {
          if (pen.current === undefined) return
          pen.current = draw(event, pen.current)
          setHasInk(true)
        }}
        onPointerUp={() => (pen.current = undefined)}
        onPointerCancel={() => (pen.current = undefined)}
      />
      <p className="quiet">{t('supplies.sign.hint')}</p>
      <FaultNote fault={fault} />
      <div className="form-acts">
        <ActButton keyName="c" onAct={clear} isDisabled={!hasInk}>
          {t('supplies.sign.clear')}
        </ActButton>
        <ActButton keyName="p" onAct={() => void finish(onPaper)} testId="signed-on-paper">
          {t('supplies.sign.paper')}
        </ActButton>
        <ActButton
          kind="primary"
          keyName="Enter"
          onAct={() => void finish(keep)}
          isDisabled={!hasInk}
          isActing={isActing}
          testId="keep-signature"
        >
          {t('supplies.sign.keep')}
        </ActButton>
      </div>
    </MiddleSheet>
  )
}

type Point = readonly [x: number, y: number]

const pointOf = (pad: HTMLCanvasElement, { clientX, clientY }: { clientX: number; clientY: number }): Point => {
  const frame = pad.getBoundingClientRect()
  return [((clientX - frame.left) * pad.width) / frame.width, ((clientY - frame.top) * pad.height) / frame.height]
}

/** Strokes through every point that the pen reported since the last time; answers where it is now. */
const draw = (event: PointerEvent<HTMLCanvasElement>, from: Point): Point => {
  const pad = event.currentTarget
  const ink = pad.getContext('2d')
  if (ink === null) return from
  const reported = event.nativeEvent.getCoalescedEvents().map((each) => pointOf(pad, each))
  const points = reported.length > 0 ? reported : [pointOf(pad, event.nativeEvent)]
  ink.strokeStyle = '#111'
  ink.lineWidth = 3.2
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
  ink.beginPath()
  ink.moveTo(...from)
  for (const point of points) ink.lineTo(...point)
  ink.stroke()
  return points.at(-1) ?? from
}
