/** A row of attachments as pages show it. */
import type { Output } from '../shell/contract.ts'

export type AttachmentRow = Output<'attachments.list'>['rows'][number]

/** `3.2 MB`, `812 kB`; a file of a few bytes shows as 1 kB. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`
