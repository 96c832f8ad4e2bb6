/** `example`: the example office in an empty folder; its key lies beside it, since there is nothing to protect. */
import { isRefusal } from '../../../shared/api/fault.ts'
import { countOption, folderOf, keyOrNew, withOffice, type Outcome, type Terminal } from './terminal.ts'

const shown = (done: number, total: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${total}`)
}

export const makeExample = async (terminal: Terminal): Promise<Outcome> => {
  const folder = folderOf(terminal)
  const entries = countOption(terminal, 'entries')
  const seed = countOption(terminal, 'seed')
  const key = keyOrNew(terminal, folder)
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
