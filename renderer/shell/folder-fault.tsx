/** The data folder does not open: says what, why and what to do, and tries again on request. */
import { Button } from 'antd'
import type { DeskFault } from './call.ts'
import { faultTexts } from './fault-texts.ts'
import { useMachine } from './machine.tsx'
import { Card } from './card.tsx'
import { useWords } from './words.tsx'

export const FolderFault = ({ fault, onRetry }: { fault: DeskFault; onRetry: () => void }) => {
  const say = useWords()
  const { folder } = useMachine()
  const { what, why, todo } = faultTexts(say, fault)
  return (
    <Card label={what}>
      <div role="alert" data-fault={fault.code}>
        <h1 className="is-no">{what}</h1>
        {why.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {todo !== undefined && <p>{todo}</p>}
        <p className="quiet">{say.t('ui.labelled', { label: say.t('engine.folder'), text: folder })}</p>
      </div>
      <div>
        <Button type="primary" autoFocus onClick={onRetry}>
          {say.t('ui.retry')}
        </Button>
      </div>
    </Card>
  )
}
