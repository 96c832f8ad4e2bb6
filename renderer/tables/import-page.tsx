/** The import wizard on one page: what, which file, which columns, what it will be, and then all or nothing. */
import { Segmented } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { importTargets } from '../../shared/tables/targets.ts'
import { useKeys } from '../shell/keys.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Page } from '../ui/page.tsx'
import { Progress, useProgress } from '../ui/progress.tsx'
import { FileChoice } from './file-choice.tsx'
import { MappingPanel } from './mapping-panel.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import { useImport, type Importing } from './use-import.ts'
import './tables.css'

const Targets = ({ importing }: { importing: Importing }) => {
  const { t } = useWords()
  const acts = importTargets.map(
    (target, index) => [`${index + 1}`, () => void importing.chooseTarget(target)] as const,
  )
  useKeys(Object.fromEntries(acts), { isActive: !importing.isEntering })
  const label = (target: (typeof importTargets)[number], index: number) => (
    <span className="act-label">
      {t(`tables.target.${target}`)} <KeyCap name={`${index + 1}`} />
    </span>
  )
  return (
    <Segmented
      aria-label={t('tables.target')}
      value={importing.target}
      disabled={importing.isEntering}
      options={importTargets.map((value, index) => ({ value, label: label(value, index) }))}
      onChange={(target) => void importing.chooseTarget(target)}
    />
  )
}

/** What keeps the rows from being imported, or how many there are. */
const useReady = ({ reading, isReading, isEntering }: Importing): { isReady: boolean; label: string } => {
  const { t } = useWords()
  if (reading === undefined || isReading) return { isReady: false, label: t('tables.import.do', { count: 0 }) }
  const { good, bad, missing } = reading
  const isReady = missing.length === 0 && bad === 0 && good > 0 && !isEntering
  const isNothing = missing.length === 0 && bad === 0 && good === 0
  return { isReady, label: isNothing ? t('tables.import.nothing') : t('tables.import.do', { count: good }) }
}

/** Reading and planning can be cancelled; the one transaction at the end cannot. */
const Working = ({ importing, name }: { importing: Importing; name: string }) => {
  const { t } = useWords()
  const { isEntering, command, reading } = importing
  const steps = useProgress(command)
  const isWriting = isEntering && steps !== undefined && steps.total > 0 && steps.done >= steps.total
  const title = isWriting
    ? t('tables.entering', { count: reading?.good ?? 0 })
    : t(isEntering ? 'tables.importing' : 'tables.reading', { name })
  return <Progress command={command} title={title} isCancellable={!isWriting} />
}

/** @param params `target`: what to begin with, as the page of a list asks for */
export const ImportPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const importing = useImport(t('tables.choose'))
  const wanted = importTargets.find((one) => one === params['target'])
  const begin = useEffectEvent(() => {
    if (wanted !== undefined && wanted !== importing.target) void importing.chooseTarget(wanted)
  })
  useEffect(() => begin(), [])
  const { target, file, reading, fault, done, isReading, isEntering } = importing
  const { isReady, label } = useReady(importing)
  const isBusy = isReading || isEntering
  return (
    <Page
      title={t('tables.import.title')}
      about={<Targets importing={importing} />}
      actions={
        <>
          <ActButton
            onAct={() => void importing.chooseFile()}
            keyName="o"
            isDisabled={isBusy}
            kind={file ? 'plain' : 'primary'}
            testId="choose-file"
          >
            {t(file ? 'tables.choose.other' : 'tables.choose')}
          </ActButton>
          {file && (
            <ActButton
              onAct={() => void importing.enter()}
              keyName="Ctrl+Enter"
              kind="primary"
              isDisabled={!isReady}
              isActing={isEntering}
              testId="import-do"
            >
              {label}
            </ActButton>
          )}
        </>
      }
    >
      <p className="quiet">{t(`tables.hint.${target}`)}</p>
      <FaultNote fault={fault} />
      {fault?.code === 'table-has-problems' && (
        <ProblemList problems={fault.first} count={fault.first.length} target={target} />
      )}
      {done && (
        <div className="success-line" role="status" data-testid="import-done">
          <span className="success-mark" aria-hidden="true">
            ✓
          </span>
          <strong>{t('tables.import.done', { entered: done.entered, known: done.known })}</strong>
        </div>
      )}
      {isBusy && file && <Working importing={importing} name={file.name} />}
      {!file && !done && !fault && (
        <div className="tables-first">
          <p>{t('tables.import.about')}</p>
          <p className="quiet">{t('tables.choose.first')}</p>
        </div>
      )}
      {file && reading && (
        <>
          <FileChoice importing={importing} reading={reading} name={file.name} />
          <div className="tables-work">
            <MappingPanel importing={importing} reading={reading} />
            <div className="tables-side">
              {reading.problemCount > 0 && (
                <ProblemList problems={reading.problems} count={reading.problemCount} target={target} />
              )}
              <PreviewPanel reading={reading} />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}
