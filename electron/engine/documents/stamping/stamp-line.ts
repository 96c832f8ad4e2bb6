/** The line to stamping: a foreign file is read in a thread of its own, bounded in time and memory, never in the engine. */
import { refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { isRefusal } from '../../../../shared/api/fault.ts'
import { askWorker } from '../press-line.ts'
import type { StampedFile, StampOrder } from './stamp-file.ts'

/** A sound file takes seconds; a machine that does ten other things shall not have it refused. */
const longestMs = 120_000
const mostMegabytes = 1024

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Stamps a file in a worker.
 * @returns `pdf-unfit` where the file takes longer or more memory than one that is meant to be read
 */
export const stampInWorker = async (
  font: string,
  file: Buffer,
  order: StampOrder,
  signal: AbortSignal,
): Promise<StampedFile | Refusal> => {
  const limit = AbortSignal.timeout(longestMs)
  try {
    const said = await askWorker(
      { wants: 'stamp', font, file, order },
      (answer) => (answer.said === 'stamped' ? answer : undefined),
      { signal: AbortSignal.any([signal, limit]), megabytes: mostMegabytes },
    )
    if (isRefusal(said.answer)) return said.answer
    const { pdf } = said.answer
    return { ...said.answer, pdf: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength) }
  } catch (error) {
    if (signal.aborted) throw error
    if (limit.aborted) return refuse({ code: 'pdf-unfit', name: order.name, why: 'too-slow' })
    if (isOutOfMemory(error)) return refuse({ code: 'pdf-unfit', name: order.name, why: 'too-large' })
    throw error
  }
}
