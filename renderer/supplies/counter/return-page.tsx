/** Return 退库: the issue slip first, then how much of each line comes back. */
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { useKept } from '../../shell/kept.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm } from '../../ui/form.tsx'
import { CountInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { QuickPick } from './quick-pick.tsx'
import { SlipDone } from './slip-done.tsx'

type Draft = { readonly original: string | undefined; readonly back: Readonly<Record<number, number | undefined>> }
type Shown = Output<'supplies.slip'>

export const ReturnPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const first: Draft = { original: params['original'], back: {} }
  const [kept, setDraft, clearDraft] = useKept<Draft>(`supplies.return.${params['original'] ?? ''}`, first)
  const [done, setDone] = useState<Shown['slip']>()
  const giveBack = useCommand('supplies.return')
  const { original, back } = kept
  const { data, fault } = useOperation(
    'supplies.slip',
    { id: original ?? '' },
    { enabled: original !== undefined, subjects: ['supply_slip'] },
  )
  const lines = (data?.slip.lines ?? []).flatMap(({ item, baseUnit }, of) => {
    const quantity = back[of] ?? 0
    return quantity > 0 ? [{ item: item.id, quantity, unit: baseUnit, of }] : []
  })
  const submit = async () => {
    if (original === undefined || lines.length === 0 || giveBack.isActing) return
    const answer = await giveBack.act({ original, lines })
    if (!answer.ok) return
    setDone(answer.value.slip)
    clearDraft()
  }
  return (
    <Page
      title={t('supplies.return.title')}
      about={data?.slip.numbered.number}
      width="form"
      actions={
        <>
          {original === undefined && (
            <ActButton keyName="Alt+n" onAct={() => go('supplies.return-free')} testId="return-without">
              {t('supplies.return.free')}
            </ActButton>
          )}
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            onAct={() => void submit()}
            isActing={giveBack.isActing}
            isDisabled={lines.length === 0}
            testId="return"
          >
            {t('supplies.return.do')}
          </ActButton>
        </>
      }
    >
      {done !== undefined && <SlipDone slip={done} />}
      <QuickPick
        label={t('supplies.return.original')}
        placeholder={t('supplies.return.pick')}
        types={['supply_slip']}
        onPick={(hit) => {
          setDone(undefined)
          giveBack.clear()
          setDraft({ original: hit.subject, back: {} })
        }}
        autoFocus={original === undefined}
        testId="original"
      />
      {original === undefined && <p className="quiet">{t('supplies.return.none')}</p>}
      <FaultNote fault={fault ?? giveBack.fault} />
      {data !== undefined && done === undefined && (
        <Lines
          shown={data}
          back={back}
          onBack={(of, quantity) => setDraft((before) => ({ ...before, back: { ...before.back, [of]: quantity } }))}
          onSubmit={() => void submit()}
        />
      )}
    </Page>
  )
}

type LinesProps = {
  readonly shown: Shown
  readonly back: Draft['back']
  readonly onBack: (of: number, quantity: number | undefined) => void
  readonly onSubmit: () => void
}

const Lines = ({ shown: { slip, returned }, back, onBack, onSubmit }: LinesProps) => {
  const { t } = useWords()
  return (
    <EntryForm label={t('supplies.return.title')} onSubmit={onSubmit}>
      <p>
        <strong>{slip.recipient?.name}</strong> <span className="quiet">{slip.recipient?.department?.name}</span> ·{' '}
        {slip.date}
      </p>
      <ul className="slip-lines">
        {slip.lines.map((line, of) => (
          <li key={of} className="slip-line">
            <div className="slip-line-item">
              <strong>{line.item.name}</strong> <span className="quiet">{line.item.code}</span>
              <div className="slip-line-state quiet">
                {t('supplies.line.issued', {
                  issued: `${line.base} ${line.baseUnit}`,
                  returned: `${returned[of] ?? 0} ${line.baseUnit}`,
                })}
              </div>
            </div>
            <label className="slip-line-back">
              <span className="quiet">{t('supplies.line.back')}</span>
              <CountInput
                value={back[of]}
                onChange={(quantity) => onBack(of, quantity)}
                autoFocus={of === 0}
                testId="back"
              />
            </label>
            <span>{line.baseUnit}</span>
          </li>
        ))}
      </ul>
    </EntryForm>
  )
}
