/** Entering a delegation that was signed on paper: who may delegate says so by their own password, on whosever screen this is. */
import { Input } from 'antd'
import { useState } from 'react'
import type { DeskFault } from '../shell/call.ts'
import type { Input as InputOf } from '../shell/contract.ts'
import { useCommand } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { Field, Fields } from '../ui/form.tsx'
import { TextInput } from '../ui/inputs.tsx'

/** Whether the person at the desk may not issue, and so enters what somebody else signed. */
const useIsPaper = (): boolean => !useSession().may('contracts.delegate')

type Typed = { staffNo: string; password: string }

/** One way to send the form, whichever of the two operations it is. */
export const useIssuing = () => {
  const isPaper = useIsPaper()
  const issuing = useCommand('delegations.issue')
  const entering = useCommand('delegations.enterPaper')
  const [typed, setTyped] = useState<Typed>({ staffNo: '', password: '' })
  return {
    isPaper,
    issue: isPaper ? entering : issuing,
    second: { typed, onType: setTyped },
    send: (input: InputOf<'delegations.issue'>) =>
      isPaper ? entering.act({ ...input, second: typed }) : issuing.act(input),
  }
}

type Props = {
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  readonly fault: DeskFault | undefined
}

export const SecondPerson = ({ typed, onType, fault }: Props) => {
  const { t } = useWords()
  return (
    <Fields>
      <Field
        span={6}
        label={t('delegations.second')}
        hint={t('delegations.second-hint')}
        path="second.staffNo"
        fault={fault}
        isRequired
      >
        <TextInput
          value={typed.staffNo}
          onChange={(staffNo) => onType({ ...typed, staffNo })}
          testId="delegation-second"
        />
      </Field>
      <Field span={6} label={t('delegations.second-password')} isRequired>
        <Input.Password
          value={typed.password}
          onChange={(event) => onType({ ...typed, password: event.target.value })}
          autoComplete="off"
          visibilityToggle={false}
          data-testid="delegation-password"
        />
      </Field>
    </Fields>
  )
}
