/** `example`: the example office in an empty folder; its key lies beside it, since there is nothing to protect. */
import { existsSync } from 'node:fs'
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { makeKeyFile } from '../../key-file.ts'
import { faultOf } from '../store/faults.ts'
import { officeFile } from '../store/open.ts'
import { countOption, folderOf, keyOf, withOffice, type Outcome, type Terminal } from './terminal.ts'

const shown = (done: number, total: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${total}`)
}

const newKeyIn = (folder: string): string | Refusal => {
  try {
    return makeKeyFile(folder)
  } catch (error) {
    const fault = faultOf(error, folder)
    if (!fault) throw error
    return refuse(fault)
  }
}

export const makeExample = async (terminal: Terminal): Promise<Outcome> => {
  const folder = folderOf(terminal)
  const entries = countOption(terminal, 'entries')
  const seed = countOption(terminal, 'seed')
  // A key is only ever made for a folder that holds no office: a new one cannot open what an older one closed.
  const key = keyOf(terminal, folder) ?? (existsSync(officeFile(folder)) ? undefined : newKeyIn(folder))
  if (isRefusal(key)) return { fault: key.refused }
  return withOffice(
    terminal,
    async ({ connection }) => {
      const input = { ...(entries === undefined ? {} : { entries }), ...(seed === undefined ? {} : { seed }) }
      const reply = await connection.call({ operation: 'office.example', input, command: crypto.randomUUID() }, shown)
      if (process.stderr.isTTY) process.stderr.write('\n')
      return reply.ok ? { result: { folder, ...(reply.value as object) } } : { fault: reply.fault }
    },
    key,
  )
}
