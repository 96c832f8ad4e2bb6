/** Who may answer an exception: anyone concerned explains it, somebody else settles it. */
import { refuse, type Refusal } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import { stateOf } from '../office/exceptions.ts'
import type { AnsweredException, ExceptionAnswer } from './answer.ts'

/** What is answered: the exception's id, whose act it was, and the answers so far. */
export type Answered = {
  id: string
  person: { id: string; name: string } | undefined
  answers: readonly ExceptionAnswer[]
}
export type Told = {
  id: string
  text: string
  by: { id: string; name: string }
  at: string
  about: AnsweredException
}

/** A second explanation adds to the first; what is settled takes none. */
export const explain = (exception: Answered, { id, ...told }: Told): Draft[] | Refusal => {
  if (stateOf(exception.answers) === 'settled') return refuse({ code: 'exception-settled' })
  return [{ kind: 'exception.explained', subject: id, body: { exception: exception.id, ...told } }]
}

/** Settled by neither who explained it nor whose act it was: nobody closes the book on themselves. */
export const settle = (exception: Answered, { id, ...told }: Told, measure: string | undefined): Draft[] | Refusal => {
  const state = stateOf(exception.answers)
  if (state === 'settled') return refuse({ code: 'exception-settled' })
  if (state === 'open') return refuse({ code: 'exception-not-explained' })
  if (exception.person?.id === told.by.id) return refuse({ code: 'exception-own-act', person: told.by.name })
  if (exception.answers.some(({ act, by }) => act === 'explained' && by.id === told.by.id))
    return refuse({ code: 'exception-own-explanation', person: told.by.name })
  return [{ kind: 'exception.settled', subject: id, body: { exception: exception.id, measure, ...told } }]
}
