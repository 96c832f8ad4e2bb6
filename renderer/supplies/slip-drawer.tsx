/** One slip from the side: its lines, what can be done with it (print, return, reverse), and its history. */
import { useState } from 'react'
import { moneyText } from '../../shared/office/money.ts'
import { DocumentPreview } from '../documents/document-preview.tsx'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { ConfirmReason } from '../ui/confirm-reason.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { isPrintable, SlipDone } from './slip-done.tsx'

type Shown = Output<'supplies.slip'>

export const SlipDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('supplies.slip', { id }, { subjects: ['supply_slip'] })
  const title = data === undefined ? '' : `${t(`supplies.slip.${data.slip.verb}`)} ${data.slip.numbered.number}`
  return (
    <RecordDrawer title={title} subject={id} onClose={onClose} width={680} actions={data && <Actions shown={data} />}>
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && <Content shown={data} />}
    </RecordDrawer>
  )
}

const Actions = ({ shown: { slip, heads, returned } }: { shown: Shown }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const [isAsking, setIsAsking] = useState(false)
  const [reversal, setReversal] = useState<Shown['slip']>()
  const reverse = useCommand('supplies.reverse')
  const [isPreviewed, setIsPreviewed] = useState(false)
  const isStanding = slip.reversedBy === undefined && slip.verb !== 'reverse'
  const isOpen = slip.lines.some(({ base }, of) => base > (returned[of] ?? 0))
  const { number } = slip.numbered
  const confirm = async (reason: string) => {
    const answer = await reverse.act({ id: slip.id, reason, basedOn: heads })
    if (!answer.ok) return
    setReversal(answer.value.slip)
    setIsAsking(false)
  }
  return (
    <>
      {isPrintable(slip) && may('documents.read') && (
        <ActButton keyName="Ctrl+p" onAct={() => setIsPreviewed(true)} testId="print-slip">
          {t('ui.print')}
        </ActButton>
      )}
      {isPreviewed && <DocumentPreview form="issue-slip" subject={slip.id} onClose={() => setIsPreviewed(false)} />}
      {slip.verb === 'issue' && isStanding && isOpen && may('supplies.issue') && (
        <ActButton keyName="r" onAct={() => go('supplies.return', { original: slip.id })}>
          {t('supplies.slip.back')}
        </ActButton>
      )}
      {isStanding && may('supplies.issue') && (
        <ActButton kind="no" keyName="x" onAct={() => setIsAsking(true)} testId="reverse">
          {t('supplies.slip.reverse')}
        </ActButton>
      )}
      {reversal !== undefined && <SlipDone slip={reversal} />}
      {isAsking && (
        <ConfirmReason
          title={t('supplies.slip.reverse.title', { number })}
          doLabel={t('supplies.slip.reverse')}
          onConfirm={(reason) => void confirm(reason)}
          onCancel={() => {
            reverse.clear()
            setIsAsking(false)
          }}
          fault={reverse.fault}
          isActing={reverse.isActing}
        >
          <p>{t('supplies.slip.reverse.what')}</p>
        </ConfirmReason>
      )}
    </>
  )
}

const Content = ({ shown: { slip, returned } }: { shown: Shown }) => {
  const { t } = useWords()
  return (
    <>
      <Facts
        facts={[
          [t('supplies.field.date'), slip.date],
          [
            t('supplies.field.recipient'),
            slip.recipient && [slip.recipient.name, slip.recipient.department?.name].filter(Boolean).join(' · '),
          ],
          [t('supplies.field.supplier'), slip.supplier],
          [t('supplies.field.reference'), slip.reference],
          [t('supplies.field.purpose'), slip.purpose],
          [t('supplies.field.reason'), slip.reason],
          [t('supplies.field.clerk'), slip.clerk.name],
          [t('supplies.field.total'), moneyText(slip.amount)],
          [
            t('supplies.field.remarks'),
            [
              slip.reversedBy && t('supplies.slip.reversed-by', slip.reversedBy),
              slip.reverses && t('supplies.slip.reverses', { number: slip.reverses.number }),
              slip.original && t('supplies.slip.of', slip.original),
            ]
              .filter(Boolean)
              .join('；'),
          ],
        ]}
      />
      <table className="slip-table">
        <thead>
          <tr>
            <th>{t('supplies.field.name')}</th>
            <th>{t('supplies.field.location')}</th>
            <th className="number">{t('supplies.field.quantity')}</th>
            <th className="number">{t('supplies.field.unitCost')}</th>
            <th className="number">{t('supplies.field.amount')}</th>
            {slip.verb === 'issue' && <th className="number">{t('supplies.field.returned')}</th>}
          </tr>
        </thead>
        <tbody>
          {slip.lines.map((line, of) => (
            <tr key={of}>
              <td>
                {line.item.name}{' '}
                <span className="quiet">{[line.item.code, line.item.spec].filter(Boolean).join(' · ')}</span>
                {(line.overQuota ?? 0) > 0 && (
                  <span className="is-care">
                    {' '}
                    {t('supplies.line.over', { over: line.overQuota, unit: line.baseUnit })}
                  </span>
                )}
              </td>
              <td>{line.to === undefined ? line.location : `${line.location} → ${line.to}`}</td>
              <td className="number">
                {line.quantity} {line.unit}
              </td>
              <td className="number">{moneyText(line.unitCost)}</td>
              <td className="number">{moneyText(line.amount)}</td>
              {slip.verb === 'issue' && <td className="number">{returned[of] ?? 0}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
