/** F2: sealing an approved request, or at the counter a registered contract; the light stands before the chop. */
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PageProps } from '../../shell/registers.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm, type FormState } from '../../ui/form.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Page } from '../../ui/page.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { FileHash } from './file-hash.tsx'
import { LightPanel } from '../life/light.tsx'
import { UseCounter } from './use-counter.tsx'
import { UseDone, type Done } from './use-done.tsx'
import { UsePeople } from './use-people.tsx'
import { UseRequest } from './use-request.tsx'
import { BlankStop, Emergency } from './use-stopped.tsx'
import { blankOf, groundsOf, isRequest, noValues, inputOf, type UseDefaults, type UseValues } from './use-values.ts'

/** What the box or another page hands in takes the place of what was typed before. */
const useGiven = (params: PageProps['params'], form: FormState<UseValues>): void => {
  const { request, contract, seal, name = '' } = params
  const { set } = form
  const given = useRef(false)
  useEffect(() => {
    if (given.current) return
    given.current = true
    if (request !== undefined) set({ ...noValues, basis: { id: request, name, type: 'seal_request' } })
    if (contract !== undefined) set({ ...noValues, basis: { id: contract, name, type: 'contract' } })
    if (seal !== undefined) set({ seal: { id: seal, name } })
  })
}

/** The contract seal at this desk, else the first seal that lies here: what is most likely meant. */
const useLikelySeal = (): Chosen | undefined => {
  const { office } = useSession()
  const { data } = useOperation('seals.list', { status: 'in-use', limit: 200 }, { subjects: ['seal'] })
  const here = data?.rows.filter((seal) => seal.kind === 'image' || seal.homeDesk === office.desk?.letter) ?? []
  const likely = here.find((seal) => seal.type === 'contract') ?? here[0]
  return likely && { id: likely.id, name: `${likely.code} ${likely.name}`, type: 'seal' }
}

/** What is known of the request or contract, and the light over it. */
const useGrounds = (values: UseValues) => {
  const id = values.basis?.id ?? ''
  const request = useOperation('seals.requestGet', { id }, { enabled: isRequest(values) })
  const contract = useOperation('contracts.get', { id }, { enabled: values.basis?.type === 'contract' })
  const likely = useLikelySeal()
  const known = contract.data?.contract
  const defaults: UseDefaults = { copies: known?.copies ?? 1, seal: likely, title: known?.name ?? '' }
  const light = useOperation('seals.verdict', groundsOf(values, defaults), {
    enabled: values.basis !== undefined,
    keep: true,
  })
  return {
    request: isRequest(values) ? request.data : undefined,
    contract: values.basis?.type === 'contract' ? known : undefined,
    defaults,
    light: values.basis === undefined ? undefined : light.data,
    fault: light.fault ?? request.fault ?? contract.fault,
  }
}

/** Once it is known what is at hand, the hand finds what comes next: the chop on a request, the copies at the counter. */
const useNextFocus = (basis: Chosen | undefined, isReady: boolean, isOnRequest: boolean): void => {
  const moved = useRef<string>(undefined)
  useEffect(() => {
    if (basis === undefined) moved.current = undefined
    if (basis === undefined || !isReady || moved.current === basis.id) return
    moved.current = basis.id
    document.querySelector<HTMLElement>(`[data-testid=${isOnRequest ? 'use-do' : 'use-copies'}]`)?.focus()
  }, [basis, isReady, isOnRequest])
}

export const UsePage = ({ params }: PageProps) => {
  const { t } = useWords()
  const form = useForm<UseValues>('seals.use', noValues)
  const { values } = form
  useGiven(params, form)
  const { request, contract, defaults, light, fault } = useGrounds(values)
  const use = useCommand('seals.use')
  const [done, setDone] = useState<Done>()
  const isOpen = light !== undefined && light.stops.length === 0 && !values.isBlank
  useNextFocus(values.basis, isOpen && (request ?? contract) !== undefined, isRequest(values))

  const lines = request?.left.filter(({ left }) => left > 0).map((line) => line.seal) ?? []
  const part = request && { lines, document: request.request.document }
  const seal = async (isToPrint = false) => {
    if (!isOpen || use.isActing) return
    const answer = await use.act(inputOf(values, defaults, part))
    const title = request?.request.document.title ?? (values.title.trim() || defaults.title)
    if (answer.ok) finish(answer.value.uses, title, isToPrint)
    else if (answer.fault.code === 'spoiled-reason-needed')
      document.querySelector<HTMLElement>('[data-testid^=use-spoiled-reason]')?.focus()
  }
  const finish = (uses: Done['uses'], title: string, isToPrint = false) => {
    setDone({ uses, title, isToPrint })
    use.clear()
    form.clear()
    document.querySelector<HTMLElement>('[data-testid=use-basis] input')?.focus()
  }
  const name = request?.request.number ?? contract?.number ?? ''
  const basis = values.basis && { ...values.basis, name: [name, values.basis.name].filter(Boolean).join(' ') }

  return (
    <Page title={t('seals.use.title')} about={t('seals.use.basis-help')} width="form">
      {done !== undefined && <UseDone key={done.uses[0]?.id} {...done} />}
      <div className="use-columns">
        <EntryForm label={t('seals.use.title')} onSubmit={() => void seal()} onSubmitAndPrint={() => void seal(true)}>
          <Fields>
            <Field span={12} label={t('seals.use.basis')}>
              <RecordPicker
                types={['seal_request', 'contract']}
                value={basis}
                onChange={(chosen) => {
                  use.clear()
                  setDone(undefined)
                  form.set({ ...noValues, seal: values.seal, basis: chosen })
                }}
                placeholder={t('seals.use.basis-hint')}
                label={t('seals.use.basis')}
                autoFocus
                testId="use-basis"
              />
            </Field>
          </Fields>
          {request !== undefined && (
            <UseRequest found={request} counts={values.counts} onCounts={(counts) => form.set({ counts })} />
          )}
          {request?.request.document.sha256 !== undefined && (
            <FileHash
              value={values.file}
              onChange={(file) => form.set({ file })}
              approved={request.request.document.sha256}
            />
          )}
          {values.basis?.type === 'contract' && <UseCounter contract={contract} form={form} defaults={defaults} />}
          {values.basis !== undefined && (
            <UsePeople
              form={form}
              signatory={light?.verdict?.person.name}
              handler={request?.request.applicant.name ?? contract?.handler?.name}
            />
          )}
          <FaultNote fault={use.fault} />
          {values.basis !== undefined && (
            <div className="form-acts">
              <Button
                type="primary"
                htmlType="submit"
                size="large"
                disabled={!isOpen}
                loading={use.isActing}
                data-testid="use-do"
              >
                <span className="act-label">
                  {t('seals.use.do')} <KeyCap name="Ctrl+Enter" />
                </span>
              </Button>
              <Button size="large" disabled={!isOpen || use.isActing} onClick={() => void seal(true)}>
                <span className="act-label">
                  {t('seals.use.do-and-print')} <KeyCap name="Ctrl+Shift+Enter" />
                </span>
              </Button>
            </div>
          )}
        </EntryForm>
        <LightPanel light={light} fault={fault} request={request?.request}>
          {values.isBlank && values.basis !== undefined ? (
            <BlankStop blank={blankOf(values, defaults, request?.request.document.title)} />
          ) : (
            <Emergency
              light={light}
              use={values.basis && inputOf(values, defaults, part)}
              seal={values.seal ?? defaults.seal}
              title={request?.request.document.title ?? defaults.title}
              onMade={finish}
            />
          )}
        </LightPanel>
      </div>
    </Page>
  )
}
