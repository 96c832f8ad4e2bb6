/** Labels of items: scan or bring what needs one, choose the paper, see the sheet, print it. */
import { Checkbox, Select, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import {
  labelCodes,
  labelPaperNames,
  labelPapers,
  labelsOnPage,
  type LabelCodes,
  type LabelPaperName,
} from '../../../shared/supplies/items/label-papers.ts'
import { bridge } from '../../shell/bridge.ts'
import { faultOf, type DeskFault } from '../../shell/call.ts'
import { useKept } from '../../shell/kept.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field, useProblem } from '../../ui/form.tsx'
import { CountInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { bytesOf } from '../../ui/printing.ts'
import { LabelPreview } from './label-preview.tsx'
import { LabelRows } from './label-table.tsx'
import { addItems, addLabel, changeLabel, shortLabel, type LabelRow } from './label-rows.ts'
import { ScanField } from './scan-field.tsx'
import { useLabelItems } from './use-label-items.ts'
import { useLabelPdf, type LabelInput } from './use-label-pdf.ts'
import './labels.css'

type Choice = {
  readonly paper: LabelPaperName
  readonly codes: LabelCodes
  readonly startAt: number | undefined
  readonly outline: boolean
}
const usual: Choice = { paper: 'a4-24', codes: 'both', startAt: 1, outline: false }

const inputOf = (rows: readonly LabelRow[], choice: Choice): LabelInput | undefined => {
  const labels = rows
    .filter(({ copies }) => (copies ?? 0) > 0)
    .map(({ item, unit, copies }) => ({ item, unit, copies: copies ?? 1 }))
  return labels.length === 0 ? undefined : { ...choice, startAt: choice.startAt ?? 1, labels }
}

const PaperChoice = ({
  choice,
  onChange,
  fault,
}: {
  choice: Choice
  onChange: (changes: Partial<Choice>) => void
  fault: DeskFault | undefined
}) => {
  const { t } = useWords()
  const isSheet = labelsOnPage(labelPapers[choice.paper]) > 1
  return (
    <div className="fields-grid">
      <Field label={t('supplies.labels.paper')} span={6}>
        <Select
          value={choice.paper}
          options={labelPaperNames.map((value) => ({ value, label: t(`supplies.labels.paper.${value}`) }))}
          onChange={(paper: LabelPaperName) => onChange({ paper, startAt: 1 })}
          data-testid="label-paper"
        />
      </Field>
      <Field label={t('supplies.labels.codes')} span={6}>
        <Select
          value={choice.codes}
          options={labelCodes.map((value) => ({ value, label: t(`supplies.labels.codes.${value}`) }))}
          onChange={(codes: LabelCodes) => onChange({ codes })}
        />
      </Field>
      {isSheet && (
        <Field
          label={t('supplies.labels.startAt')}
          span={6}
          path="startAt"
          fault={fault}
          hint={t('supplies.labels.startAt.hint')}
        >
          <CountInput value={choice.startAt} onChange={(startAt) => onChange({ startAt })} testId="label-start" />
        </Field>
      )}
      <Field label={t('supplies.labels.outline')} span={6}>
        <Checkbox checked={choice.outline} onChange={(event) => onChange({ outline: event.target.checked })} />
      </Field>
    </div>
  )
}

/** Sends the file that is on screen; what came of it is one line. */
const useSending = () => {
  const { t } = useWords()
  const [said, setSaid] = useState<string>()
  const [fault, setFault] = useState<DeskFault>()
  const send = (out: () => Promise<string | undefined>) => {
    setFault(undefined)
    out().then(setSaid, (error: unknown) => setFault(faultOf(error)))
  }
  type Made = { readonly name: string; readonly pdf: string; readonly labels: number }
  const print = ({ name, pdf, labels }: Made) =>
    send(async () => {
      const outlet = await bridge().shell.printPdf(name, bytesOf(pdf))
      return outlet === 'printer' ? t('supplies.labels.printed', { labels }) : t('supplies.labels.opened')
    })
  const save = ({ name, pdf }: Made) =>
    send(async () => {
      const path = await bridge().shell.saveFile(name, bytesOf(pdf))
      return path === undefined ? undefined : t('supplies.labels.saved', { path })
    })
  return { said, fault, print, save }
}

export const LabelsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const [rows, setRows, clearRows] = useKept<readonly LabelRow[]>('supplies.labels.rows', [])
  const [choice, setChoice] = useKept<Choice>('supplies.labels.choice', usual)
  const scan = useRef<InputRef>(null)
  const sending = useSending()
  useLabelItems(params, (items) => setRows((before) => addItems(before, items)))
  const { shown, isCurrent, fault } = useLabelPdf(inputOf(rows, choice))
  const startProblem = useProblem(fault, 'startAt')
  const print = () => {
    if (isCurrent && shown !== undefined) sending.print(shown.made)
  }
  return (
    <Page
      title={t('supplies.labels.title')}
      actions={
        <>
          <ActButton onAct={clearRows} isDisabled={rows.length === 0}>
            {t('supplies.labels.clear')}
          </ActButton>
          <ActButton
            keyName="Ctrl+s"
            isDisabled={!isCurrent}
            onAct={() => (shown === undefined ? undefined : sending.save(shown.made))}
            testId="label-save"
          >
            {t('supplies.labels.save')}
          </ActButton>
          <ActButton kind="primary" keyName="Ctrl+p" isDisabled={!isCurrent} onAct={print} testId="label-print">
            {t('supplies.labels.print')}
          </ActButton>
        </>
      }
    >
      <div className="labels">
        <div className="labels-choice">
          <ScanField
            onOffer={(offer) => setRows((before) => addLabel(before, offer))}
            onShort={(text) => {
              if (shortLabel(rows, text) === undefined) return false
              setRows((before) => shortLabel(before, text) ?? before)
              return true
            }}
            onEmpty={print}
            inputRef={scan}
            autoFocus
          />
          <PaperChoice
            choice={choice}
            fault={fault}
            onChange={(changes) => setChoice((before) => ({ ...before, ...changes }))}
          />
          <FaultNote fault={sending.fault ?? (startProblem === undefined ? fault : undefined)} />
          {sending.said !== undefined && <p role="status">{sending.said}</p>}
          <LabelRows
            rows={rows}
            onChange={(key, changes) => setRows((before) => changeLabel(before, key, changes))}
            onRemove={(key) => setRows((before) => before.filter((row) => row.key !== key))}
          />
        </div>
        <div className="labels-preview" data-testid="label-preview">
          <LabelPreview shown={shown} isSheet={labelsOnPage(labelPapers[choice.paper]) > 1} />
        </div>
      </div>
    </Page>
  )
}
