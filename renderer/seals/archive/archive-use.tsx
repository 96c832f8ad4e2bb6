/** Filing the paper of one use from its drawer, without a scan. */
import { archiveStop } from '../../../shared/seals/archive/archive-rules.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords } from '../../shell/words.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { ArchiveForm } from './archive-form.tsx'

type Props = { readonly use: Output<'seals.useGet'>['use']; readonly onDone: () => void }

export const ArchiveUse = ({ use, onDone }: Props) => {
  const { t } = useWords()
  return (
    <MiddleSheet title={`${t('seals.archive.title')} ${use.number}`} onClose={onDone} width={620}>
      <ArchiveForm candidate={{ use, stop: archiveStop(use) }} onDone={onDone} />
    </MiddleSheet>
  )
}
