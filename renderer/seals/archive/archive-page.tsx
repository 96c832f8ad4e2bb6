/** 归档: scans on the left, the paper in the middle, its record on the right; Enter files it and goes on to the next. */
import { Segmented } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { FileView } from '../../attachments/file-view.tsx'
import { useContent } from '../../attachments/attachment-sheet.tsx'
import type { AttachmentRow } from '../../attachments/row.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useRows } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Page } from '../../ui/page.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'
import type { Archived } from './archive-form.tsx'
import { MissingList } from './missing-list.tsx'
import { ScanMatch } from './scan-match.tsx'
import { ScanTray } from './scan-tray.tsx'
import { useScans, type Scans } from '../use/use-scans.ts'
import './archive.css'

type ScanProps = { readonly row: AttachmentRow; readonly scans: Scans; readonly onDone: (archived: Archived) => void }

/** The paper and its record; the code of a scan from an earlier day is looked for when it is opened. */
const Scan = ({ row, scans, onDone }: ScanProps) => {
  const { t } = useWords()
  const { content, fault } = useContent(row.id)
  const isKnown = scans.found[row.id] !== undefined || scans.doing !== undefined
  const look = useEffectEvent((bytes: Uint8Array) => void scans.look(row.id, bytes, row.mediaType))
  useEffect(() => {
    if (content !== undefined && !isKnown) look(content.bytes)
  }, [content, isKnown])
  return (
    <>
      <div className="scan-paper" aria-label={t('seals.archive.paper')} tabIndex={-1}>
        <FaultNote fault={fault} />
        {content === undefined ? (
          <p className="quiet">{t('attachments.reading', { name: row.name })}</p>
        ) : (
          <FileView name={row.name} mediaType={row.mediaType} bytes={content.bytes} scale={0.95} />
        )}
      </div>
      <ScanMatch
        key={row.id}
        scan={row.id}
        found={scans.found[row.id]}
        onNumber={(number) => void scans.byNumber(row.id, number)}
        onDone={onDone}
      />
    </>
  )
}

const Scanned = () => {
  const { t } = useWords()
  const scans = useScans()
  const tray = useRows('attachments.tray', { limit: 200 }, { subjects: ['attachment'] })
  const [chosen, setChosen] = useState<string>()
  const [done, setDone] = useState<Archived>()
  const row = tray.rows.find(({ id }) => id === chosen) ?? tray.rows[0]
  const finish = (archived: Archived): void => {
    setDone(archived)
    const at = tray.rows.findIndex(({ id }) => id === row?.id)
    setChosen((tray.rows[at + 1] ?? tray.rows[at - 1])?.id)
  }
  return (
    <>
      {done !== undefined && (
        <SuccessLine number={done.archiveNumber}>
          {t('seals.archive.done', { number: done.number })}
          {done.match === 'differs' && ` ${t('seals.archive.done-differs')}`}
        </SuccessLine>
      )}
      <FaultNote fault={tray.fault} />
      <div className="scan-columns">
        <ScanTray rows={tray.rows} scans={scans} chosen={row?.id} onChoose={setChosen} />
        {row === undefined ? (
          <p className="scan-nothing quiet">{t('seals.archive.teach')}</p>
        ) : (
          <Scan key={row.id} row={row} scans={scans} onDone={finish} />
        )}
      </div>
    </>
  )
}

export const ArchivePage = () => {
  const { t } = useWords()
  const [view, setView] = useState<'scans' | 'missing'>('scans')
  useKeys({ j: () => setView(view === 'scans' ? 'missing' : 'scans') })
  return (
    <Page
      title={t('seals.archive.title')}
      about={t('seals.archive.about')}
      actions={
        <>
          <Segmented
            value={view}
            onChange={setView}
            options={[
              { value: 'scans', label: t('seals.archive.scans') },
              { value: 'missing', label: t('seals.archive.missing') },
            ]}
            data-testid="archive-view"
          />
          <KeyCap name="j" />
        </>
      }
    >
      {view === 'scans' ? <Scanned /> : <MissingList />}
    </Page>
  )
}
