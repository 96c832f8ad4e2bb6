/** Places and groups: the kept list on the left, what lies there or is called so on the right. */
import { Input, Segmented } from 'antd'
import { useState } from 'react'
import type { NameRow } from '../../../shared/supplies/items/item-operations.ts'
import { isWithin, nameLists, type NameList } from '../../../shared/supplies/items/listed-names.ts'
import { useKept } from '../../shell/kept.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Page } from '../../ui/page.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { InGroup, OnShelf } from './shelf-tables.tsx'
import './shelf.css'

const touching = ['supply_item', 'supply_slip', 'supply_place', 'supply_group']

type ListProps = {
  readonly rows: readonly NameRow[]
  readonly chosen: string | undefined
  readonly onChoose: (name: string) => void
}

/** A bin of a listed place needs no line of its own. */
const isUnlisted = ({ id, name }: NameRow, rows: readonly NameRow[]): boolean =>
  id === undefined && !rows.some((row) => row.id !== undefined && isWithin(name, row.name))

const NameTable = ({ rows, chosen, onChoose }: ListProps) => {
  const { t } = useWords()
  return (
    <ul className="shelf-names" aria-label={t('field.list')}>
      {rows.map((row) => (
        <li
          key={row.name}
          // A place that was just added may lie far down.
          ref={row.name === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
          className={row.name === chosen ? 'is-active' : ''}
          data-name={row.name}
        >
          <button type="button" className="plain" onClick={() => onChoose(row.name)} aria-current={row.name === chosen}>
            <span className={row.isRetired ? 'is-struck' : ''}>{row.name}</span>
            <span className="quiet">
              {isUnlisted(row, rows) && `${t('supplies.shelf.unlisted')} · `}
              {row.items}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const useNames = (list: NameList) =>
  useOperation('supplies.names', { list }, { subjects: touching, keep: true }).data?.rows ?? []

/** The name that is looked at, and what Enter in the field does: take the one that is meant, or keep a new one. */
const useChosen = (list: NameList, wanted: string | undefined) => {
  const { may } = useSession()
  const [picked, setPicked] = useKept<string | undefined>(`supplies.shelf.${list}`, wanted)
  const [typed, setTyped] = useState('')
  const rows = useNames(list)
  const keep = useCommand('supplies.listName')
  const text = typed.trim()
  const shown = text === '' ? rows : rows.filter(({ name }) => name.includes(text))
  const row = rows.find(({ name }) => name === picked) ?? shown[0]
  // A name that others contain, such as `A区/01`, is added with Ctrl+Enter.
  const take = async (isNew: boolean) => {
    if (text === '') return
    const found = rows.find(({ name }) => name === text) ?? (isNew ? undefined : shown[0])
    if (found === undefined) {
      if (!may('supplies.manage')) return
      const answer = await keep.act({ list, name: text })
      if (!answer.ok) return
    }
    setPicked(found?.name ?? text)
    setTyped('')
  }
  return { row, shown, typed, setTyped, take, keep, pick: setPicked }
}

const Acts = ({ list, row, keep }: { list: NameList; row: NameRow; keep: ReturnType<typeof useChosen>['keep'] }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const isListed = row.id !== undefined
  return (
    <>
      {list === 'group' && (
        <ActButton keyName="l" onAct={() => go('supplies.labels', { show: 'active', group: row.name })}>
          {t('supplies.labels.of-item')}
        </ActButton>
      )}
      {may('supplies.manage') && (
        <ActButton
          keyName="k"
          isActing={keep.isActing}
          onAct={() => void keep.act({ list, name: row.name, retired: isListed && !row.isRetired })}
          testId="shelf-keep"
        >
          {t(isListed ? (row.isRetired ? 'supplies.shelf.again' : 'supplies.shelf.retire') : 'supplies.shelf.keep')}
        </ActButton>
      )}
    </>
  )
}

export const ShelfPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const [list, setList] = useKept<NameList>('supplies.shelf.list', params['list'] === 'group' ? 'group' : 'place')
  const [open, setOpen] = useState<string>()
  const { row, shown, typed, setTyped, take, keep, pick } = useChosen(list, params['name'])
  const choice = (
    <Segmented
      value={list}
      options={nameLists.map((value) => ({ value, label: t(`type.supply_${value}`) }))}
      onChange={(value) => setList(value)}
    />
  )
  return (
    <Page
      title={t('supplies.shelf.title')}
      about={choice}
      actions={row !== undefined && <Acts list={list} row={row} keep={keep} />}
    >
      <FaultNote fault={keep.fault} />
      <div className="shelf">
        <div className="shelf-side">
          <Input
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={(event) => void take(event.ctrlKey || event.metaKey)}
            placeholder={t(`supplies.shelf.find.${list}`)}
            aria-label={t(`supplies.shelf.find.${list}`)}
            data-testid="shelf-find"
            autoFocus
          />
          <NameTable rows={shown} chosen={row?.name} onChoose={pick} />
        </div>
        {row !== undefined && list === 'place' && <OnShelf place={row.name} onOpen={setOpen} />}
        {row !== undefined && list === 'group' && <InGroup group={row.name} onOpen={setOpen} />}
      </div>
      {open !== undefined && <ItemDrawer id={open} onClose={() => setOpen(undefined)} onShow={setOpen} />}
    </Page>
  )
}
