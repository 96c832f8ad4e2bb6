/** 核对单据: a scanned code or a PDF file against its signature, its bytes and the register. */
import { Input } from 'antd'
import { useEffect, useState, type DragEvent } from 'react'
import { bridge } from '../shell/bridge.ts'
import { call, faultOf, type DeskFault } from '../shell/call.ts'
import type { Input as InputOf, Output } from '../shell/contract.ts'
import type { PageProps } from '../shell/registers.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Page } from '../ui/page.tsx'

type Checked = Output<'documents.verify'>

/** Files go to the engine in Base64; made in portions, since a call takes only so many arguments. */
const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return btoa(text)
}

type Judgement = 'good' | 'look' | 'bad'

const judge = ({ signature, content, record }: Checked): Judgement => {
  if (signature === 'invalid' || content === 'changed' || content === 'appended') return 'bad'
  return (signature === 'valid' || signature === 'entered') && record === 'same' ? 'good' : 'look'
}

const Answer = ({ checked }: { checked: Checked }) => {
  const { t } = useWords()
  const judgement = judge(checked)
  const title =
    checked.form === undefined ? checked.number : `${t(`documents.title.${checked.form}`)} ${checked.number}`
  return (
    <div
      className={`check-answer check-${judgement}`}
      role="status"
      data-testid="check-answer"
      data-judgement={judgement}
    >
      <h2>{t(`documents.check.${judgement}`)}</h2>
      <Facts
        facts={[
          [t('reports.number'), title],
          [t('reports.about'), checked.title],
          [t('documents.check.print'), checked.print === 0 ? t('documents.not-counted') : checked.print],
          [t('reports.printed-at'), checked.printedAt],
          [t('reports.printed-by'), checked.printedBy],
          [t('documents.check.signature'), t(`documents.check.signature.${checked.signature}`)],
          [t('documents.check.content'), t(`documents.check.content.${checked.content}`)],
          [t('documents.check.record'), t(`documents.check.record.${checked.record}`)],
          ['SHA-256', checked.hash],
        ]}
      />
    </div>
  )
}

type Asked = InputOf<'documents.verify'>

/** Asks whenever something new is to be checked. */
const useChecked = (asked: Asked | undefined) => {
  const [answer, setAnswer] = useState<{ asked: Asked; checked?: Checked; fault?: DeskFault }>()
  useEffect(() => {
    if (asked === undefined) return
    let isGone = false
    void call('documents.verify', asked).then((reply) => {
      if (!isGone) setAnswer(reply.ok ? { asked, checked: reply.value } : { asked, fault: reply.fault })
    })
    return () => {
      isGone = true
    }
  }, [asked])
  const isCurrent = asked !== undefined && answer?.asked === asked
  return { answer: isCurrent ? answer : undefined, isChecking: asked !== undefined && !isCurrent }
}

const codeAsked = (text: string): Asked | undefined => (text.trim() === '' ? undefined : { code: text.trim() })

export const CheckPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const [code, setCode] = useState(params['code'] ?? '')
  const [asked, setAsked] = useState(() => codeAsked(code))
  const [fault, setFault] = useState<DeskFault>()
  const { answer, isChecking } = useChecked(asked)
  const checkCode = (): void => {
    setFault(undefined)
    setAsked(codeAsked(code))
  }
  const checkFile = async (): Promise<void> => {
    setFault(undefined)
    try {
      const file = await bridge().shell.openFile(t('documents.check.file'), ['pdf'])
      if (file !== undefined) setAsked({ file: base64Of(file.bytes) })
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  const dropFile = (event: DragEvent<HTMLDivElement>): void => {
    const [file] = event.dataTransfer.files
    event.preventDefault()
    if (file === undefined) return
    setFault(undefined)
    file.arrayBuffer().then(
      (content) => setAsked({ file: base64Of(new Uint8Array(content)) }),
      (error: unknown) => setFault(faultOf(error)),
    )
  }
  return (
    <Page title={t('documents.check')} about={t('documents.check.lead')} width="form">
      <div className="check-drop" onDragOver={(event) => event.preventDefault()} onDrop={dropFile}>
        {t('documents.check.drop')}
      </div>
      <div className="check-ask">
        <Input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          onPressEnter={checkCode}
          placeholder={t('documents.check.code')}
          aria-label={t('documents.check.code')}
          data-testid="check-code"
          autoFocus
        />
        <ActButton onAct={checkCode} kind="primary" isActing={isChecking}>
          {t('documents.check.act')}
        </ActButton>
        <ActButton onAct={() => void checkFile()} keyName="Ctrl+o" isActing={isChecking} testId="check-file">
          {t('documents.check.file')}
        </ActButton>
      </div>
      <FaultNote fault={fault ?? answer?.fault} />
      {answer?.checked !== undefined && <Answer checked={answer.checked} />}
    </Page>
  )
}
