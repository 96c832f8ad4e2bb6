/** Interpolations become parameters, whatever they look like. */
import { describe, expect, it } from 'vitest'
import { raw, separated, sql, type SqlValue } from './sql.ts'

describe('the sql tag', () => {
  it('nests its own fragments', () => {
    expect(sql`select ${raw('a')} from t ${sql`where b = ${1} and c = ${'x'}`} limit ${2}`).toMatchObject({
      text: 'select a from t where b = ? and c = ? limit ?',
      values: [1, 'x', 2],
    })
  })

  it('puts fragments in a row, and takes what is undefined for null', () => {
    const rows = [1, undefined].map((value) => sql`(${value}, ${'x'})`)
    expect(sql`insert into t values ${separated(rows, ', ')} on conflict do nothing`).toMatchObject({
      text: 'insert into t values (?, ?), (?, ?) on conflict do nothing',
      values: [1, 'x', null, 'x'],
    })
    expect(sql`select ${1} from ${raw('t')} where a = ${2}`).toMatchObject({ text: 'select ? from t where a = ?' })
  })

  it('takes a value that only looks like a fragment for a value', () => {
    const sent = { text: '1 or 1', values: [] } as unknown as SqlValue
    expect(sql`select ${sent}`).toMatchObject({ text: 'select ?', values: [sent] })
  })
})
