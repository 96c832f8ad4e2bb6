/** One closing of the stock as it was signed: countersigning, printing and exporting it. */
import { useState } from 'react'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ExportButton } from '../../tables/export-button.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { StockClosingSays } from './stock-closing-content.tsx'

export const StockClosingDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data, fault } = useOperation('supplies.closing', { id }, { subjects: ['stock_closing'] })
  const countersign = useCommand('supplies.closingCountersign')
  const [isPrinting, setPrinting] = useState(false)
  const closing = data?.closing
  return (
    <RecordDrawer
      title={closing === undefined ? t('ui.loading') : `${closing.number} ${closing.month}`}
      subject={id}
      onClose={onClose}
      width={1040}
      actions={
        <>
          {closing?.countersigned === undefined && data !== undefined && may('supplies.approve') && (
            <ActButton
              kind="primary"
              keyName="Ctrl+Enter"
              isActing={countersign.isActing}
              onAct={() => void countersign.act({ id, basedOn: [...data.heads] })}
              testId="stock-countersign"
            >
              {t('supplies.closing.countersign')}
            </ActButton>
          )}
          {may('documents.read') && (
            <ActButton keyName="Ctrl+p" onAct={() => setPrinting(true)} testId="stock-closing-print">
              {t('supplies.closing.print')}
            </ActButton>
          )}
          <ExportButton list="stock-closing" filter={{ closing: id }} />
        </>
      }
    >
      <FaultNote fault={countersign.fault ?? fault} />
      {closing !== undefined && (
        <>
          <Facts
            facts={[
              [t('supplies.closing.closed'), `${closing.closed.by.name} ${closing.closed.at}`],
              [
                t('supplies.closing.countersigned'),
                closing.countersigned === undefined
                  ? t('supplies.closing.awaits')
                  : `${closing.countersigned.by.name} ${closing.countersigned.at}`,
              ],
            ]}
          />
          <StockClosingSays
            content={closing}
            month={closing.month}
            slip={closing.revaluation?.number ?? t('supplies.closing.no-slip')}
          />
        </>
      )}
      {isPrinting && <DocumentPreview form="stock-closing" subject={id} onClose={() => setPrinting(false)} />}
    </RecordDrawer>
  )
}
