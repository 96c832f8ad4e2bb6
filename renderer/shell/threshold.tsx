/** What stands before the desk: a folder that does not open, no office yet, nobody signed in; then the desk itself. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Permission } from '../../shared/api/permission.ts'
import { call, type DeskFault } from './call.ts'
import { FolderFault } from './folder-fault.tsx'
import { FirstStart } from './first-start.tsx'
import { Frame } from './frame.tsx'
import { forgetKept } from './kept.ts'
import { EngineNotice } from './engine-notice.tsx'
import { PlacesProvider } from './places.tsx'
import { queries, useOperation } from './queries.ts'
import { SessionContext, type Me, type OfficeState } from './session.tsx'
import { SignIn } from './sign-in.tsx'
import { useIdle } from './idle.ts'
import { useMenu } from './machine.tsx'
import { useWords } from './words.tsx'

export const Threshold = () => {
  const { t } = useWords()
  const office = useOperation('office.state', {})
  const asked = useOperation('people.me', {}, { enabled: office.data?.state === 'ready' })
  // Stays until the newcomer is through: founding shows the recovery key after the office is there already.
  const [isArriving, setArriving] = useState(false)
  const isEmpty = office.data?.state === 'none'
  useEffect(() => {
    if (isEmpty) setArriving(true)
  }, [isEmpty])
  const arrived = useCallback(() => {
    setArriving(false)
    void queries.invalidateQueries()
  }, [])
  const fault = useStanding(office.fault, office.data !== undefined)
  if (fault !== undefined) return <FolderFault fault={fault} onRetry={askAgain} />
  if (office.data === undefined) return <p className="threshold-wait">{t('engine.starting')}</p>
  if (isEmpty || isArriving) return <FirstStart onReady={arrived} />
  if (asked.fault !== undefined) return <FolderFault fault={asked.fault} onRetry={askAgain} />
  if (asked.data === undefined) return <p className="threshold-wait">{t('engine.starting')}</p>
  return <Door office={office.data} me={asked.data.me} />
}

/** A fault stands on screen until there is an answer: while it is asked again, what was typed beside it must not go. */
const useStanding = (fault: DeskFault | undefined, isAnswered: boolean): DeskFault | undefined => {
  const [last, setLast] = useState<DeskFault>()
  useEffect(() => {
    if (fault !== undefined || isAnswered) setLast(fault)
  }, [fault, isAnswered])
  return fault ?? (isAnswered ? undefined : last)
}

/** What stands on screen is asked once more; the obstacle may be gone. */
const askAgain = () => queries.refetchQueries({ type: 'active' })

const atTheDoor: ReadonlySet<string> = new Set(['office.state', 'people.me', 'people.accounts'])
const meKey = ['people.me', {}]
const signedIn = (me: Me) => queries.setQueryData(meKey, { me })

type DoorProps = { readonly office: OfficeState; readonly me: Me | undefined }

/** Keeps the places and typed values of the person who locked the desk; another person starts afresh. */
const Door = ({ office, me }: DoorProps) => {
  const [locked, setLocked] = useState<Me>()
  const last = useRef<string>(undefined)
  const leave = useCallback(async (keeps: Me | undefined) => {
    setLocked(keeps)
    if (keeps === undefined) forgetKept()
    await call('people.signOut', {})
    queries.setQueryData(meKey, { me: undefined })
    // What the next person may not see goes; what the door itself shows stays.
    queries.removeQueries({ predicate: (query) => !atTheDoor.has(String(query.queryKey[0])) })
  }, [])
  const lock = useCallback(() => void leave(me), [leave, me])
  const signOut = useCallback(() => void leave(undefined), [leave])
  useIdle(office.idleMinutes, lock, me !== undefined)
  useMenu(
    useCallback(
      (choice) => {
        if (choice === 'lock' && me !== undefined) lock()
      },
      [lock, me],
    ),
  )
  useEffect(() => {
    if (me === undefined) return
    if (last.current !== undefined && last.current !== me.person.id) forgetKept()
    last.current = me.person.id
    setLocked(undefined)
  }, [me])
  const session = useMemo(() => {
    if (me === undefined) return undefined
    const held = new Set(me.permissions)
    const may = (permission: Permission) => permission === 'anyone' || held.has(permission)
    return { me, office, may, lock, signOut }
  }, [me, office, lock, signOut])
  const owner = (me ?? locked)?.person.id
  return (
    <PlacesProvider key={owner}>
      <EngineNotice />
      {session === undefined ? (
        <SignIn office={office} locked={locked} onOther={() => setLocked(undefined)} onIn={signedIn} />
      ) : (
        <SessionContext value={session}>
          <Frame />
        </SessionContext>
      )}
    </PlacesProvider>
  )
}
