/** Expected refusals of acts in a seal's life, of handovers and of outings; worded in life-fault-words.ts. */
import type { SealPart } from './life-people.ts'

export type LifeFault =
  /** The seal's state does not allow the act. */
  | { code: 'seal-act-not-allowed'; seal: string; act: string; status: string }
  | { code: 'seal-not-physical'; seal: string }
  | { code: 'impression-needed'; seal: string }
  | { code: 'same-person'; person: string; one: SealPart; other: SealPart }
  | { code: 'part-left'; person: string }
  | { code: 'approver-needed'; seal: string }
  | { code: 'approver-may-not'; person: string }
  | { code: 'witnesses-too-few'; found: number; least: number }
  | { code: 'step-not-fitting'; number: string; step: string }
  /** Custody moves by handover only. */
  | { code: 'custodian-by-handover'; seal: string; custodian: string }
  | { code: 'handover-not-custodian'; seal: string; custodian: string }
  | { code: 'handover-to-oneself'; person: string }
  | { code: 'receiver-may-not-use'; person: string }
  | { code: 'handover-answered'; number: string; status: string }
  | { code: 'handover-not-yours'; number: string; to: string }
  | { code: 'handover-elsewhere'; number: string; toDesk: string; desk: string }
  | { code: 'desk-unknown'; desk: string }
  | { code: 'not-named-here'; number: string; person: string }
  | { code: 'confirmed-already'; number: string; person: string }
  | { code: 'outing-back-before-out'; out: string; back: string }
  | { code: 'outing-not-next'; number: string; status: string }
  | { code: 'time-in-future'; at: string }
  | { code: 'request-not-taken-out'; number: string }
