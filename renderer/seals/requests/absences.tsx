/** Who is away and who approves meanwhile; entered by that person, or for anyone by who keeps the people. */
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { useCommand, useRows } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { PersonPicker, type Chosen } from '../../ui/record-picker.tsx'

type Row = Output<'seals.absences'>['rows'][number]

const stateText = ({ t }: Say, row: Row): string =>
  t(row.isOver ? 'seals.absence.over' : row.isAway ? 'seals.absence.away' : 'seals.absence.coming')

const columnsOf = (say: Say): Column<Row>[] => {
  const { t } = say
  return [
    { key: 'person', title: t('seals.absence.person'), width: '140px', cell: (row) => row.person.name },
    { key: 'from', title: t('seals.absence.from'), width: '120px', cell: (row) => row.from },
    { key: 'to', title: t('seals.absence.to'), width: '120px', cell: (row) => row.to },
    { key: 'standIn', title: t('seals.absence.stand-in'), width: '140px', cell: (row) => row.standIn.name },
    { key: 'next', title: t('seals.absence.next'), width: '140px', cell: (row) => row.nextStandIn?.name },
    { key: 'reason', title: t('seals.absence.reason'), width: 'minmax(160px, 1fr)', cell: (row) => row.reason },
    { key: 'state', title: t('seals.absence.state'), width: '100px', cell: (row) => stateText(say, row) },
  ]
}

const Enter = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const { me, may } = useSession()
  const enter = useCommand('seals.absenceEnter')
  const [person, setPerson] = useState<Chosen>()
  const [standIn, setStandIn] = useState<Chosen>()
  const [next, setNext] = useState<Chosen>()
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const { fault } = enter
  const send = async () => {
    const standIns = { standIn: standIn?.id ?? '', nextStandIn: next?.id }
    const asked = { person: person?.id, from: from ?? '', to: to ?? '', ...standIns, reason }
    if ((await enter.act(asked)).ok) onClose()
  }
  return (
    <MiddleSheet title={t('seals.absence.new')} onClose={onClose} width={640}>
      <EntryForm label={t('seals.absence.new')} onSubmit={() => void send()}>
        <Fields>
          <Field span={6} label={t('seals.absence.person')} path="person" fault={fault}>
            <PersonPicker
              value={person}
              onChange={setPerson}
              placeholder={me.person.name}
              isDisabled={!may('people.manage')}
              testId="absence-person"
            />
          </Field>
          <Field span={6} label={t('seals.absence.stand-in')} path="standIn" fault={fault} isRequired>
            <PersonPicker value={standIn} onChange={setStandIn} autoFocus testId="absence-stand-in" />
          </Field>
          <Field span={6} label={t('seals.absence.from')} path="from" fault={fault} isRequired>
            <DateInput value={from} onChange={setFrom} testId="absence-from" />
          </Field>
          <Field span={6} label={t('seals.absence.to')} path="to" fault={fault} isRequired>
            <DateInput value={to} onChange={setTo} testId="absence-to" />
          </Field>
          <Field
            span={6}
            label={t('seals.absence.next')}
            path="nextStandIn"
            fault={fault}
            hint={t('seals.absence.next-hint')}
          >
            <PersonPicker value={next} onChange={setNext} testId="absence-next" />
          </Field>
          <Field span={6} label={t('seals.absence.reason')}>
            <TextInput value={reason} onChange={setReason} testId="absence-reason" />
          </Field>
        </Fields>
        <FaultNote fault={fault} names={{ from: t('seals.absence.from'), to: t('seals.absence.to') }} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={enter.isActing}
            onAct={() => void send()}
            testId="absence-save"
          >
            {t('seals.absence.new')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}

/** Somebody else, where the stand-in cannot: they sign for themselves in the same step, or ask for it. */
const NameNext = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const { t } = useWords()
  const naming = useCommand('seals.absenceStandIn')
  const [standIn, setStandIn] = useState<Chosen>()
  const send = async () => {
    if ((await naming.act({ id: row.id, standIn: standIn?.id ?? '' })).ok) onClose()
  }
  return (
    <MiddleSheet title={`${t('seals.absence.name-next')} · ${row.person.name}`} onClose={onClose}>
      <EntryForm label={t('seals.absence.name-next')} onSubmit={() => void send()}>
        <Fields>
          <Field
            span={12}
            label={t('seals.absence.next')}
            path="standIn"
            fault={naming.fault}
            hint={t('seals.absence.next-hint')}
            isRequired
          >
            <PersonPicker value={standIn} onChange={setStandIn} autoFocus testId="absence-name-next-who" />
          </Field>
        </Fields>
        <FaultNote fault={naming.fault} />
        <div className="form-acts">
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isActing={naming.isActing}
            onAct={() => void send()}
            testId="absence-name-next-do"
          >
            {t('seals.absence.name-next')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}

const AbsenceDrawer = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const say = useWords()
  const { t } = say
  const { me, may } = useSession()
  const end = useCommand('seals.absenceEnd')
  const [isNaming, setIsNaming] = useState(false)
  const mayEnd = !row.isOver && (row.person.id === me.person.id || may('people.manage'))
  return (
    <RecordDrawer
      title={row.person.name}
      subject={row.id}
      onClose={onClose}
      actions={
        mayEnd && (
          <>
            <ActButton keyName="n" onAct={() => setIsNaming(true)} testId="absence-name-next">
              {t('seals.absence.name-next')}
            </ActButton>
            <ActButton
              keyName="Ctrl+e"
              isActing={end.isActing}
              onAct={() => void end.act({ id: row.id }).then(({ ok }) => ok && onClose())}
              testId="absence-end"
            >
              {t('seals.absence.end')}
            </ActButton>
          </>
        )
      }
    >
      <FaultNote fault={end.fault} />
      <Facts facts={columnsOf(say).map((column) => [column.title, column.cell(row)] as const)} />
      {isNaming && (
        <NameNext
          row={row}
          onClose={() => {
            setIsNaming(false)
            onClose()
          }}
        />
      )}
    </RecordDrawer>
  )
}

type Props = { readonly isNew: boolean; readonly onNewClose: () => void }

export const Absences = ({ isNew, onNewClose }: Props) => {
  const say = useWords()
  const { t } = say
  const pages = useRows('seals.absences', {}, { subjects: ['absence'] })
  const [open, setOpen] = useState<Row>()
  return (
    <>
      <DataTable
        label={t('seals.routes.absences')}
        columns={columnsOf(say)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        isStruck={(row) => row.isOver}
        empty={t('seals.absence.empty')}
      />
      {isNew && <Enter onClose={onNewClose} />}
      {open !== undefined && <AbsenceDrawer row={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
