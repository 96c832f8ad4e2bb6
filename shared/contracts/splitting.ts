/**
 * 防拆分: what makes contracts alike, so that one that was split is summed. The counterparty counts by its credit code, or by its
 * name in whatever spacing and width; the subject likewise.
 */
import type { Contract } from './contract.ts'
import { plainName } from './counterparties.ts'

/** What a contract is found by when others like it are looked for; undefined where too little is told. */
export const likenessOf = (about: {
  counterparty?: string | undefined
  creditCode?: string | undefined
  subject?: string | undefined
}): { byName: string | undefined; byCode: string | undefined } => {
  const { counterparty, creditCode, subject } = about
  if (subject === undefined) return { byName: undefined, byCode: undefined }
  const matter = plainName(subject)
  return {
    byName: counterparty === undefined ? undefined : `${plainName(counterparty)}|${matter}`,
    byCode: creditCode === undefined ? undefined : `${creditCode}|${matter}`,
  }
}

/** The record with what it is found by, so that the store finds it by an index. */
export const withKeys = (record: Contract | undefined): Contract | undefined => {
  if (record === undefined) return undefined
  const { byName, byCode } = likenessOf(record)
  const { likeName: _name, likeCode: _code, ...rest } = record
  return {
    ...rest,
    ...(byName === undefined ? {} : { likeName: byName }),
    ...(byCode === undefined ? {} : { likeCode: byCode }),
  }
}
