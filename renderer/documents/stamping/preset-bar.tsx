/** Presets of stamps: chosen from a list whose first are meant for this kind of document, kept under a name, taken away. */
import { Select } from 'antd'
import { useState } from 'react'
import type { Stamp } from '../../../shared/documents/stamping/stamps.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import type { Choices } from './stamp-values.ts'

type Preset = Choices['presets'][number]
type Meant = 'this-type' | 'this-record' | 'any'

/** `合同 · 采购合同`: what a preset that is kept now would be meant for. */
export const useKindText = ({ of, documentType }: Pick<Choices, 'of' | 'documentType'>): string => {
  const { t, tOf, has } = useWords()
  const home = of === 'contract' ? 'contracts.type' : 'seals.category'
  const key = `${home}.${documentType}`
  return `${t(`type.${of}`)} · ${has(key) ? tOf(key) : documentType}`
}

type KeepProps = {
  readonly choices: Choices
  readonly stamps: readonly Stamp[]
  readonly name: string
  readonly onDone: () => void
}

const KeepPreset = ({ choices, stamps, name: usual, onDone }: KeepProps) => {
  const { t } = useWords()
  const [name, setName] = useState(usual)
  const [meant, setMeant] = useState<Meant>('this-type')
  const keep = useCommand('documents.stampPresetSet')
  const kind = useKindText(choices)
  const submit = async () => {
    const of = meant === 'any' ? ('any' as const) : choices.of
    const documentType = meant === 'this-type' ? choices.documentType : 'any'
    const answer = await keep.act({ name, of, documentType, stamps: [...stamps] })
    if (answer.ok) onDone()
  }
  return (
    <MiddleSheet title={t('stamping.preset.keep')} onClose={onDone}>
      <EntryForm label={t('stamping.preset.keep')} onSubmit={() => void submit()}>
        <Fields>
          <Field
            label={t('field.name')}
            span={12}
            path="name"
            fault={keep.fault}
            isRequired
            hint={t('stamping.preset.anew')}
          >
            <TextInput value={name} onChange={setName} autoFocus testId="preset-name" />
          </Field>
          <Field label={t('stamping.preset.meant')} span={12}>
            <Select
              value={meant}
              onChange={setMeant}
              options={[
                { value: 'this-type' as const, label: kind },
                { value: 'this-record' as const, label: t('stamping.preset.every', { type: t(`type.${choices.of}`) }) },
                { value: 'any' as const, label: t('stamping.preset.any') },
              ]}
            />
          </Field>
        </Fields>
        <FaultNote fault={keep.fault} />
        <div className="form-acts">
          <ActButton kind="primary" keyName="Ctrl+Enter" isActing={keep.isActing} onAct={() => void submit()}>
            {t('ui.save')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}

type Props = {
  readonly choices: Choices
  readonly stamps: readonly Stamp[]
  readonly onApply: (preset: Preset) => void
}

export const PresetBar = ({ choices, stamps, onApply }: Props) => {
  const { t } = useWords()
  const [chosen, setChosen] = useState<string>()
  const [isKeeping, setKeeping] = useState(false)
  const retire = useCommand('documents.stampPresetRetire')
  const preset = choices.presets.find(({ id }) => id === chosen)
  const optionsOf = (isMeant: boolean) =>
    choices.presets.filter((each) => each.isMeant === isMeant).map(({ id, name }) => ({ value: id, label: name }))
  const groups = [
    { label: t('stamping.preset.fitting'), options: optionsOf(true) },
    { label: t('stamping.preset.others'), options: optionsOf(false) },
  ].filter(({ options }) => options.length > 0)
  return (
    <div className="stamp-presets">
      <Select
        value={preset?.id ?? null}
        placeholder={t(choices.presets.length === 0 ? 'stamping.preset.none' : 'stamping.preset.choose')}
        aria-label={t('stamping.preset')}
        options={groups}
        disabled={choices.presets.length === 0}
        onChange={(id) => {
          const found = choices.presets.find((each) => each.id === id)
          if (found === undefined) return
          setChosen(found.id)
          onApply(found)
        }}
        data-testid="stamp-preset"
      />
      <ActButton
        keyName="Ctrl+Shift+s"
        isDisabled={stamps.length === 0}
        onAct={() => setKeeping(true)}
        testId="preset-keep"
      >
        {t('stamping.preset.keep')}
      </ActButton>
      {preset !== undefined && (
        <ActButton isActing={retire.isActing} onAct={() => void retire.act({ id: preset.id })}>
          {t('stamping.preset.retire')}
        </ActButton>
      )}
      <FaultNote fault={retire.fault} />
      {isKeeping && (
        <KeepPreset choices={choices} stamps={stamps} name={preset?.name ?? ''} onDone={() => setKeeping(false)} />
      )}
    </div>
  )
}
