/** Entering a seal into the cabinet: new and not yet in use, or an old one with the record of when and by whom it was taken into use. */
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import type { Numbered } from '../../office/numbers.ts'
import type { Entered } from './life-rules.ts'
import type { Named, Seal } from '../records.ts'

/** 补登启用: since when an old seal has been in use, and who received it then. */
export type Activation = { id: string; numbered: Numbered; on: string; receivedBy: Named }

const invalid = (path: string, reason: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason }] })

/** Engraved, then taken into use, and neither in the future. */
export const refuseRegisterDates = (
  { engravedOn, activatedOn }: Pick<Seal, 'engravedOn' | 'activatedOn'>,
  today: string,
): Refusal | undefined => {
  if (engravedOn !== undefined && engravedOn > today) return invalid('engravedOn', 'invalid.future')
  if (activatedOn !== undefined && activatedOn > today) return invalid('activatedOn', 'invalid.future')
  return engravedOn !== undefined && activatedOn !== undefined && activatedOn < engravedOn
    ? invalid('activatedOn', 'invalid.too-small')
    : undefined
}

/**
 * The seal's own entry, and for one that is in use already the entry that says since when.
 * @param activation absent for a seal that is still being made: it is taken into use by an act of its own
 */
export const registerDrafts = (seal: Seal, entered: Entered, activation: Activation | undefined): Draft[] => {
  const { id, ...master } = seal
  if (!activation) return [{ kind: 'seal.registered', subject: id, body: master }]
  const { numbered, on, receivedBy } = activation
  const lastAct = { type: 'seal_life_act', id: activation.id, number: numbered.number }
  return [
    { kind: 'seal.registered', subject: id, body: { ...master, activatedOn: on, lastAct } },
    {
      kind: 'seal.activated-earlier',
      subject: activation.id,
      body: {
        numbered,
        number: numbered.number,
        act: 'activated',
        isEarlier: true,
        seal: { id, code: seal.code, name: seal.name },
        on,
        enteredAt: entered.at,
        by: entered.by,
        desk: entered.desk,
        from: 'being-made',
        status: 'in-use',
        receivedBy,
        filingNumber: seal.filingNumber,
        registrar: seal.registrar,
        impression: seal.impression,
        place: seal.place,
      },
    },
  ]
}
