/** One closing as it was signed: countersigning it, and printing its sheet and its book. */
import { useState } from 'react'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { ClosingLater } from './closing-later.tsx'
import { ClosingSays } from './closing-content.tsx'

export const ClosingDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data, fault } = useOperation('seals.closingGet', { id }, { subjects: ['seal_closing'] })
  const countersign = useCommand('seals.closingCountersign')
  const [printing, setPrinting] = useState<'seal-closing' | 'seal-book'>()
  const closing = data?.closing
  const isMonth = closing?.period.length === 7
  return (
    <RecordDrawer
      title={closing === undefined ? t('ui.loading') : `${closing.number} ${closing.seal.name} ${closing.period}`}
      subject={id}
      onClose={onClose}
      width={720}
      actions={
        <>
          {closing?.countersigned === undefined && data !== undefined && may('seals.approve') && (
            <ActButton
              kind="primary"
              keyName="Ctrl+Enter"
              isActing={countersign.isActing}
              onAct={() => void countersign.act({ id, basedOn: [...data.heads] })}
              testId="closing-countersign"
            >
              {t('seals.closing.countersign')}
            </ActButton>
          )}
          {may('documents.read') && (
            <ActButton keyName="Ctrl+p" onAct={() => setPrinting('seal-closing')} testId="closing-print">
              {t('seals.closing.print')}
            </ActButton>
          )}
          {may('documents.read') && isMonth && (
            <ActButton keyName="b" onAct={() => setPrinting('seal-book')} testId="closing-print-book">
              {t('seals.closing.print-book')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={countersign.fault ?? fault} />
      {closing !== undefined && (
        <>
          <Facts
            facts={[
              [t('seals.closing.closed'), `${closing.closed.by.name} ${closing.closed.at}`],
              [
                t('seals.closing.countersigned'),
                closing.countersigned === undefined
                  ? t('seals.closing.awaits')
                  : `${closing.countersigned.by.name} ${closing.countersigned.at}`,
              ],
            ]}
          />
          <ClosingLater later={data?.later ?? []} />
          <ClosingSays content={closing} period={closing.period} />
        </>
      )}
      {printing === 'seal-closing' && (
        <DocumentPreview form="seal-closing" subject={id} onClose={() => setPrinting(undefined)} />
      )}
      {printing === 'seal-book' && closing !== undefined && (
        <DocumentPreview
          form="seal-book"
          subject={closing.seal.id}
          period={closing.period}
          onClose={() => setPrinting(undefined)}
        />
      )}
    </RecordDrawer>
  )
}
