/** The tray: scans that wait for their record, with what their code said; more are dropped or chosen here. */
import { useRef, useState, type DragEvent } from 'react'
import type { AttachmentRow } from '../../attachments/row.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { SetAside } from '../use/set-aside.tsx'
import type { Found, Scans } from '../use/use-scans.ts'

type Props = {
  readonly rows: readonly AttachmentRow[]
  readonly scans: Scans
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

const accepted = '.pdf,.png,.jpg,.jpeg'

/** What stands beside a scan: the number it leads to, that its code leads nowhere, or that it has none. */
const State = ({ found }: { found: Found | undefined }) => {
  const { t } = useWords()
  if (found === undefined) return <small className="quiet">{t('seals.archive.not-looked')}</small>
  if (found.fault !== undefined) return <small className="scan-bad">{t('seals.archive.code-bad')}</small>
  const [first] = found.match?.uses ?? []
  if (first === undefined) return <small className="quiet">{t('seals.archive.no-code')}</small>
  return <small className={first.stop === undefined ? 'scan-good' : 'scan-bad'}>{first.use.number}</small>
}

const AddScans = ({ scans, onAdded }: { scans: Scans; onAdded: (id: string) => void }) => {
  const { t } = useWords()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const add = async (list: FileList | null): Promise<void> => {
    // A scanner's folder holds other things, too (thumbnails, lists); what was chosen by hand is told when it is no scan.
    const given = [...(list ?? [])]
    const wanted = given.filter(({ name, webkitRelativePath }) =>
      webkitRelativePath === '' ? true : /\.(pdf|png|jpe?g)$/i.test(name),
    )
    const first = wanted.length === 0 ? undefined : await scans.add(wanted)
    if (first !== undefined) onAdded(first)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void add(event.dataTransfer.files)
  }
  const isBusy = scans.doing !== undefined
  return (
    <div
      className={`scan-drop${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      data-testid="scan-drop"
    >
      <p className="quiet">{t('seals.archive.drop')}</p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={accepted}
        data-testid="scan-files"
        onChange={(event) => void add(event.target.files).then(() => (event.target.value = ''))}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        data-testid="scan-folder"
        {...{ webkitdirectory: '' }}
        onChange={(event) => void add(event.target.files).then(() => (event.target.value = ''))}
      />
      <div className="scan-acts">
        <ActButton keyName="Ctrl+o" isActing={isBusy} onAct={() => files.current?.click()} testId="scan-choose">
          {t('seals.archive.choose')}
        </ActButton>
        <ActButton keyName="Ctrl+Shift+o" isDisabled={isBusy} onAct={() => folder.current?.click()}>
          {t('seals.archive.folder')}
        </ActButton>
      </div>
      {scans.doing !== undefined && (
        <p role="status">{t('seals.archive.adding', { ...scans.doing, done: scans.doing.done + 1 })}</p>
      )}
    </div>
  )
}

export const ScanTray = ({ rows, scans, chosen, onChoose }: Props) => {
  const { t } = useWords()
  const move = (by: 1 | -1): void => {
    const next = rows[rows.findIndex(({ id }) => id === chosen) + by]
    if (next !== undefined) onChoose(next.id)
  }
  return (
    <section className="scan-tray" aria-label={t('seals.archive.tray')}>
      <AddScans scans={scans} onAdded={onChoose} />
      {scans.refused.map(({ name, fault }) => (
        <div key={name}>
          <small className="quiet">{name}</small>
          <FaultNote fault={fault} />
        </div>
      ))}
      <ul
        tabIndex={0}
        data-testid="scan-list"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          move(event.key === 'ArrowDown' ? 1 : -1)
        }}
      >
        {rows.map((row) => (
          <li key={row.id} className={row.id === chosen ? 'is-active' : ''}>
            <button type="button" className="plain" onClick={() => onChoose(row.id)} data-testid="scan-row">
              <span>{row.name}</span>
              <State found={scans.found[row.id]} />
            </button>
          </li>
        ))}
      </ul>
      {chosen !== undefined && <SetAside key={chosen} scan={chosen} />}
      {rows.length === 0 && <p className="quiet">{t('seals.archive.tray-empty')}</p>}
    </section>
  )
}
