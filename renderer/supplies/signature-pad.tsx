/** The recipient signs on the screen, with pen, finger or mouse; Enter keeps the picture with the slip, P says it was on paper. */
import { useRef, useState, type PointerEvent } from 'react'
import { keepFile } from '../attachments/transfer.ts'
import { call, faultOf, type DeskFault } from '../shell/call.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { MiddleSheet } from '../ui/middle-sheet.tsx'
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
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (draw(event)) setHasInk(true)
        }}
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

/** A stroke from where the pen was to where it is, for every point the pen reported; false where it is not down. */
const draw = (event: PointerEvent<HTMLCanvasElement>): boolean => {
  if (event.buttons === 0) return false
  const pad = event.currentTarget
  const ink = pad.getContext('2d')
  if (ink === null) return false
  const frame = pad.getBoundingClientRect()
  const place = (x: number, y: number): [number, number] => [
    ((x - frame.left) * pad.width) / frame.width,
    ((y - frame.top) * pad.height) / frame.height,
  ]
  const { clientX, clientY, movementX, movementY } = event.nativeEvent
  ink.strokeStyle = '#111'
  ink.lineWidth = 3.2
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
  ink.beginPath()
  ink.moveTo(...place(clientX - movementX, clientY - movementY))
  ink.lineTo(...place(clientX, clientY))
  ink.stroke()
  return true
}
