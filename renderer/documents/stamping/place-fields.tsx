/** Where a stamp stands: in a corner with its distances, or beside a text of the page. */
import { Select } from 'antd'
import { anchor as schema, besides, whichPlaces, type Anchor } from '../../../shared/documents/stamping/anchors.ts'
import { anchorOf, corners, type Corner, type Stamp } from '../../../shared/documents/stamping/stamps.ts'
import type { DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { Field } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { NumberInput } from './number-input.tsx'

export type Part<S extends Stamp> = {
  readonly stamp: S
  readonly index: number
  readonly fault: DeskFault | undefined
  readonly set: (changes: Partial<S>) => void
}

const AnchorFields = ({
  anchor,
  index,
  fault,
  onChange,
}: {
  anchor: Anchor
  index: number
  fault: DeskFault | undefined
  onChange: (anchor: Anchor) => void
}) => {
  const { t } = useWords()
  const set = (changes: Partial<Anchor>) => onChange({ ...anchor, ...changes })
  const usual = (['place', 'sealed', 'sign'] as const).map((name) => t(`stamping.anchor-usual.${name}`))
  const path = `stamps.${index}.anchor`
  return (
    <>
      <Field label={t('stamping.mark-text')} span={4} path={`${path}.text`} fault={fault}>
        <TextInput value={anchor.text} onChange={(text) => set({ text })} testId="anchor-text" />
      </Field>
      <div className="field span-8 stamp-usual" role="group" aria-label={t('stamping.mark-usual')}>
        <span className="field-label">{t('stamping.mark-usual')}</span>
        <span>
          {usual.map((text) => (
            <button key={text} type="button" className="plain" onClick={() => set({ text })}>
              {text}
            </button>
          ))}
        </span>
      </div>
      <Field label={t('field.which')} span={6}>
        <Select
          value={anchor.which}
          options={whichPlaces.map((value) => ({ value, label: t(`stamping.which.${value}`) }))}
          onChange={(which) => set({ which })}
        />
      </Field>
      <Field label={t('field.beside')} span={6}>
        <Select
          value={anchor.beside}
          options={besides.map((value) => ({ value, label: t(`stamping.beside.${value}`) }))}
          onChange={(beside) => set({ beside })}
        />
      </Field>
      <Field label={t('field.dx')} span={6} path={`${path}.dx`} fault={fault}>
        <NumberInput value={anchor.dx} onChange={(dx) => set({ dx })} />
      </Field>
      <Field label={t('field.dy')} span={6} path={`${path}.dy`} fault={fault}>
        <NumberInput value={anchor.dy} onChange={(dy) => set({ dy })} />
      </Field>
    </>
  )
}

type Placed = Exclude<Stamp, { stamp: 'straddle' }>

const DistanceFields = ({ stamp, index, fault, set }: Part<Placed>) => {
  const { t } = useWords()
  const hasX = stamp.corner.endsWith('left') || stamp.corner.endsWith('right')
  const hasY = stamp.corner.startsWith('top') || stamp.corner.startsWith('bottom')
  return (
    <>
      {hasX && (
        <Field label={t('field.x')} span={4} path={`stamps.${index}.x`} fault={fault}>
          <NumberInput value={stamp.x} onChange={(x) => set({ x })} testId="stamp-x" />
        </Field>
      )}
      {hasY && (
        <Field label={t('field.y')} span={4} path={`stamps.${index}.y`} fault={fault}>
          <NumberInput value={stamp.y} onChange={(y) => set({ y })} testId="stamp-y" />
        </Field>
      )}
    </>
  )
}

export const PlaceFields = ({ stamp, index, fault, set }: Part<Placed>) => {
  const { t } = useWords()
  const anchor = anchorOf(stamp)
  const places: { value: Corner | 'text'; label: string }[] = corners.map((value) => ({
    value,
    label: t(`stamping.corner.${value}`),
  }))
  // A number stands where the eye looks for it on every page, not beside a text of one.
  if (stamp.stamp !== 'page-number') places.push({ value: 'text', label: t('stamping.by-text') })
  const choose = (place: Corner | 'text'): void => {
    if (place === 'text') set({ anchor: schema.parse({ text: t('stamping.anchor-usual.place') }) })
    else if (stamp.stamp === 'page-number') set({ corner: place })
    else set({ corner: place, anchor: undefined })
  }
  return (
    <>
      <Field label={t('field.corner')} span={4}>
        <Select
          value={anchor === undefined ? stamp.corner : 'text'}
          options={places}
          onChange={choose}
          popupMatchSelectWidth={false}
          data-testid="stamp-corner"
        />
      </Field>
      {anchor === undefined ? (
        <DistanceFields stamp={stamp} index={index} fault={fault} set={set} />
      ) : (
        <AnchorFields anchor={anchor} index={index} fault={fault} onChange={(next) => set({ anchor: next })} />
      )}
    </>
  )
}
