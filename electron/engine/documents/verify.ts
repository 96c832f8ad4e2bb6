/** Checking what comes back: a scanned code or a PDF file against its signature, its bytes and its record. */
import { createHash } from 'node:crypto'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Verification } from '../../../shared/documents/operations.ts'
import type { DocumentRecord, Printing } from '../../../shared/documents/subjects.ts'
import { canonical } from '../../../shared/journal/canonical.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { Reading } from '../act.ts'
import { stampedFrom } from '../attachments/store.ts'
import { scanCode, type ScannedCode } from './code.ts'
import type { DocumentDeps } from './deps.ts'
import { readProof } from './proof.ts'
import type { SignedSheet } from './read-sheet.ts'
import { hashOfFacts, sheetBytes } from './sheet.ts'
import { documentsByNumber } from './store.ts'

type Known = { record: DocumentRecord; printing: Printing | undefined }

/** The document of this office that a number and hash belong to: the print itself, else any print of that number. */
const knownDocument = (reading: Reading, number: string, hash: string, print: number): Known | undefined => {
  const records = documentsByNumber(reading.db, number)
  for (const record of records) {
    const printing = record.printings.find((each) => each.hash.startsWith(hash) && each.print === print)
    if (printing) return { record, printing }
  }
  return records[0] && { record: records[0], printing: undefined }
}

/** How the paper stands to the record today. */
const recordState = (reading: Reading, known: Known | undefined, deps: DocumentDeps): Verification['record'] => {
  if (!known) return 'unknown'
  const { record, printing } = known
  if (!printing) return 'differs'
  const source = deps.source(reading, { form: record.form, subject: record.of, period: record.period })
  if (!source) return 'unknown'
  return hashOfFacts(source.facts) === printing.hash ? 'same' : 'later-changed'
}

const about = (reading: Reading, known: Known | undefined): Partial<Verification> =>
  known
    ? {
        document: known.record.id,
        subject: known.record.of,
        title: known.record.title,
        ...(known.printing
          ? { printedAt: localTime(known.printing.at, reading.zone), printedBy: known.printing.by }
          : {}),
      }
    : {}

const signatureState = (isSigned: boolean | undefined): Verification['signature'] =>
  isSigned === undefined ? 'unknown-desk' : isSigned ? 'valid' : 'invalid'

/** On a stamped file: the record whose attachment it is; a preview's code stands for none. */
const stampedState = (
  reading: Reading,
  { hash, number, print }: ScannedCode,
  deps: DocumentDeps,
): Partial<Verification> & Pick<Verification, 'record'> => {
  const found = print === 0 ? undefined : stampedFrom(reading.db, hash, number)[0]
  if (!found?.of) return { record: 'unknown' }
  const { name, at, by, of } = found
  const record = deps.standsSince(reading, of, at) ? 'same' : 'later-changed'
  return { record, subject: of.subject, title: name, printedAt: at, printedBy: by.name }
}

/** What a scanned text says, and what this office knows of it. */
export const verifyCode = (reading: Reading, text: string, deps: DocumentDeps): Verification | Refusal => {
  const code = scanCode(text)
  if (!code) return refuse({ code: 'not-our-document', reason: 'code' })
  const known = knownDocument(reading, code.number, code.hash, code.print)
  return {
    source: 'code',
    signature: signatureState(deps.isSigned(reading.db, code.desk, code.signed, code.signature)),
    content: 'not-in-code',
    record: code.isStamped ? 'unknown' : recordState(reading, known, deps),
    desk: code.desk,
    ...(code.form ? { form: code.form } : {}),
    number: code.number,
    print: code.print,
    hash: code.hash,
    ...(code.isStamped ? stampedState(reading, code, deps) : about(reading, known)),
  }
}

type Checked = { sheet: SignedSheet; isSheetSigned: boolean | undefined; isFileSigned: boolean | undefined }

const checkFile = (reading: Reading, file: Buffer, sheet: SignedSheet, deps: DocumentDeps): Checked => {
  const { signature, ...unsigned } = sheet
  const proof = readProof(file)
  const isOwn = hashOfFacts(sheet.facts) === sheet.hash
  return {
    sheet,
    isSheetSigned: isOwn
      ? deps.isSigned(reading.db, sheet.desk, sheetBytes(unsigned), Buffer.from(signature, 'hex'))
      : false,
    isFileSigned:
      proof && proof.desk === sheet.desk ? deps.isSigned(reading.db, proof.desk, proof.signed, proof.signature) : false,
  }
}

/** A file that was stamped here: no signature of ours lies in it, the entry that keeps it speaks for it. */
const stampedFile = (reading: Reading, file: Buffer, deps: DocumentDeps): Verification | undefined => {
  const kept = deps.keptFile(reading, file)
  const { stamped, of, at, by, name } = kept?.attachment ?? {}
  if (!kept || !stamped || !of || at === undefined || by === undefined) return undefined
  return {
    source: 'file',
    signature: 'entered',
    content: kept.isWhole ? 'unchanged' : 'appended',
    record: deps.standsSince(reading, of, at) ? 'same' : 'later-changed',
    desk: deps.desk(reading.db).desk,
    number: stamped.number,
    print: stamped.print,
    hash: createHash('sha256').update(file).digest('hex'),
    subject: of.subject,
    title: name,
    printedAt: at,
    printedBy: by.name,
  }
}

/** Whether a PDF is ours, whole, and still what the record says. */
export const verifyFile = (
  reading: Reading,
  file: Buffer,
  sheet: SignedSheet | undefined,
  deps: DocumentDeps,
): Verification | Refusal => {
  // A print of ours that was stamped afterwards carries its sheet still; what it is now the stamping's entry says.
  const stamped = stampedFile(reading, file, deps)
  if (stamped) return stamped
  if (!sheet) return refuse({ code: 'not-our-document', reason: 'file' })
  const { isSheetSigned, isFileSigned } = checkFile(reading, file, sheet, deps)
  const known = knownDocument(reading, sheet.number, sheet.hash, sheet.print)
  return {
    source: 'file',
    signature: signatureState(isSheetSigned),
    content: isFileSigned === undefined ? 'unchecked' : isFileSigned ? 'unchanged' : 'changed',
    record: recordState(reading, known, deps),
    desk: sheet.desk,
    form: sheet.form,
    number: sheet.number,
    print: sheet.print,
    hash: sheet.hash,
    facts: canonical(sheet.facts),
    ...about(reading, known),
    printedAt: sheet.printedAt,
    printedBy: sheet.printedBy,
  }
}
