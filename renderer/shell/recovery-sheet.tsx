/** The recovery key, shown once after founding: to save or write down before the desk opens. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { groupsOf } from '../../shared/office/recovery-key.ts'
import { bridge } from './bridge.ts'
import { FaultNote } from '../ui/fault-note.tsx'
import { bytesOf } from '../ui/printing.ts'
import { Card } from './card.tsx'
import { useMachine } from './machine.tsx'
import { useCommand } from './queries.ts'
import { useWords } from './words.tsx'

type Props = { readonly office: string; readonly recoveryKey: string; readonly onDone: () => void }

const inGroups = (key: string): string => groupsOf(key).join(' ')

export const RecoverySheet = ({ office, recoveryKey, onDone }: Props) => {
  const { t } = useWords()
  const [isKept, setIsKept] = useState(false)
  const [path, setPath] = useState<string>()
  const { language } = useMachine()
  const sheet = useCommand('documents.recoverySheet')
  const save = async () => {
    const text = [t('found.recovery'), office, '', inGroups(recoveryKey), '', t('found.recovery.note'), ''].join('\r\n')
    // The byte order mark lets Windows' own editor read it as UTF-8.
    const bytes = new TextEncoder().encode(`\uFEFF${text}`)
    setPath(await bridge().shell.saveFile(`${t('found.recovery')} ${office}.txt`, bytes))
  }
  const savePdf = async () => {
    const answer = await sheet.act({ recoveryKey, language })
    if (!answer.ok) return
    const bytes = bytesOf(answer.value.pdf)
    setPath(await bridge().shell.saveFile(answer.value.name, bytes))
  }
  return (
    <Card label={t('found.recovery')} isWide>
      <h1>{t('found.recovery')}</h1>
      <p>{t('found.recovery.note')}</p>
      <code className="recovery-key" data-testid="recovery-key">
        {inGroups(recoveryKey)}
      </code>
      <div className="form-acts">
        <Button onClick={() => void save()} autoFocus>
          {t('found.recovery.save')}
        </Button>
        <Button loading={sheet.isActing} onClick={() => void savePdf()} data-testid="recovery-pdf">
          {t('recovery.print')}
        </Button>
        {path !== undefined && <span className="quiet">{path}</span>}
      </div>
      <FaultNote fault={sheet.fault} />
      <Checkbox checked={isKept} onChange={(event) => setIsKept(event.target.checked)} data-testid="recovery-kept">
        {t('found.recovery.understood')}
      </Checkbox>
      <div>
        <Button type="primary" disabled={!isKept} onClick={onDone} data-testid="recovery-done">
          {t('found.recovery.done')}
        </Button>
      </div>
    </Card>
  )
}
