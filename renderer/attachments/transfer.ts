/** Files over the bridge in parts, both ways, so that no call carries a whole one. */
import type { AttachmentKind, Owner } from '../../shared/attachments/attachment.ts'
import { attachmentLimit, attachmentPart } from '../../shared/attachments/attachment.ts'
import { call, type Answer, type DeskFault } from '../shell/call.ts'
import type { Output } from '../shell/contract.ts'
import { base64Of } from '../tables/base64.ts'
import { bytesOf } from '../ui/printing.ts'

export type LocalFile = { readonly name: string; readonly bytes: Uint8Array }
export type Kept = Output<'attachments.keep'>

const refused = (fault: DeskFault): { ok: false; fault: DeskFault } => ({ ok: false, fault })

const sendParts = async (upload: string, bytes: Uint8Array): Promise<Answer<unknown>> => {
  for (let offset = 0; offset === 0 || offset < bytes.length; offset += attachmentPart) {
    const part = base64Of(bytes.subarray(offset, offset + attachmentPart))
    const answer = await call('attachments.part', { upload, offset, bytes: part })
    if (!answer.ok) return answer
  }
  return { ok: true, value: undefined }
}

/** Sends and keeps one file; once more from its start where the engine was started again meanwhile. */
export const keepFile = async (
  { name, bytes }: LocalFile,
  what: { kind: AttachmentKind; of?: Owner; note?: string },
): Promise<Answer<Kept>> => {
  if (bytes.length > attachmentLimit)
    return refused({ code: 'attachment-too-large', megabytes: attachmentLimit / 1_048_576 })
  const once = async (): Promise<Answer<Kept>> => {
    const upload = crypto.randomUUID()
    const sent = await sendParts(upload, bytes)
    return sent.ok ? call('attachments.keep', { upload, name, ...what }) : sent
  }
  const first = await once()
  return !first.ok && first.fault.code === 'upload-lost' ? once() : first
}

/** The whole content of an attachment. */
export const readAttachment = async (id: string): Promise<Answer<Uint8Array>> => {
  let bytes: Uint8Array | undefined
  let filled = 0
  for (let offset: number | undefined = 0; offset !== undefined;) {
    const answer: Answer<Output<'attachments.bytes'>> = await call('attachments.bytes', { id, offset })
    if (!answer.ok) return answer
    const part = bytesOf(answer.value.bytes)
    bytes ??= new Uint8Array(answer.value.size)
    bytes.set(part, filled)
    filled += part.length
    offset = answer.value.next
  }
  return { ok: true, value: bytes ?? new Uint8Array() }
}

/** SHA-256 in hex; the browser counts it beside the page, from the bytes where they lie. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
