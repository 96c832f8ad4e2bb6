/** The button of a list that exports it as it is shown: `x` opens the choice, then `1` or `2`. */
import { Dropdown } from 'antd'
import { useState } from 'react'
import { tableFormats, type ExportList, type TableFormat } from '../../shared/tables/targets.ts'
import { KeyScope, useKeys } from '../shell/keys.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Progress } from '../ui/progress.tsx'
import { useExport, type Filter } from './use-export.ts'
import './tables.css'

type Props = {
  readonly list: ExportList
  /** What narrows the list on screen: `{ status: 'signed' }`; undefined members are left out. */
  readonly filter?: Filter
}

/** Keys of the open choice; rendered only while it is open, so that they belong to the list otherwise. */
const ChoiceKeys = ({ onChoose, onClose }: { onChoose: (format: TableFormat) => void; onClose: () => void }) => {
  const keys = tableFormats.map((format, index) => [`${index + 1}`, () => onChoose(format)] as const)
  useKeys({ ...Object.fromEntries(keys), Escape: onClose })
  return null
}

export const ExportButton = ({ list, filter = {} }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const exporting = useExport()
  if (!may('tables.export')) return null
  const choose = (format: TableFormat): void => {
    setIsOpen(false)
    void exporting.save(list, format, filter)
  }
  const items = tableFormats.map((key, index) => ({
    key,
    label: (
      <span className="act-label">
        {t(`tables.format.${key}`)} <KeyCap name={`${index + 1}`} />
      </span>
    ),
    onClick: () => choose(key),
  }))
  return (
    <>
      <Dropdown open={isOpen} onOpenChange={setIsOpen} trigger={['click']} menu={{ items }}>
        <span>
          <ActButton onAct={() => setIsOpen(true)} keyName="x" isActing={exporting.isActing} testId={`export-${list}`}>
            {t('tables.export')}
          </ActButton>
        </span>
      </Dropdown>
      {isOpen && (
        <KeyScope>
          <ChoiceKeys onChoose={choose} onClose={() => setIsOpen(false)} />
        </KeyScope>
      )}
      <ExportNews exporting={exporting} />
    </>
  )
}

/** What became of the export, under the buttons: progress with Cancel, where it lies, or why not. */
export const ExportNews = ({ exporting }: { exporting: ReturnType<typeof useExport> }) => {
  const { t } = useWords()
  const { isActing, command, fault, saved, list } = exporting
  if (!isActing && !fault && !saved) return null
  return (
    <div className="export-news">
      {isActing && list && (
        <Progress command={command} title={t('tables.exporting', { name: t(`tables.list.${list}`) })} />
      )}
      <FaultNote fault={fault} />
      {saved && (
        <div className="success-line" role="status" data-testid="export-done">
          <span className="success-mark" aria-hidden="true">
            ✓
          </span>
          <span>{t('tables.export.done', { rows: saved.rows, path: saved.path })}</span>
          <button type="button" className="plain" onClick={exporting.clear} aria-label={t('ui.close')}>
            ×
          </button>
        </div>
      )}
    </div>
  )
}
