/** Proves the journal: every hash and signature, and all rows against a rebuild. */
import { useCommand } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Progress } from '../ui/progress.tsx'

export const ProofSheet = () => {
  const { t, tOf, has } = useWords()
  const verify = useCommand('office.verify')
  const { value } = verify
  return (
    <section className="panel settings-sheet" aria-label={t('settings.proof')}>
      <h2>{t('settings.proof')}</h2>
      <p className="quiet">{t('settings.proof.what')}</p>
      {verify.isActing && <Progress command={verify.command} title={t('settings.proof.doing')} />}
      <FaultNote fault={verify.fault} />
      {value !== undefined && (
        <p role="status" data-testid="proof">
          {value.findings.length === 0
            ? t('settings.proof.well', { entries: value.entries, rows: value.rows })
            : t('settings.proof.findings', { count: value.findings.length })}
        </p>
      )}
      <ul>
        {value?.findings.slice(0, 50).map((finding) => (
          <li key={finding.what + finding.where} className="settings-finding">
            {has(`proof.${finding.what}`) ? tOf(`proof.${finding.what}`) : finding.what} · {finding.where}
          </li>
        ))}
      </ul>
      <div className="form-acts">
        <ActButton isActing={verify.isActing} onAct={() => void verify.act({})}>
          {t('settings.proof.do')}
        </ActButton>
      </div>
    </section>
  )
}
