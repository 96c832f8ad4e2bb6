/** The sheet on which an act in a seal's life is entered: filled with what is known, one key to enter it. */
import { useState } from 'react'
import type { LifeActName } from '../../../shared/seals/life/life-records.ts'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Fields } from '../../ui/form.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { ActFields } from './life-act-fields.tsx'
import {
  inputOf,
  openSteps,
  operationOf,
  startOf,
  stepsOf,
  type ActValues,
  type LifeOperation,
  type LossStep,
  type Seal,
} from './life-act-values.ts'

export type Entered = {
  readonly id: string
  readonly number: string
  readonly act: LifeActName
  /** Of a loss: the steps that are not noted yet. */
  readonly open?: readonly LossStep[]
}

type Props = {
  readonly act: LifeActName
  readonly seal: Seal
  readonly heads: readonly string[]
  readonly onDone: (entered: Entered) => void
  readonly onClose: () => void
}

const Body = ({ act, seal, heads, onDone, onClose }: Props) => {
  const { t } = useWords()
  const today = useSession().office.today ?? ''
  const [values, setValues] = useState(() => startOf(seal))
  const set = (changes: Partial<ActValues>) => setValues((before) => ({ ...before, ...changes }))
  const entering = useCommand<LifeOperation>(operationOf[act])
  const enter = async () => {
    const answer = await entering.act(inputOf(act, values, { seal: seal.id, basedOn: [...heads] }, today))
    if (!answer.ok) return
    const { id, number } = answer.value
    onDone({ id, number, act, ...(act === 'lost' ? { open: openSteps(stepsOf(values, today)) } : {}) })
  }
  return (
    <EntryForm label={t(`seals.act.${act}`)} onSubmit={() => void enter()}>
      <Fields>
        <ActFields act={act} seal={seal} values={values} set={set} fault={entering.fault} />
      </Fields>
      <FaultNote fault={entering.fault} />
      <div className="form-acts">
        <ActButton keyName="Escape" onAct={onClose}>
          {t('ui.cancel')}
        </ActButton>
        <ActButton
          kind={act === 'destroyed' || act === 'lost' ? 'no' : 'primary'}
          keyName="Ctrl+Enter"
          isActing={entering.isActing}
          onAct={() => void enter()}
          testId="act-enter"
        >
          {t('seals.life.enter', { act: t(`seals.act.${act}`) })}
        </ActButton>
      </div>
    </EntryForm>
  )
}

/** Render it only while it is open. */
export const LifeActSheet = (props: Props) => {
  const { t } = useWords()
  return (
    <MiddleSheet
      title={`${t(`seals.act.${props.act}`)} · ${props.seal.code} ${props.seal.name}`}
      width={680}
      onClose={props.onClose}
    >
      <Body {...props} />
    </MiddleSheet>
  )
}
