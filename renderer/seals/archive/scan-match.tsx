/** Beside the picture: the record it belongs to, how sure that is, and choosing another one by number or name. */
import { useState } from 'react'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, Fields } from '../../ui/form.tsx'
import { RecordPicker } from '../../ui/record-picker.tsx'
import { ArchiveForm, type Archived } from './archive-form.tsx'
import type { Found, Match } from '../use/use-scans.ts'

type Candidate = Match['uses'][number]

const Candidates = ({ uses, onChoose }: { uses: readonly Candidate[]; onChoose: (id: string) => void }) => {
  const { t } = useWords()
  return (
    <ul className="scan-candidates" aria-label={t('seals.archive.several')}>
      {uses.map(({ use, stop }) => (
        <li key={use.id}>
          <button type="button" className="plain" onClick={() => onChoose(use.id)} data-testid="scan-candidate">
            <strong>{use.number}</strong> {use.seal.name} · {use.usedAt}
            {stop !== undefined && <small className="quiet"> · {t('seals.archive.state.archived')}</small>}
          </button>
        </li>
      ))}
    </ul>
  )
}

type Props = {
  readonly scan: string
  readonly found: Found | undefined
  readonly onNumber: (number: string) => void
  readonly onDone: (archived: Archived) => void
}

export const ScanMatch = ({ scan, found, onNumber, onDone }: Props) => {
  const { t } = useWords()
  const [chosen, setChosen] = useState<string>()
  const match = found?.match
  const uses = match?.uses ?? []
  const candidate = uses.length === 1 ? uses[0] : uses.find(({ use }) => use.id === chosen)
  // A number that was typed is believed, but not without a word where the paper itself says another.
  const coded = found?.coded?.uses ?? []
  const isOther = candidate !== undefined && coded.length > 0 && coded.every(({ use }) => use.id !== candidate.use.id)
  const other = isOther ? coded[0]?.use : undefined
  return (
    <section className="panel scan-match" aria-label={t('seals.archive.record')}>
      <Fields>
        <Field span={12} label={t('seals.archive.belongs-to')}>
          <RecordPicker
            types={['seal_use', 'seal_request']}
            value={undefined}
            onChange={(picked) => {
              setChosen(undefined)
              // A hit's detail begins with its number.
              const number = picked?.detail?.split(' · ')[0]
              if (number !== undefined) onNumber(number)
            }}
            placeholder={t('seals.archive.belongs-hint')}
            label={t('seals.archive.belongs-to')}
            autoFocus={found !== undefined && uses.length === 0}
            testId="scan-number"
          />
        </Field>
      </Fields>
      <FaultNote fault={found?.fault} />
      {found !== undefined && match === undefined && found.fault === undefined && (
        <p className="quiet">{t('seals.archive.no-code-help')}</p>
      )}
      {match !== undefined && (
        <p className={`scan-confidence is-${match.confidence}`} data-testid="scan-confidence">
          {t(`seals.archive.confidence.${match.confidence}`)}
        </p>
      )}
      {other !== undefined && (
        <p className="scan-confidence is-unsure" role="alert" data-testid="scan-other-code">
          {t('seals.archive.other-code', { number: other.number, chosen: candidate?.use.number ?? '' })}
        </p>
      )}
      {uses.length > 1 && <Candidates uses={uses} onChoose={setChosen} />}
      {candidate !== undefined && (
        <ArchiveForm key={candidate.use.id} candidate={candidate} scan={scan} onDone={onDone} />
      )}
    </section>
  )
}
