/** What the forms of a seal's life are made from: the act, the seal, and the impression that was kept. */
import { createHash } from 'node:crypto'
import {
  handoverFactsOf,
  lifeActFactsOf,
  outingFactsOf,
  type SheetPart,
} from '../../../shared/documents/life-facts-of.ts'
import { formOfAct, type LifeFormName } from '../../../shared/documents/life-forms.ts'
import type { Facts } from '../../../shared/documents/facts.ts'
import type { Reading } from '../act.ts'
import { handoverOf, lifeActOf, outingOf } from '../seals/life/life-store.ts'
import { impressionOf, sealOf } from '../seals/store.ts'
import type { Source } from './deps.ts'

type Made = { facts: Facts; number: string }

/** @param make the facts, undefined where the form is not this record's */
const sourceWith = (
  { db }: Reading,
  office: string,
  kept: { seal: string; impression: string | undefined },
  make: (part: SheetPart) => Made,
): Source | undefined => {
  const seal = sealOf(db, kept.seal)
  if (!seal) return undefined
  const image = kept.impression === undefined ? undefined : impressionOf(db, kept.impression)
  const impression = image && createHash('sha256').update(image.data).digest('hex')
  return { ...make({ office, seal, impression }), title: seal.name, impression: image }
}

export const lifeSource = (reading: Reading, form: LifeFormName, id: string, office: string): Source | undefined => {
  const { db } = reading
  const impressionNow = (seal: string) => sealOf(db, seal)?.impression
  if (form === 'seal-handover') {
    const found = handoverOf(db, id)
    const kept = found && { seal: found.seal.id, impression: impressionNow(found.seal.id) }
    return (
      kept &&
      sourceWith(reading, office, kept, (part) => ({ facts: handoverFactsOf(part, found), number: found.number }))
    )
  }
  if (form === 'seal-outing') {
    const found = outingOf(db, id)
    const kept = found && { seal: found.seal.id, impression: impressionNow(found.seal.id) }
    return (
      kept && sourceWith(reading, office, kept, (part) => ({ facts: outingFactsOf(part, found), number: found.number }))
    )
  }
  const found = lifeActOf(db, id)
  if (!found || formOfAct(found.act) !== form) return undefined
  const kept = { seal: found.seal.id, impression: found.impression }
  return sourceWith(reading, office, kept, (part) => ({ facts: lifeActFactsOf(part, found), number: found.number }))
}
