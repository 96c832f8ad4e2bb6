/** A field of a delegation's form under the register's own word, with the problem found in it. */
import type { ReactNode } from 'react'
import type { WordKey } from '../../shared/api/words.ts'
import type { DeskFault } from '../shell/call.ts'
import { useWords } from '../shell/words.tsx'
import { Field, type FormState } from '../ui/form.tsx'
import type { DelegationValues } from './delegation-values.ts'

export type DelegationFormState = FormState<DelegationValues>
export type PartProps = { readonly form: DelegationFormState; readonly fault: DeskFault | undefined }

type Props = {
  readonly name: string
  readonly span: 2 | 3 | 4 | 6 | 8 | 9 | 12
  readonly fault: DeskFault | undefined
  readonly isRequired?: boolean
  readonly children: ReactNode
}

export const Part = ({ name, children, ...rest }: Props) => {
  const { t } = useWords()
  return (
    <Field label={t(`delegations.${name}` as WordKey)} path={name} {...rest}>
      {children}
    </Field>
  )
}
