/** What can be done with an item from its drawer: issue, change, picture, labels, merge, retire. */
import { useState } from 'react'
import { faultOf, type DeskFault } from '../../shell/call.ts'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { MergeSheet } from './merge-sheet.tsx'
import { takePicture } from './take-picture.ts'

type Props = { readonly opened: Output<'supplies.item'>; readonly onMerged: (into: string) => void }

const Manage = ({ opened: { item, heads }, onMerged }: Props) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const change = useCommand('supplies.changeItem')
  const [isMerging, setMerging] = useState(false)
  const [refused, setRefused] = useState<DeskFault>()
  const picture = () => {
    setRefused(undefined)
    takePicture(item, heads, t('supplies.item.picture.choose')).then(
      (answer) => (answer?.ok === false ? setRefused(answer.fault) : undefined),
      (error: unknown) => setRefused(faultOf(error)),
    )
  }
  return (
    <>
      <ActButton onAct={() => go('supplies.item', { id: item.id })} keyName="e">
        {t('supplies.item.edit')}
      </ActButton>
      <ActButton onAct={picture} keyName="i" testId="item-picture-add">
        {t('field.picture')}
      </ActButton>
      {(item.active || item.mergedInto !== undefined) && (
        <ActButton onAct={() => setMerging(true)} keyName="m" testId="item-merge">
          {t('supplies.merge')}
        </ActButton>
      )}
      <ActButton
        onAct={() => void change.act({ id: item.id, active: !item.active, basedOn: heads })}
        isActing={change.isActing}
      >
        {t(item.active ? 'supplies.item.retire' : 'supplies.item.revive')}
      </ActButton>
      <FaultNote fault={change.fault ?? refused} />
      {isMerging && (
        <MergeSheet
          item={item}
          heads={heads}
          onClose={() => setMerging(false)}
          onMerged={(into) => {
            setMerging(false)
            onMerged(into)
          }}
        />
      )}
    </>
  )
}

export const ItemActs = (props: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const { item } = props.opened
  return (
    <>
      {may('supplies.issue') && item.active && (
        <ActButton onAct={() => go('supplies.issue', { item: item.id })} keyName="F3">
          {t('supplies.issue.item')}
        </ActButton>
      )}
      <ActButton
        onAct={() => go('supplies.ledger', { item: item.id, name: item.name })}
        keyName="b"
        testId="item-ledger"
      >
        {t('supplies.ledger.open')}
      </ActButton>
      {item.active && (
        <ActButton onAct={() => go('supplies.labels', { item: item.id })} keyName="l" testId="item-labels">
          {t('supplies.labels.of-item')}
        </ActButton>
      )}
      {may('supplies.manage') && <Manage {...props} />}
    </>
  )
}
