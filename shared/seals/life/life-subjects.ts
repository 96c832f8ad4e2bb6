/** Subject types of a seal's life: acts of life, outings and handovers, each with a number of its own. */
import { subjectType } from '../../journal/subject.ts'
import type { Entry } from '../../journal/entry.ts'
import { z } from 'zod'
import { laterBody, overlayAfter } from '../changes.ts'
import { confirmation, withConfirmation } from '../requests/confirming.ts'
import { handoverExceptions, lifeActExceptions, outingExceptions } from './life-exceptions.ts'
import {
  handover,
  handoverAnswer,
  laterSteps,
  lifeAct,
  outing,
  type Handover,
  type HandoverAnswer,
  type LifeAct,
  type Outing,
} from './life-records.ts'

const told = lifeAct.omit({ id: true, confirmations: true })
const word = z.object({ confirmation })
const counted = ({ numbered }: { numbered: { book: string } }) => [{ account: `book:${numbered.book}`, delta: 1 }]

type Found = { number: string; seal: { code: string; name: string } }
const found = ({ number, seal }: Found, ...more: (string | undefined)[]) => ({
  title: seal.name,
  detail: [number, seal.code, ...more].filter((part) => part !== undefined).join(' · '),
  words: [number, seal.code, ...more.filter((part) => part !== undefined)],
  class: 'log' as const,
})

const foldAct = overlayAfter(
  'seal.activated',
  'seal.activated-earlier',
  'seal.retired',
  'seal.resumed',
  'seal.sealed-away',
  'seal.destroyed',
  'seal.lost',
  'seal.found',
)

export const lifeActSubject = subjectType<LifeAct>({
  name: 'seal_life_act',
  kinds: {
    'seal.activated': told.required({ receivedBy: true, impression: true }),
    'seal.activated-earlier': told.required({ receivedBy: true }),
    'seal.retired': told.required({ reason: true }),
    'seal.resumed': told.required({ reason: true, approver: true }),
    'seal.sealed-away': told.required({ place: true, approver: true }),
    'seal.destroyed': told.required({ method: true, approver: true, witnesses: true }),
    'seal.lost': told.required({ reason: true }),
    'seal.found': told.required({ place: true }),
    'seal.step-noted': laterBody(laterSteps),
    'seal.act-confirmed': word,
  },
  reduce: (record, entry) =>
    entry.kind === 'seal.act-confirmed' ? withConfirmation(record, entry.body) : foldAct(record, entry),
  merged: ['confirmation'],
  contribute: counted,
  search: (record) => found(record, record.police?.receipt, record.receipt),
  exceptions: lifeActExceptions,
})

const foldOuting = overlayAfter('seal.outing-planned')

export const outingSubject = subjectType<Outing>({
  name: 'seal_outing',
  kinds: {
    'seal.outing-planned': outing.omit({ id: true, confirmations: true }),
    'seal.outing-left': outing.pick({ status: true, outAt: true, handedOutBy: true }).required(),
    'seal.outing-returned': outing
      .pick({ status: true, backAt: true, returnedTo: true, checkedInBy: true, isIntact: true, condition: true })
      .required({ backAt: true, returnedTo: true, isIntact: true }),
    'seal.outing-confirmed': word,
    'seal.outing-ended': outing.pick({ status: true, endReason: true }).required(),
  },
  reduce: (record, entry) =>
    entry.kind === 'seal.outing-confirmed' ? withConfirmation(record, entry.body) : foldOuting(record, entry),
  merged: ['confirmation'],
  contribute: counted,
  search: (record) => found(record, record.taker.name, record.address),
  exceptions: outingExceptions,
})

const foldHandover = overlayAfter('seal.handover-offered')
const answers = ['seal.handover-accepted', 'seal.handover-declined']

/** Answers of two desks both stay; which one stands is the fold's order. */
const withAnswer = (next: Handover | undefined, entry: Entry): Handover | undefined =>
  next && answers.includes(entry.kind)
    ? { ...next, answers: [...(next.answers ?? []), answerIn(entry.body as HandoverAnswer)] }
    : next

const answerIn = ({ status, answeredAt, answeredBy, answeredDesk, answerReason }: HandoverAnswer): HandoverAnswer => ({
  status,
  answeredAt,
  answeredBy,
  answeredDesk,
  ...(answerReason === undefined ? {} : { answerReason }),
})

export const handoverSubject = subjectType<Handover>({
  name: 'seal_handover',
  kinds: {
    'seal.handover-offered': handover.omit({ id: true, answers: true, confirmations: true }),
    'seal.handover-accepted': handoverAnswer.extend({ place: handover.shape.place }),
    'seal.handover-declined': handoverAnswer.required({ answerReason: true }),
    'seal.handover-confirmed': word,
    'seal.handover-ended': handover.pick({ status: true, answerReason: true }).required(),
  },
  reduce: (record, entry) =>
    entry.kind === 'seal.handover-confirmed'
      ? withConfirmation(record, entry.body)
      : withAnswer(foldHandover(record, entry), entry),
  merged: ['confirmation'],
  contribute: counted,
  search: (record) => found(record, record.from.name, record.to.name),
  exceptions: handoverExceptions,
})

export const sealLifeSubjects = [lifeActSubject, outingSubject, handoverSubject] as const
