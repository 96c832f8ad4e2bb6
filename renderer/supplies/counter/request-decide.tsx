/** Deciding on a supply request: every line with what may be approved of it; Ctrl+Enter approves, J rejects with a reason. */
import { useState } from 'react'
import { inUnit } from '../../../shared/supplies/items/units.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field } from '../../ui/form.tsx'
import { CountInput, TextInput } from '../../ui/inputs.tsx'
import type { FoundRequest } from './request-drawer.tsx'

export const RequestDecide = ({ found: { request, lines, heads } }: { found: FoundRequest }) => {
  const { t } = useWords()
  const decide = useCommand('supplies.requestDecide')
  const [opinion, setOpinion] = useState('')
  const [isRejecting, setIsRejecting] = useState(false)
  const [quantities, setQuantities] = useState(() => request.lines.map(({ quantity }): number | undefined => quantity))
  const isWhole = request.lines.every(({ quantity }, index) => quantities[index] === quantity)
  const approve = async () => {
    if (decide.isActing) return
    await decide.act({
      id: request.id,
      basedOn: heads,
      decision: 'approved',
      ...(opinion.trim() === '' ? {} : { opinion }),
      ...(isWhole ? {} : { approved: quantities.map((quantity) => quantity ?? 0) }),
    })
  }
  const reject = async (reason: string) => {
    const answer = await decide.act({ id: request.id, basedOn: heads, decision: 'rejected', opinion: reason })
    if (answer.ok) setIsRejecting(false)
  }
  return (
    <EntryForm label={t('supplies.request.decide')} onSubmit={() => void approve()}>
      <ul className="slip-lines">
        {request.lines.map((line, index) => (
          <li key={index} className="slip-line">
            <div className="slip-line-item">
              <strong>{line.item.name}</strong> <span className="quiet">{line.item.code}</span>
              <div className="slip-line-state">
                <span className={(lines[index]?.stock ?? 0) < line.base ? 'is-care' : 'quiet'}>
                  {t('supplies.request.asks', {
                    quantity: inUnit(line.base, line.unit, line.base / line.quantity, line.baseUnit),
                    stock: inUnit(lines[index]?.stock ?? 0, line.unit, line.base / line.quantity, line.baseUnit),
                  })}
                </span>
                {(line.overQuota ?? 0) > 0 && (
                  <span className="is-care">
                    {t('supplies.line.over', { over: line.overQuota, unit: line.baseUnit })}
                  </span>
                )}
              </div>
            </div>
            <label className="slip-line-back">
              <span className="quiet">{t('supplies.request.approved')}</span>
              <CountInput
                value={quantities[index]}
                onChange={(quantity) =>
                  setQuantities((before) => before.map((each, at) => (at === index ? quantity : each)))
                }
                autoFocus={index === 0}
                testId="approved"
              />
            </label>
            <span>{line.unit}</span>
          </li>
        ))}
      </ul>
      <Field label={t('supplies.request.opinion')} span={12}>
        <TextInput value={opinion} onChange={setOpinion} testId="opinion" />
      </Field>
      <FaultNote fault={decide.fault} />
      <div className="form-acts">
        <ActButton kind="no" keyName="Alt+j" onAct={() => setIsRejecting(true)} testId="reject">
          {t('supplies.request.reject')}
        </ActButton>
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          onAct={() => void approve()}
          isActing={decide.isActing}
          testId="approve"
        >
          {t('supplies.request.approve')}
        </ActButton>
      </div>
      {isRejecting && (
        <ConfirmReason
          title={t('supplies.request.reject')}
          doLabel={t('supplies.request.reject')}
          onConfirm={(reason) => void reject(reason)}
          onCancel={() => setIsRejecting(false)}
          fault={decide.fault}
          isActing={decide.isActing}
        />
      )}
    </EntryForm>
  )
}
