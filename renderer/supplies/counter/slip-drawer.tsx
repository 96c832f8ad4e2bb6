/** One slip from the side: its lines, what can be done with it (print, return, reverse), and its history. */
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { stockFormOf } from '../../../shared/documents/stock-forms.ts'
import { AttachmentList } from '../../attachments/attachment-list.tsx'
import { RepriceSheet } from '../value/reprice-sheet.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { SlipDone } from './slip-done.tsx'
import { UndoSheet } from './undo-sheet.tsx'
import { ValueDone, type ValueSlip } from '../value/value-done.tsx'

type Shown = Output<'supplies.slip'>

type Props = {
  readonly id: string
  /** Opened to be undone at once. */
  readonly isUndoing?: boolean
  readonly onClose: () => void
}

export const SlipDrawer = ({ id, isUndoing = false, onClose }: Props) => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('supplies.slip', { id }, { subjects: ['supply_slip'] })
  // What was entered from here: told below the acts, and the key that prints is its own then.
  const [undone, setUndone] = useState<Shown['slip']>()
  const [repriced, setRepriced] = useState<ValueSlip>()
  const acts = { isUndoing, onUndone: setUndone, onRepriced: setRepriced, isNewer: (undone ?? repriced) !== undefined }
  const title = data === undefined ? '' : `${t(`supplies.slip.${data.slip.verb}`)} ${data.slip.numbered.number}`
  return (
    <RecordDrawer
      title={title}
      subject={id}
      onClose={onClose}
      width={680}
      actions={data && <Actions shown={data} {...acts} />}
    >
      {repriced !== undefined && <ValueDone key={repriced.id} slip={repriced} />}
      {undone !== undefined && <SlipDone slip={undone} />}
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && <Content shown={data} />}
      <AttachmentList type="supply_slip" subject={id} />
    </RecordDrawer>
  )
}

type ActionProps = {
  readonly shown: Shown
  readonly isUndoing: boolean
  /** A newer slip was entered from here. */
  readonly isNewer: boolean
  readonly onUndone: (slip: Shown['slip']) => void
  readonly onRepriced: (slip: ValueSlip) => void
}

const Actions = ({ shown: { slip, heads, returned }, isUndoing, isNewer, onUndone, onRepriced }: ActionProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const [isAsking, setIsAsking] = useState(isUndoing)
  const [isSigning, setIsSigning] = useState(false)
  const [isRepricing, setIsRepricing] = useState(false)
  const [isPreviewed, setIsPreviewed] = useState(false)
  const isStanding = slip.reversedBy === undefined && slip.verb !== 'reverse'
  const isOpen = slip.lines.some(({ base }, of) => base > (returned[of] ?? 0))
  return (
    <>
      {may('documents.read') && (
        <ActButton {...(!isNewer && { keyName: 'Ctrl+p' })} onAct={() => setIsPreviewed(true)} testId="print-slip">
          {t('ui.print')}
        </ActButton>
      )}
      {isPreviewed && (
        <DocumentPreview form={stockFormOf(slip.verb)} subject={slip.id} onClose={() => setIsPreviewed(false)} />
      )}
      {slip.verb === 'issue' && isStanding && isOpen && may('supplies.issue') && (
        <ActButton keyName="r" onAct={() => go('supplies.return', { original: slip.id })}>
          {t('supplies.slip.back')}
        </ActButton>
      )}
      {slip.verb === 'receipt' && isStanding && may('supplies.manage') && (
        <ActButton keyName="v" onAct={() => setIsRepricing(true)} testId="reprice">
          {t('supplies.reprice')}
        </ActButton>
      )}
      {isRepricing && (
        <RepriceSheet
          slip={slip}
          heads={heads}
          onDone={(entered) => {
            onRepriced(entered)
            setIsRepricing(false)
          }}
          onClose={() => setIsRepricing(false)}
        />
      )}
      {isStanding && may('supplies.issue') && (
        <ActButton kind="no" keyName="x" onAct={() => setIsAsking(true)} testId="reverse">
          {t('supplies.slip.reverse')}
        </ActButton>
      )}
      {isStanding && slip.recipient !== undefined && slip.signature === undefined && may('supplies.issue') && (
        <ActButton keyName="s" onAct={() => setIsSigning(true)} testId="sign">
          {t('supplies.sign')}
        </ActButton>
      )}
      {isSigning && (
        <SignaturePad
          slip={{ id: slip.id, number: slip.numbered.number, name: slip.recipient?.name ?? '' }}
          onSigned={() => setIsSigning(false)}
          onClose={() => setIsSigning(false)}
        />
      )}
      {isAsking && isStanding && (
        <UndoSheet
          slip={slip}
          heads={heads}
          onDone={(undone) => {
            onUndone(undone)
            setIsAsking(false)
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  )
}

const Content = ({ shown: { slip, returned } }: { shown: Shown }) => {
  const { t, clauses } = useWords()
  return (
    <>
      <Facts
        facts={[
          [t('supplies.field.date'), slip.date],
          [
            t('supplies.field.recipient'),
            slip.recipient &&
              [slip.recipient.name, slip.recipient.department?.name]
                .filter((part) => part !== undefined && part !== '')
                .join(' · '),
          ],
          [t('supplies.field.supplier'), slip.supplier],
          [t('supplies.field.reference'), slip.reference],
          [t('supplies.field.purpose'), slip.purpose],
          [t('supplies.field.reason'), slip.reason],
          [t('supplies.field.clerk'), slip.clerk.name],
          [
            t('supplies.approval.by'),
            slip.approval && [slip.approval.by.name, slip.approval.opinion].filter(Boolean).join(' · '),
          ],
          [t('type.supply_request'), slip.request?.number],
          [t('supplies.request.promised'), slip.promised],
          [
            t('supplies.sign.field'),
            slip.signature && [t(`supplies.sign.on.${slip.signature.on}`), slip.signature.at].join(' · '),
          ],
          [t('supplies.field.total'), moneyText(slip.amount)],
          [
            t('supplies.field.remarks'),
            clauses([
              ...(slip.reversedBy ? [t('supplies.slip.reversed-by', slip.reversedBy)] : []),
              ...(slip.reverses ? [t('supplies.slip.reverses', { number: slip.reverses.number })] : []),
              ...(slip.original ? [t('supplies.slip.of', slip.original)] : []),
            ]),
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
                <span className="quiet">
                  {[line.item.code, line.item.spec].filter((part) => part !== undefined && part !== '').join(' · ')}
                </span>
                {(line.overQuota ?? 0) > 0 && (
                  <span className="is-care">
                    {' '}
                    {t('supplies.line.over', { over: line.overQuota, unit: line.baseUnit })}
                  </span>
                )}
              </td>
              <td>
                {line.to === undefined ? line.location : `${line.location} → ${line.to}`}
                {line.lot !== undefined && (
                  <div className="quiet">
                    {[line.lot, line.expiry].filter((part) => part !== undefined && part !== '').join(' · ')}
                  </div>
                )}
              </td>
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
