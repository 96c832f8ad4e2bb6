/** Giving an item its picture: a file is made small, kept as an attachment of the item, and named in the item's entry. */
import { bridge } from '../../shell/bridge.ts'
import { call, type Answer, type DeskFault } from '../../shell/call.ts'
import { keepFile } from '../../attachments/transfer.ts'

/** Pixels of the longer side: enough to tell a thing by, and small enough to be shown in a list of hundreds. */
const longest = 480
const quality = 0.85

const small = async (bytes: Uint8Array): Promise<Uint8Array | undefined> => {
  const picture = await createImageBitmap(new Blob([bytes.slice()])).catch(() => undefined)
  if (picture === undefined) return undefined
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  )
  const pen = canvas.getContext('2d')
  if (pen === null) return undefined
  // What a picture leaves clear is white on paper and on screen.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const made = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return new Uint8Array(await made.arrayBuffer())
}

const refused = (fault: DeskFault): Answer<never> => ({ ok: false, fault })

/** @returns undefined where no file was chosen */
export const takePicture = async (
  item: { id: string; name: string },
  heads: string[],
  title: string,
): Promise<Answer<unknown> | undefined> => {
  const file = await bridge().shell.openFile(title, ['png', 'jpg', 'jpeg'])
  if (file === undefined) return undefined
  const bytes = await small(file.bytes)
  if (bytes === undefined) return refused({ code: 'not-a-picture', name: file.name })
  const kept = await keepFile(
    { name: `${item.name}.jpg`, bytes },
    { kind: 'photo', of: { type: 'supply_item', subject: item.id } },
  )
  // The same picture was there before: it is named again.
  const id = kept.ok ? kept.value.id : kept.fault.code === 'attachment-there' ? kept.fault.id : undefined
  if (id === undefined) return kept
  return call('supplies.changeItem', { id: item.id, picture: id, basedOn: heads })
}
