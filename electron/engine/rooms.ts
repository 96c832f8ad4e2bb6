/** The composition root: every room's tables and handlers, and the facts they hand each other. */
import { withheldFields } from '../../shared/attachments/attachment.ts'
import { attachmentHandlers } from './attachments/handlers.ts'
import { attachmentOf } from './attachments/store.ts'
import { placeAttachment } from './attachments/place.ts'
import { attachmentTables } from './attachments/tables.ts'
import { attachmentDeps, fileDigest, idForContent, readPicture, titleOf } from './attachments/sources.ts'
import { approverFacts, paperConfirming, supplyApprover } from './approver-facts.ts'
import { contractHandlers } from './contracts/handlers.ts'
import { contractsToday, lastChecks } from './contracts/today.ts'
import { contractTables } from './contracts/tables.ts'
import type { ContractDeps } from './contracts/deps.ts'
import { isRefusal } from '../../shared/api/fault.ts'
import { convert } from '../../shared/contracts/amounts.ts'
import { checkAuthorityWith } from './contracts/authority.ts'
import { laterKnowledge } from './contracts/later-knowledge.ts'
import { numbersTwice } from './contracts/number-twice.ts'
import { rateOn } from './contracts/rate-store.ts'
import { contractOf } from './contracts/store.ts'
import { deskType } from '../../shared/office/subjects.ts'
import { permissionsOf } from '../../shared/people/roles.ts'
import type { Passwords } from './people/credentials.ts'
import { peopleHandlers } from './people/handlers.ts'
import { departments, peopleInPost, personOf } from './people/store.ts'
import { peopleTables } from './people/tables.ts'
import { deskHandlers } from './desk/handlers.ts'
import { documentHandlers } from './documents/handlers.ts'
import { recoveryHandlers } from './documents/recovery-sheet.ts'
import { documentDeps, fontIn } from './documents/sources.ts'
import { stampingHandlers } from './documents/stamping/stamping-handlers.ts'
import { stampingDeps } from './documents/stamping/stamping-sources.ts'
import { verifyCode } from './documents/verify.ts'
import { documentTables } from './documents/tables.ts'
import type { ExceptionDeps, ExceptionSource } from './exceptions/deps.ts'
import { exceptionHandlers } from './exceptions/handlers.ts'
import { onceAHead } from './exceptions/once-a-head.ts'
import { exceptionList, exceptionsToday } from './exceptions/today.ts'
import { exceptionTables } from './exceptions/tables.ts'
import { kindsOf, type Kinds } from './journal/kinds.ts'
import type { FolderKeeper } from './office/folder.ts'
import { otherDesks } from './office/freshness.ts'
import { officeHandlers } from './office/handlers.ts'
import { officeTables } from './office/tables.ts'
import { archiveNumbersTwice } from './seals/archive/archive-twice.ts'
import type { SealDeps } from './seals/deps.ts'
import { closingExceptions } from './seals/closing/closing-sources.ts'
import { sealHandlers } from './seals/handlers.ts'
import { judgedUse, useJudged, usesJudged } from './seals/use/judged-use.ts'
import { openRequests } from './seals/requests/open-requests.ts'
import { usesOn } from './seals/store.ts'
import { sealTables } from './seals/tables.ts'
import { overdueCustody, overdueOutings } from './seals/life/overdue.ts'
import { lastUses, sealsToday } from './seals/today.ts'
import type { AnyHandler } from './serve.ts'
import { recordsOf } from './store/derived.ts'
import { sql, type Read } from './store/sql.ts'
import { stockClosingExceptions } from './supplies/value/closing-exceptions.ts'
import { purchasesToday } from './supplies/buying/buying-today.ts'
import { buyingLists } from './supplies/buying/buying-export.ts'
import { supplyHandlers } from './supplies/handlers.ts'
import { labelHandlers } from './supplies/items/labels.ts'
import { mergedExceptions } from './supplies/items/merged-exceptions.ts'
import { stocktakeList } from './supplies/stocktake/export.ts'
import { lateMovements } from './supplies/stocktake/late.ts'
import { oversoldExceptions } from './supplies/counter/oversold.ts'
import { requestsToday } from './supplies/counter/requests-today.ts'
import { stocktakesToday } from './supplies/stocktake/today.ts'
import { supplyTables } from './supplies/tables.ts'
import { tableHandlers } from './tables/handlers.ts'
import { lastSupplySlips, suppliesToday } from './supplies/today.ts'

export const kinds: Kinds = kindsOf([
  ...officeTables,
  ...peopleTables,
  ...contractTables,
  ...supplyTables,
  ...sealTables,
  ...documentTables,
  ...exceptionTables,
  ...attachmentTables,
])

/** What the rooms need from outside. */
export type RoomParts = { keeper: () => FolderKeeper; resources: string; passwords: Passwords }

