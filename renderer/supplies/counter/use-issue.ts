/** What is being issued: the draft that stays, and the ways it is entered: as it is, confirmed by an approver, or as a request. */
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { useKept } from '../../shell/kept.ts'
import { useCommand } from '../../shell/queries.ts'
import type { Confirming } from './approver-panel.tsx'
import { isPartial, type EntryLine } from './lines.ts'
import type { Receiver } from './recipient.tsx'

export type IssueDraft = {
  readonly recipient: Receiver | undefined
  readonly lines: readonly EntryLine[]
  readonly reason: string
  /** When the rest of what was asked for comes. */
  readonly promised: string | undefined
  /** The request that is filled. */
  readonly request: { readonly id: string; readonly number: string } | undefined
}

const empty: IssueDraft = { recipient: undefined, lines: [], reason: '', promised: undefined, request: undefined }

export type IssueDone = { readonly slip: Output<'supplies.issue'>['slip'] } | { readonly asked: Output<'supplies.ask'> }

/** The draft as the operation takes it. */
const inputOf = ({ recipient, lines, reason, promised, request }: IssueDraft) => ({
  recipient: recipient?.id ?? '',
  ...(reason.trim() === '' ? {} : { reason }),
  ...(request === undefined ? {} : { request: request.id }),
  ...(promised === undefined || !isPartial(lines) ? {} : { promised }),
  lines: lines.map(({ item, quantity, unit, oldReturned, asked, lot, requestLine }) => ({
    item,
    quantity: quantity ?? 0,
    unit,
    oldReturned,
    ...(asked === undefined ? {} : { asked }),
    ...(lot === undefined ? {} : { lot }),
    ...(requestLine === undefined ? {} : { requestLine }),
  })),
})

/** Lines as they are asked for: all of what was wanted, not what lies there. */
const askedOf = ({ lines }: IssueDraft) =>
  lines.map(({ item, quantity, unit, asked }) => ({ item, quantity: asked ?? quantity ?? 0, unit }))

export const useIssue = () => {
  const [draft, setDraft, clearDraft] = useKept<IssueDraft>('supplies.issue', empty)
  const [done, setDone] = useState<IssueDone>()
  const issue = useCommand('supplies.issue')
  const approved = useCommand('supplies.issueApproved')
  const ask = useCommand('supplies.ask')
  const isActing = issue.isActing || approved.isActing || ask.isActing
  const isReady = draft.recipient !== undefined && draft.lines.length > 0
  const forget = () => {
    setDone(undefined)
    issue.clear()
    approved.clear()
    ask.clear()
  }
  const finish = (what: IssueDone) => {
    setDone(what)
    clearDraft()
    issue.clear()
    approved.clear()
    ask.clear()
  }
  return {
    draft,
    done,
    isActing,
    isReady,
    set: (changes: Partial<IssueDraft>) => setDraft((before) => ({ ...before, ...changes })),
    change: (next: (lines: readonly EntryLine[]) => readonly EntryLine[]) =>
      setDraft((before) => ({ ...before, lines: next(before.lines) })),
    forget,
    /** The refusal of the first try asks for the approver; a later one is about who confirmed. */
    first: issue.fault,
    fault: approved.fault ?? ask.fault ?? issue.fault,
    /** @returns the code of the refusal, where there was one */
    submit: async (): Promise<string | undefined> => {
      const answer = await issue.act(inputOf(draft))
      if (answer.ok) finish(answer.value)
      return answer.ok ? undefined : answer.fault.code
    },
    confirm: async ({ staffNo, password, opinion }: Confirming) => {
      if (isActing) return
      const approver = { staffNo, password }
      const said = opinion.trim() === '' ? {} : { opinion }
      const answer = await approved.act({ ...inputOf(draft), approver, ...said })
      if (answer.ok) finish(answer.value)
    },
    ask: async () => {
      if (isActing || draft.recipient === undefined) return
      const { reason, recipient } = draft
      const answer = await ask.act({ recipient: recipient.id, reason, lines: askedOf(draft) })
      if (answer.ok) finish({ asked: answer.value })
    },
  }
}
