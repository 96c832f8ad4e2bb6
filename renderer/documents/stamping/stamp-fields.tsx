/** The fields of one stamp: what it says, on which pages it stands, and where. */
import { Checkbox, Select } from 'antd'
import type { Stamp } from '../../../shared/documents/stamping/stamps.ts'
import type { DeskFault } from '../../shell/call.ts'
import { useWords } from '../../shell/words.tsx'
import { Field } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import { NumberInput } from './number-input.tsx'
import { PlaceFields, type Part } from './place-fields.tsx'

type Of<N extends Stamp['stamp']> = Extract<Stamp, { stamp: N }>

const rules = ['all', 'first', 'last', 'odd', 'even'] as const

const PagesField = ({ stamp, index, fault, set, page }: Part<Stamp> & { page: number }) => {
  const { t } = useWords()
  const isNamed = !rules.some((rule) => rule === stamp.pages)
  const options = rules.map((value) => ({ value: value as string, label: t(`stamping.pages.${value}`) }))
  return (
    <>
      <Field label={t('stamping.pages')} span={4} path={`stamps.${index}.pages`} fault={fault}>
        <Select
          value={isNamed ? 'named' : stamp.pages}
          options={[...options, { value: 'named', label: t('stamping.pages.named') }]}
          onChange={(value) => set({ pages: value === 'named' ? String(page) : value })}
          data-testid="stamp-pages"
        />
      </Field>
      {isNamed && (
        <Field label={t('stamping.pages.named')} span={4} hint={t('stamping.pages.hint')}>
          <TextInput
            value={stamp.pages}
            onChange={(value) => set({ pages: plainPages(value) })}
            testId="stamp-pages-named"
          />
        </Field>
      )}
      <Field label={t('stamping.except')} span={4} path={`stamps.${index}.except`} fault={fault}>
        <TextInput
          value={stamp.except ?? ''}
          onChange={(value) => set({ except: value === '' ? undefined : plainPages(value) })}
          placeholder={t('stamping.except.hint')}
        />
      </Field>
    </>
  )
}

/** Chinese commas and dashes come out of an input method where digits were meant to be set apart. */
const plainPages = (text: string): string => text.replaceAll(/[，、\s]+/g, ',').replaceAll(/[－—–~～至]/g, '-')

type TurnProps = Pick<Part<Stamp>, 'index' | 'fault'> & {
  readonly turn: number
  readonly onTurn: (turn: number) => void
}

const TurnField = ({ turn, index, fault, onTurn }: TurnProps) => {
  const { t } = useWords()
  return (
    <Field label={t('field.turn')} span={4} path={`stamps.${index}.turn`} fault={fault}>
      <NumberInput value={turn} onChange={onTurn} />
    </Field>
  )
}

const MarkFields = ({ stamp, index, fault, set }: Part<Of<'mark'>>) => {
  const { t } = useWords()
  const usual = (['copy', 'void', 'sample', 'duplicate'] as const).map((name) => t(`stamping.mark.${name}`))
  return (
    <>
      <Field label={t('stamping.mark-text')} span={4} path={`stamps.${index}.text`} fault={fault}>
        <TextInput value={stamp.text} onChange={(text) => set({ text })} testId="mark-text" />
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
      <Field label={t('field.ink')} span={4}>
        <Select
          value={stamp.ink}
          options={(['red', 'grey'] as const).map((value) => ({ value, label: t(`stamping.ink.${value}`) }))}
          onChange={(ink) => set({ ink })}
        />
      </Field>
      <Field label={t('stamping.mark-size')} span={4} path={`stamps.${index}.size`} fault={fault}>
        <NumberInput value={stamp.size} onChange={(size) => set({ size })} />
      </Field>
      <TurnField index={index} fault={fault} turn={stamp.turn} onTurn={(turn) => set({ turn })} />
    </>
  )
}

const StraddleFields = ({ stamp, index, fault, set }: Part<Of<'straddle'>>) => {
  const { t } = useWords()
  return (
    <>
      <Field label={t('field.edge')} span={4}>
        <Select
          value={stamp.edge}
          options={(['right', 'left'] as const).map((value) => ({ value, label: t(`stamping.edge.${value}`) }))}
          onChange={(edge) => set({ edge })}
          data-testid="straddle-edge"
        />
      </Field>
      <Field label={t('field.sides')} span={8}>
        <Select
          value={stamp.sides}
          options={(['single', 'fronts', 'both'] as const).map((value) => ({
            value,
            label: t(`stamping.sides.${value}`),
          }))}
          onChange={(sides) => set({ sides })}
          data-testid="straddle-sides"
        />
      </Field>
      <Field label={t('stamping.group')} span={4} path={`stamps.${index}.group`} fault={fault}>
        <CountInput value={stamp.group} onChange={(group) => set({ group: group ?? 2 })} />
      </Field>
      <Field label={t('stamping.height')} span={4} path={`stamps.${index}.height`} fault={fault}>
        <CountInput
          value={stamp.height}
          onChange={(height) => set({ height: height ?? 50 })}
          testId="straddle-height"
        />
      </Field>
    </>
  )
}

const NumberFields = ({ stamp, index, fault, set }: Part<Of<'page-number'>>) => {
  const { t } = useWords()
  const styles = ['words', 'of', 'plain', 'bates'] as const
  return (
    <>
      <Field label={t('field.style')} span={4}>
        <Select
          value={stamp.style}
          options={styles.map((value) => ({ value, label: t(`stamping.style.${value}`) }))}
          onChange={(style) => set({ style })}
        />
      </Field>
      <Field label={t('field.prefix')} span={4} path={`stamps.${index}.prefix`} fault={fault}>
        <TextInput value={stamp.prefix} onChange={(prefix) => set({ prefix })} />
      </Field>
      <Field label={t('stamping.from')} span={4} path={`stamps.${index}.from`} fault={fault}>
        <CountInput value={stamp.from} onChange={(from) => set({ from: from ?? 1 })} />
      </Field>
    </>
  )
}

type Props = {
  readonly stamp: Stamp
  readonly index: number
  /** The page in sight, which is meant where pages are to be named. */
  readonly page: number
  readonly fault: DeskFault | undefined
  readonly onChange: (stamp: Stamp) => void
}

export const StampFields = ({ stamp, index, page, fault, onChange }: Props) => {
  const { t } = useWords()
  const part = { index, fault, set: (changes: Partial<Stamp>) => onChange({ ...stamp, ...changes } as Stamp) }
  return (
    <div className="fields-grid stamp-fields">
      <PagesField {...part} stamp={stamp} page={page} />
      {stamp.stamp !== 'straddle' && <PlaceFields {...part} stamp={stamp} />}
      {stamp.stamp === 'seal' && (
        <TurnField index={index} fault={fault} turn={stamp.turn} onTurn={(turn) => onChange({ ...stamp, turn })} />
      )}
      {stamp.stamp === 'mark' && <MarkFields {...part} stamp={stamp} />}
      {stamp.stamp === 'straddle' && <StraddleFields {...part} stamp={stamp} />}
      {stamp.stamp === 'page-number' && <NumberFields {...part} stamp={stamp} />}
      {stamp.stamp === 'registration' && (
        <Field label={t('field.hasCode')} span={4}>
          <Checkbox
            checked={stamp.hasCode}
            onChange={(event) => onChange({ ...stamp, hasCode: event.target.checked })}
          />
        </Field>
      )}
    </div>
  )
}