export const contractDeps: ContractDeps = {
  person: personOf,
  peopleInPost,
  freshness: otherDesks,
  openRequests,
  usesOfContract: (db, contract) =>
    usesOn(db, { contract }, 50).map(({ id, number, seal, usedAt, status }) => ({
      id,
      number,
      seal: seal.name,
      usedAt,
      status,
    })),
}

/** A registered contract as the seal register sees it. */
const contractForSeals = (db: Read, id: string) => {
  const found = contractOf(db, id)
  if (!found) return undefined
  const isOver = found.status === 'terminated' || found.status === 'archived'
  return { ...found, isOver, joint: found.jointSignatories ?? [] }
}

const standingIn: SealDeps['standing'] = ({ db, today }, id) => {
  const person = personOf(db, id)
  if (!person) return undefined
  const { name, employedTo, roles } = person
  const isEmployed = employedTo === undefined || employedTo >= today
  const may = permissionsOf(roles)
  return { id, name, isEmployed, mayApprove: may.has('seals.approve'), mayUse: may.has('seals.use') }
}

/** Exceptions that no record tells by itself: each room may hand in what it knows beyond one. */
export const exceptionSources: readonly ExceptionSource[] = [
  laterKnowledge({ ...contractDeps, judgedUse: judgedUse(contractForSeals), usesJudged, useJudged }),
  onceAHead(numbersTwice),
  onceAHead(archiveNumbersTwice),
  overdueOutings,
  overdueCustody,
  closingExceptions,
  stockClosingExceptions,
  mergedExceptions,
  onceAHead(lateMovements),
  onceAHead(oversoldExceptions),
]

const exceptionDeps: ExceptionDeps = { sources: exceptionSources, nameOf: ({ db }, id) => personOf(db, id)?.name }

/** What is printed and checked, with what lies in the attachments. */
const documentsOf = ({ keeper, resources }: Pick<RoomParts, 'keeper' | 'resources'>) =>
  documentDeps(fontIn(resources), readPicture(keeper), fileDigest(keeper), idForContent(keeper))

/** All handlers by operation name. */
export const roomHandlers = ({ keeper, resources, passwords }: RoomParts): Record<string, AnyHandler> => ({
  ...officeHandlers(keeper),
  ...documentHandlers(documentsOf({ keeper, resources })),
  ...stampingHandlers({ house: stampingDeps(keeper), documents: documentDeps(fontIn(resources)) }),
  ...attachmentHandlers(attachmentDeps(keeper, kinds)),
  ...recoveryHandlers({ office: () => keeper().office(), font: fontIn(resources) }),
  ...peopleHandlers(() => keeper().isExample(), passwords),
  ...contractHandlers({ ...contractDeps, ...paperConfirming(() => ({ isExample: keeper().isExample(), passwords })) }),
  ...supplyHandlers({
    person: ({ db }, id) => {
      const person = personOf(db, id)
      return person && { id, name: person.name, staffNo: person.staffNo, department: person.department }
    },
    departments: ({ db }) => departments(db).map(({ id, name }) => ({ id, name })),
    ...supplyApprover(() => ({ isExample: keeper().isExample(), passwords })),
    isAttachedTo: ({ db }, attachment, subject) => {
      const kept = attachmentOf(db, attachment)
      return kept?.of?.subject === subject && kept.erased === undefined
    },
  }),
  ...labelHandlers({ font: fontIn(resources) }),
  ...sealHandlers({
    person: ({ db }, id) => {
      const person = personOf(db, id)
      return person && { id, name: person.name, department: person.department?.name }
    },
    contract: ({ db }, id) => contractForSeals(db, id),
    convert: ({ db, today }, amount, from, to) =>
      convert(amount, { currency: from }, to, (currency) => rateOn(db, currency, today)?.rate),
    checkAuthority: checkAuthorityWith(contractDeps),
    placeScan: (act, scan, subject) => placeAttachment(act, scan, { type: 'seal_use', subject }, titleOf),
    readCode: (reading, text) => verifyCode(reading, text, documentsOf({ keeper, resources })),
    standing: standingIn,
    desks: ({ db }) => recordsOf(db, deskType, sql`order by letter`).map(({ letter }) => letter),
    ...approverFacts(() => ({ isExample: keeper().isExample(), passwords })),
    desk: () => {
      const office = keeper().office()
      return isRefusal(office) ? '' : office.letter
    },
  }),
  ...tableHandlers({ exceptions: exceptionList(exceptionDeps), stocktake: stocktakeList, ...buyingLists }),
  ...exceptionHandlers(exceptionDeps),
  ...deskHandlers({
    nameOf: (db, id) => personOf(db, id)?.name,
    isKnownKind: (kind) => kinds.of(kind) !== undefined,
    mergedIn: (kind) => kinds.of(kind)?.merged ?? [],
    withheld: withheldFields,
    today: [
      contractsToday,
      sealsToday,
      suppliesToday,
      purchasesToday,
      requestsToday,
      stocktakesToday,
      exceptionsToday(exceptionDeps),
    ],
    slips: [lastChecks, lastUses, lastSupplySlips],
  }),
})
