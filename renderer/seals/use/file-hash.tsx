/** Binds a file by its SHA-256, or holds the file at hand against the one that was approved. */
import { Checkbox } from 'antd'
import { attachmentLimit } from '../../../shared/attachments/attachment.ts'
import { fileMatch } from '../../../shared/seals/archive/archive-rules.ts'
import { sha256Of } from '../../attachments/transfer.ts'
import { bridge } from '../../shell/bridge.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import './file-hash.css'

export type BoundFile = {
  readonly name: string
  readonly sha256: string
  /** Present where it is to be kept as an attachment, too. */
  readonly bytes?: Uint8Array | undefined
}

/** Among the scans to be archived the key chooses the next scan. */
const keyOf = (purpose: Purpose) => (purpose === 'archive' ? {} : { keyName: 'Ctrl+o' })

type Purpose = 'sealing' | 'archive'
type Props = {
  readonly value: BoundFile | undefined
  readonly onChange: (file: BoundFile | undefined) => void
  /** Hash of the file that was approved, where one was bound. */
  readonly approved?: string | undefined
  /** What a differing file means: at sealing it is refused, at archiving it is recorded. */
  readonly purpose?: Purpose
}

const titles = { bind: 'seals.file.title', sealing: 'seals.file.compare', archive: 'seals.archive.file' } as const
const states = {
  same: 'seals.file.same',
  differs: 'seals.file.differs',
  'not-compared': 'seals.file.not-compared',
} as const

export const FileHash = ({ value, onChange, approved, purpose = 'sealing' }: Props) => {
  const { t } = useWords()
  const choose = async () => {
    const file = await bridge().shell.openFile(t('seals.file.title'), [])
    if (file === undefined) return
    const isKept = approved === undefined && file.bytes.length <= attachmentLimit
    onChange({ name: file.name, sha256: await sha256Of(file.bytes), bytes: isKept ? file.bytes : undefined })
  }
  const match = fileMatch(approved, value?.sha256)
  return (
    <div className="field span-12">
      <span className="field-label">{t(titles[approved === undefined ? 'bind' : purpose])}</span>
      <span className="book-bar">
        <ActButton {...keyOf(purpose)} onAct={() => void choose()} testId="file-choose">
          {t('seals.file.choose')}
        </ActButton>
        <span data-testid="file-hash" data-match={match}>
          {value !== undefined && (
            <>
              {value.name} <code title={value.sha256}>{value.sha256.slice(0, 16)}…</code>{' '}
            </>
          )}
          {approved !== undefined && <strong className={`file-match is-${match}`}>{t(states[match])}</strong>}
        </span>
        {approved === undefined && value !== undefined && (
          <Checkbox
            checked={value.bytes !== undefined}
            disabled={value.bytes === undefined}
            onChange={() => onChange({ ...value, bytes: undefined })}
          >
            {t('seals.file.keep')}
          </Checkbox>
        )}
      </span>
      {match === 'differs' && purpose === 'sealing' && (
        <FaultNote fault={{ code: 'document-differs', approved: approved ?? '', found: value?.sha256 ?? '' }} />
      )}
      {match === 'differs' && purpose === 'archive' && <p className="scan-bad">{t('seals.archive.file-differs')}</p>}
    </div>
  )
}
