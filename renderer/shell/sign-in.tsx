/** Signing in with staff number and password; in the example office by choosing a person. */
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { FaultNote } from '../ui/fault-note.tsx'
import { Card } from './card.tsx'
import { useCommand, useOperation } from './queries.ts'
import type { Me, OfficeState } from './session.tsx'
import { useWords } from './words.tsx'

type Props = {
  readonly office: OfficeState
  /** Whose desk this is while it is locked. */
  readonly locked: Me | undefined
  readonly onOther: () => void
  readonly onIn: (me: Me) => void
}

export const SignIn = ({ office, locked, onOther, onIn }: Props) => {
  const { t } = useWords()
  const [staffNo, setStaffNo] = useState(locked?.person.staffNo ?? '')
  const [password, setPassword] = useState('')
  const field = useRef<InputRef>(null)
  const signIn = useCommand('people.signIn')
  const accounts = useOperation('people.accounts', {}, { enabled: office.example === true })
  const rows = accounts.data?.rows ?? []

  const enter = async (as: string, secret: string) => {
    const answer = await signIn.act({ staffNo: as, password: secret })
    if (answer.ok) onIn(answer.value)
    else {
      setPassword('')
      field.current?.focus()
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (staffNo.trim() !== '') void enter(staffNo.trim(), password)
  }
  useEffect(() => {
    setStaffNo(locked?.person.staffNo ?? '')
  }, [locked])

  return (
    <Card label={t('sign-in.title')} isWide={rows.length > 0}>
      <h1>{office.name}</h1>
      {locked !== undefined && (
        <p>{t(office.example === true ? 'sign-in.locked-example' : 'sign-in.locked', { name: locked.person.name })}</p>
      )}
      {rows.length > 0 && (
        <Accounts
          rows={rows}
          wanted={locked?.person.staffNo}
          onChoose={(as) => void enter(as, '')}
          title={t('sign-in.example')}
        />
      )}
      <form className="sign-in" onSubmit={onSubmit} aria-label={t('sign-in.title')}>
        {locked === undefined && (
          <label>
            {t('sign-in.staff-no')}
            <Input
              autoFocus={rows.length === 0}
              value={staffNo}
              onChange={(event) => setStaffNo(event.target.value)}
              autoComplete="off"
              data-testid="staff-no"
            />
          </label>
        )}
        <label>
          {t('sign-in.password')}
          <Input.Password
            ref={field}
            autoFocus={locked !== undefined && office.example !== true}
            visibilityToggle={false}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="off"
            data-testid="password"
          />
        </label>
        <Button type="primary" htmlType="submit" loading={signIn.isActing}>
          {t(signIn.isActing ? 'sign-in.checking' : 'sign-in.do')}
        </Button>
        {locked !== undefined && <Button onClick={onOther}>{t('sign-in.other')}</Button>}
      </form>
      <FaultNote fault={signIn.fault} />
    </Card>
  )
}

type Account = {
  readonly name: string
  readonly staffNo: string
  readonly post?: string | undefined
  readonly roles: Me['person']['roles']
}
type AccountsProps = {
  readonly rows: readonly Account[]
  /** Whose card has the focus first. */
  readonly wanted: string | undefined
  readonly onChoose: (staffNo: string) => void
  readonly title: string
}

const Accounts = ({ rows, wanted, onChoose, title }: AccountsProps) => {
  const { t } = useWords()
  return (
    <section className="accounts" aria-label={title}>
      <p className="quiet">{title}</p>
      <ul>
        {rows.map((account, index) => (
          <li key={account.staffNo}>
            <button
              type="button"
              className="plain account"
              data-staff-no={account.staffNo}
              autoFocus={account.staffNo === wanted || (wanted === undefined && index === 0)}
              onClick={() => onChoose(account.staffNo)}
              onKeyDown={(event) => {
                const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key]
                const all = [...document.querySelectorAll<HTMLElement>('.account')]
                const next = step === undefined ? undefined : all[index + step]
                if (next === undefined) return
                event.preventDefault()
                next.focus()
              }}
            >
              <strong>{account.name}</strong> <span className="quiet">{account.staffNo}</span>
              <span className="account-roles">
                {[account.post, ...account.roles.map((role) => t(`people.role.${role}`))]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
