/** 加盖 PDF: an attached file with its stamps as it will be, moved by hand or by fields; then stamped, kept and entered. */
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { showsSeal, type Stamp } from '../../../shared/documents/stamping/stamps.ts'
import { useContent } from '../../attachments/attachment-sheet.tsx'
import { useKept } from '../../shell/kept.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/form.tsx'
import { CountInput } from '../../ui/inputs.tsx'
import { Page } from '../../ui/page.tsx'
import { PresetBar, useKindText } from './preset-bar.tsx'
import { StampDone } from './stamp-done.tsx'
import { StampList } from './stamp-list.tsx'
import { StampSheet } from './stamp-sheet.tsx'
import { usualStamps, type Choices } from './stamp-values.ts'
import { useStampPreview, type Preview } from './use-stamp-preview.ts'
import '../documents.css'
import './stamping.css'

const zooms = [1, 1.5, 2, 3]

/** Which page is looked at, and how large; keys turn the pages. */
const useLooking = (pages: number) => {
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const turn = (to: number): void => setPage(Math.max(1, Math.min(pages, to)))
  const step = (by: 1 | -1): void =>
    setZoom((now) => zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(now) + by))] ?? now)
  useKeys({
    'Ctrl+Home': () => turn(1),
    'Ctrl+End': () => turn(pages),
    'Ctrl+=': () => step(1),
    'Ctrl+-': () => step(-1),
  })
  return { page: Math.min(page, Math.max(1, pages)), turn, zoom, step }
}

type Looking = ReturnType<typeof useLooking>

const PageBar = ({ preview, looking }: { preview: Preview; looking: Looking }) => {
  const { t } = useWords()
  const { pages } = preview.made
  const { page, turn, step } = looking
  return (
    <div className="preview-acts">
      <ActButton keyName="PageUp" isDisabled={page <= 1} onAct={() => turn(page - 1)}>
        ‹
      </ActButton>
      <label className="stamp-turn">
        <CountInput value={page} onChange={(to) => turn(to ?? 1)} testId="stamp-page-number" />
        <span>{t('stamping.of-pages', { pages })}</span>
      </label>
      <ActButton keyName="PageDown" isDisabled={page >= pages} onAct={() => turn(page + 1)}>
        ›
      </ActButton>
      <ActButton onAct={() => step(1)}>{t('documents.zoom-in')}</ActButton>
      <ActButton onAct={() => step(-1)}>{t('documents.zoom-out')}</ActButton>
      <span className="quiet">
        {preview.made.wasEncrypted && t('stamping.was-encrypted')}
        {preview.made.wasRebuilt && t('stamping.was-rebuilt')}
      </span>
    </div>
  )
}

type Consent = { readonly password: string; readonly acceptsSigned: boolean }

const ConsentFields = ({
  consent,
  code,
  onChange,
}: {
  consent: Consent
  code: string | undefined
  onChange: (changes: Partial<Consent>) => void
}) => {
  const { t } = useWords()
  // Typed letter by letter, each would be tried; a password is tried when it stands.
  const [typed, setTyped] = useState('')
  return (
    <>
      {(code === 'pdf-password' || consent.password !== '') && (
        <Field label={t('stamping.password')} span={12} hint={t('stamping.password.hint')}>
          <Input.Password
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={() => onChange({ password: typed })}
            onBlur={() => onChange({ password: typed })}
            data-testid="stamp-password"
            autoFocus
          />
        </Field>
      )}
      {(code === 'pdf-signed' || consent.acceptsSigned) && (
        <Checkbox
          checked={consent.acceptsSigned}
          onChange={(event) => onChange({ acceptsSigned: event.target.checked })}
          data-testid="stamp-accepts"
        >
          {t('field.acceptsSigned')}
        </Checkbox>
      )}
    </>
  )
}

/** What the page begins with: what is kept for this kind of document, without what this file may not have. */
const startOf = (choices: Choices | undefined): readonly Stamp[] | undefined =>
  choices && allowed(choices, choices.presets.find(({ isMeant }) => isMeant)?.stamps ?? usualStamps())

const allowed = ({ noSeal }: Choices, stamps: readonly Stamp[]): readonly Stamp[] =>
  noSeal === undefined ? stamps : stamps.filter((stamp) => !showsSeal(stamp))

