/** Binds a file by its SHA-256, or holds the file at hand against the one that was approved. */
import { Button } from 'antd'
import { bridge } from '../shell/bridge.ts'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from '../ui/fault-note.tsx'

export type BoundFile = { readonly name: string; readonly sha256: string }

const kinds = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'wps', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'ofd']

const sha256Of = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice().buffer)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

type Props = {
  readonly value: BoundFile | undefined
  readonly onChange: (file: BoundFile | undefined) => void
  /** Hash of the file that was approved, where one was bound. */
  readonly approved?: string | undefined
}

export const FileHash = ({ value, onChange, approved }: Props) => {
  const { t } = useWords()
  const choose = async () => {
    const file = await bridge().shell.openFile(t('seals.file.title'), kinds)
    if (file !== undefined) onChange({ name: file.name, sha256: await sha256Of(file.bytes) })
  }
  const isSame = approved !== undefined && value?.sha256 === approved
  return (
    <div className="field span-12">
      <span className="field-label">{t(approved === undefined ? 'seals.file.title' : 'seals.file.compare')}</span>
      <span className="book-bar">
        <Button onClick={() => void choose()} data-testid="file-choose">
          {t('seals.file.choose')}
        </Button>
        {value !== undefined && (
          <span data-testid="file-hash">
            {value.name} <code title={value.sha256}>{value.sha256.slice(0, 16)}…</code> {isSame && t('seals.file.same')}
          </span>
        )}
      </span>
      {approved !== undefined && value !== undefined && !isSame && (
        <FaultNote fault={{ code: 'document-differs', approved, found: value.sha256 }} />
      )}
    </div>
  )
}
