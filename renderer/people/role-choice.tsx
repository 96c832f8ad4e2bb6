/** Chooses the roles of a person; Space ticks, Tab goes on. */
import { Checkbox } from 'antd'
import { roles, type Role } from '../../shared/people/roles.ts'
import { useWords } from '../shell/words.tsx'

type Props = {
  readonly value: readonly Role[]
  readonly onChange: (value: Role[]) => void
  readonly isDisabled?: boolean
}

export const RoleChoice = ({ value, onChange, isDisabled = false }: Props) => {
  const { t } = useWords()
  return (
    <Checkbox.Group
      disabled={isDisabled}
      value={[...value]}
      options={roles.map((role) => ({ value: role, label: t(`people.role.${role}`) }))}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
    />
  )
}