const useStamping = (attachment: string) => {
  const { data: choices, fault: unknown } = useOperation(
    'documents.stampChoices',
    { attachment },
    { subjects: ['attachment', 'stamp_preset', 'seal_use', 'seal'] },
  )
  const { content, fault: unread } = useContent(attachment)
  const [kept, setStamps, clear] = useKept<readonly Stamp[] | undefined>(`stamping.${attachment}`, undefined)
  const [consent, setConsent] = useState<Consent>({ password: '', acceptsSigned: false })
  const stamps = kept ?? startOf(choices) ?? []
  const input = {
    attachment,
    stamps: [...stamps],
    acceptsSigned: consent.acceptsSigned,
    ...(consent.password === '' ? {} : { password: consent.password }),
  }
  const isWanted = choices !== undefined && stamps.length > 0
  const preview = useStampPreview(isWanted ? input : undefined, content?.bytes)
  return { choices, stamps, setStamps, clear, consent, setConsent, input, preview, fault: unknown ?? unread, isWanted }
}

const Workbench = ({ attachment }: { attachment: string }) => {
  const { t } = useWords()
  const { choices, stamps, setStamps, clear, consent, setConsent, input, preview, fault, isWanted } =
    useStamping(attachment)
  const act = useCommand('documents.stamp')
  const [chosen, setChosen] = useState(0)
  const { shown } = preview
  const looking = useLooking(shown?.made.pages ?? 1)
  const why = fault ?? preview.fault ?? act.fault
  const change = (next: readonly Stamp[]): void => {
    act.clear()
    setStamps(next)
  }
  const submit = async (): Promise<void> => {
    const answer = await act.act(input)
    if (answer.ok) clear()
  }
  if (act.value !== undefined) return <StampDone done={act.value} />
  return (
    <div className="stamping">
      <div className="stamp-choice">
        {choices !== undefined && (
          <>
            <PresetBar
              choices={choices}
              stamps={stamps}
              onApply={(preset) => change(allowed(choices, preset.stamps))}
            />
            <StampList
              stamps={stamps}
              chosen={chosen}
              page={looking.page}
              choices={choices}
              fault={why}
              onChoose={setChosen}
              onChange={change}
            />
          </>
        )}
        <div className="stamp-foot">
          <FaultNote fault={why} />
          <ConsentFields
            consent={consent}
            code={why?.code}
            onChange={(changes) => setConsent((before) => ({ ...before, ...changes }))}
          />
          <div className="form-acts">
            <ActButton
              kind="primary"
              keyName="Ctrl+Enter"
              isDisabled={!isWanted || !preview.isCurrent}
              isActing={act.isActing}
              onAct={() => void submit()}
              testId="stamp-do"
            >
              {t('stamping.do')}
            </ActButton>
            <span className="quiet">{t('stamping.do-what')}</span>
          </div>
        </div>
      </div>
      <div className="stamp-preview" data-testid="stamp-preview" data-current={preview.isCurrent}>
        {shown === undefined ? (
          <p className="quiet">{fault === undefined && preview.fault === undefined && t('documents.preparing')}</p>
        ) : (
          <>
            <PageBar preview={shown} looking={looking} />
            <StampSheet
              preview={shown}
              page={looking.page}
              zoom={looking.zoom}
              name={shown.made.name}
              stamps={stamps}
              chosen={chosen}
              onChoose={setChosen}
              onChange={(index, next) => change(stamps.map((each, place) => (place === index ? next : each)))}
            />
          </>
        )}
      </div>
    </div>
  )
}

const About = ({ choices }: { choices: Choices }) => {
  const kind = useKindText(choices)
  return <>{[choices.number, kind, choices.attachment.name].join(' · ')}</>
}

export const StampPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const attachment = params['attachment'] ?? ''
  const { data } = useOperation('documents.stampChoices', { attachment }, { enabled: attachment !== '' })
  return (
    <Page title={t('stamping.title')} about={data === undefined ? '' : <About choices={data} />}>
      {attachment !== '' && <Workbench key={attachment} attachment={attachment} />}
    </Page>
  )
}
