/** `print <form> <number or period> -o FILE.pdf`: issues a document as the page would, counted and entered. */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse, isRefusal, type Refusal } from '../../../shared/api/fault.ts'
import { formNames, formScope, type FormName } from '../../../shared/documents/forms.ts'
import { lifeFormSubjects } from '../../../shared/documents/life-forms.ts'
import { endOfMonth } from '../../../shared/office/dates.ts'
import { UsageError } from './usage.ts'
import {
  folderOf,
  signIn,
  textOption,
  typedPath,
  withOffice,
  type Opened,
  type Outcome,
  type Terminal,
} from './terminal.ts'

/** The subject type that each form prints. */
const printed: Record<FormName, string> = {
  'seal-use': 'seal_use',
  'seal-request': 'seal_request',
  'seal-book': 'seal',
  'issue-slip': 'supply_slip',
  'receipt-slip': 'supply_slip',
  'return-slip': 'supply_slip',
  'move-slip': 'supply_slip',
  'supply-request': 'supply_request',
  'authority-check': 'authority_check',
  revocation: 'delegation',
  'contract-register': 'contract',
  'delegation-register': 'person',
  'letter-of-authority': 'delegation',
  'seal-closing': 'seal_closing',
  'stocktake-sheet': 'stocktake',
  'purchase-request': 'purchase_request',
  'stock-closing': 'stock_closing',
  'item-ledger': 'supply_item',
  'supply-report': 'office',
  ...lifeFormSubjects,
}

type Found = { type: string; subject: string; title: string; detail: string }

/** The record whose number or code stands in what the one box shows of it. */
const findExactly = async ({ call }: Opened, type: string, number: string): Promise<string | Refusal> => {
  const reply = await call('desk.search', { text: number, types: [type], limit: 100 })
  if (!reply.ok) return refuse(reply.fault)
  const hits = (reply.value as { rows: Found[] }).rows
  const exact = hits.find(({ title, detail }) => `${title} · ${detail}`.split(/\s+|·/).includes(number))
  return exact ? exact.subject : refuse({ code: 'not-found', what: type, id: number })
}

/** Which seal's book is meant: the named one, else the first of the cabinet that was used in that month. */
const sealOf = async (terminal: Terminal, opened: Opened, month: string): Promise<string | Refusal> => {
  const code = textOption(terminal, 'seal')
  if (code !== undefined) return findExactly(opened, 'seal', code)
  const seals = await opened.call('seals.list', { limit: 200 })
  if (!seals.ok) return refuse(seals.fault)
  for (const { id } of (seals.value as { rows: { id: string }[] }).rows) {
    const book = await opened.call('seals.book', { seal: id, from: `${month}-01`, to: endOfMonth(month), limit: 1 })
    if (book.ok && (book.value as { rows: unknown[] }).rows.length > 0) return id
  }
  return refuse({ code: 'not-found', what: 'seal-book', id: month })
}

const officeOf = async (opened: Opened): Promise<string | Refusal> => {
  const reply = await opened.call('contracts.book', {})
  return reply.ok ? (reply.value as { office: string }).office : refuse(reply.fault)
}

export const printDocument = async (terminal: Terminal): Promise<Outcome> => {
  folderOf(terminal)
  const [form, wanted, ...rest] = terminal.words
  const output = textOption(terminal, 'output')
  if (!isForm(form) || wanted === undefined || rest.length > 0 || output === undefined) {
    throw new UsageError(`print takes a form (${formNames.join(', ')}), a number or period, and -o FILE.pdf`)
  }
  const path = typedPath(output)
  // Looked at first: a document that was issued and cannot be kept would be counted for nothing.
  if (!existsSync(dirname(path)) || isFolder(path)) throw new UsageError(`cannot write ${output}`)
  return withOffice(terminal, async (opened) => {
    const fault = await signIn(terminal, opened, 'A0001')
    if (fault) return { fault }
    const isMonth = formScope[form] === 'month'
    if (isMonth && !/^\d{4}-\d\d$/.test(wanted)) throw new UsageError('a book is printed by month, such as 2026-11')
    const isYear = formScope[form] === 'year'
    if (isYear && !/^\d{4}$/.test(wanted)) throw new UsageError('a register is printed by year, such as 2026')
    const isReport = formScope[form] === 'report'
    if (isReport && !/^\d{4}-[a-z]/.test(wanted)) throw new UsageError('a report is printed by name, such as 2026-slow')
    const subject =
      isYear || isReport
        ? await officeOf(opened)
        : isMonth
          ? await sealOf(terminal, opened, wanted)
          : await findExactly(opened, printed[form], wanted)
    if (isRefusal(subject)) return { fault: subject.refused }
    const reply = await opened.call('documents.issue', {
      form,
      subject,
      ...(isMonth || isYear || isReport ? { period: wanted } : {}),
    })
    if (!reply.ok) return { fault: reply.fault }
    const { pdf, ...issued } = reply.value as { pdf: string }
    writeFileSync(path, Buffer.from(pdf, 'base64'))
    return { result: { ...issued, file: output } }
  })
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const isForm = (name: string | undefined): name is FormName => formNames.some((form) => form === name)
