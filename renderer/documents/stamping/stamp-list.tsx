/** The stamps that are to go on a file: each in a line, the chosen one with its fields, and a key for each kind that is added. */
import { showsSeal, type Stamp, type StampName } from '../../../shared/documents/stamping/stamps.ts'
import type { DeskFault } from '../../shell/call.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { StampFields } from './stamp-fields.tsx'
import { lineOf, newStamp, stampNames, type Choices } from './stamp-values.ts'

const most = 12

type AddProps = { readonly choices: Choices; readonly isFull: boolean; readonly onAdd: (name: StampName) => void }

const AddStamps = ({ choices, isFull, onAdd }: AddProps) => {
  const { t } = useWords()
  return (
    <div className="stamp-add" role="group" aria-label={t('stamping.add')}>
      {stampNames.map((name, index) => {
        const isShut = choices.noSeal !== undefined && showsSeal(newStamp(name))
        return (
          <ActButton
            key={name}
            keyName={`Ctrl+${index + 1}`}
            isDisabled={isFull || isShut}
            onAct={() => onAdd(name)}
            testId={`add-${name}`}
          >
            {t(`stamping.stamp.${name}`)}
          </ActButton>
        )
      })}
      {choices.noSeal !== undefined && <p className="quiet">{t(`stamping.no-seal.${choices.noSeal}`)}</p>}
    </div>
  )
}

type Props = {
  readonly stamps: readonly Stamp[]
  readonly chosen: number
  readonly page: number
  readonly choices: Choices
  readonly fault: DeskFault | undefined
  readonly onChoose: (index: number) => void
  readonly onChange: (stamps: readonly Stamp[]) => void
}

export const StampList = ({ stamps, chosen, page, choices, fault, onChoose, onChange }: Props) => {
  const say = useWords()
  const { t } = say
  const remove = (index: number) => {
    onChange(stamps.filter((_, place) => place !== index))
    onChoose(Math.max(0, Math.min(chosen, stamps.length - 2)))
  }
  useKeys({
    'Alt+ArrowUp': () => onChoose(Math.max(0, chosen - 1)),
    'Alt+ArrowDown': () => onChoose(Math.min(stamps.length - 1, chosen + 1)),
    'Alt+Delete': () => remove(chosen),
  })
  return (
    <>
      <AddStamps
        choices={choices}
        isFull={stamps.length >= most}
        onAdd={(name) => {
          onChange([...stamps, newStamp(name)])
          onChoose(stamps.length)
        }}
      />
      <ol className="stamp-list" aria-label={t('stamping.stamps')}>
        {stamps.map((stamp, index) => (
          <li key={index} className={index === chosen ? 'is-chosen' : ''}>
            <div className="stamp-line">
              <button
                type="button"
                className="plain"
                aria-expanded={index === chosen}
                onClick={() => onChoose(index)}
                data-testid="stamp-line"
              >
                <strong>{t(`stamping.stamp.${stamp.stamp}`)}</strong>{' '}
                <span className="quiet">{lineOf(stamp, say)}</span>
              </button>
              <button
                type="button"
                className="plain"
                aria-label={t('stamping.remove', { stamp: t(`stamping.stamp.${stamp.stamp}`) })}
                title={t('stamping.remove-key')}
                onClick={() => remove(index)}
              >
                ✕
              </button>
            </div>
            {index === chosen && (
              <StampFields
                stamp={stamp}
                index={index}
                page={page}
                fault={fault}
                onChange={(next) => onChange(stamps.map((each, place) => (place === index ? next : each)))}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
