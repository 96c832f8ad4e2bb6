/** Revoking a delegation: first what falls with it, then the reason. */
import { useCommand, useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ConfirmReason } from '../ui/confirm-reason.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import type { DelegationAndMore } from './delegation-drawer.tsx'

export const RevokeDelegation = ({ found, onDone }: { found: DelegationAndMore; onDone: () => void }) => {
  const { t } = useWords()
  const { delegation, heads } = found
  const falls = useOperation('delegations.previewRevoke', { id: delegation.id })
  const revoke = useCommand('delegations.revoke')
  const confirm = async (reason: string) => {
    const answer = await revoke.act({ id: delegation.id, basedOn: heads, reason })
    if (answer.ok) onDone()
  }
  const { delegations = [], contracts = [], requests = [] } = falls.data ?? {}
  return (
    <ConfirmReason
      title={`${t('delegations.revoke')} ${delegation.number}`}
      doLabel={t('delegations.revoke')}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onDone}
      fault={revoke.fault}
      isActing={revoke.isActing}
    >
      <FaultNote fault={falls.fault} />
      {falls.data !== undefined && (
        <div className="falls" data-testid="falls">
          <strong>
            {t('delegations.falls', {
              delegations: delegations.length,
              contracts: contracts.length,
              requests: requests.length,
            })}
          </strong>
          <ul>
            {delegations.map((one) => (
              <li key={one.id}>
                {one.number} · {one.delegatorName} → {one.delegateName ?? one.post}
              </li>
            ))}
            {contracts.map((one) => (
              <li key={one.id}>
                {one.number} · {one.name}
              </li>
            ))}
            {requests.map((one) => (
              <li key={one.id}>
                {one.number} · {one.title}
              </li>
            ))}
          </ul>
        </div>
      )}
    </ConfirmReason>
  )
}
