/** The small picture of an item, as its attachment keeps it; nothing where it has none, or where it was erased. */
import { useEffect, useState } from 'react'
import { readAttachment } from '../../attachments/transfer.ts'
import './shelf.css'

/** Pictures that were read, by attachment: their content never changes. */
const read = new Map<string, Promise<string | undefined>>()
const mostKept = 300

const urlOf = (id: string): Promise<string | undefined> => {
  const known = read.get(id)
  if (known) return known
  const made = readAttachment(id).then((answer) =>
    // A blob of this type can only be drawn, whatever its bytes hold.
    answer.ok ? URL.createObjectURL(new Blob([answer.value.slice()], { type: 'image/jpeg' })) : undefined,
  )
  read.set(id, made)
  const [oldest] = read.keys()
  if (read.size > mostKept && oldest !== undefined) {
    void read.get(oldest)?.then((url) => (url === undefined ? undefined : URL.revokeObjectURL(url)))
    read.delete(oldest)
  }
  return made
}

type Props = { readonly id: string | undefined; readonly name: string; readonly size?: 'small' | 'large' }

export const ItemPicture = ({ id, name, size = 'small' }: Props) => {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    let isGone = false
    setUrl(undefined)
    if (id === undefined) return
    void urlOf(id).then((made) => {
      if (!isGone) setUrl(made)
    })
    return () => {
      isGone = true
    }
  }, [id])
  return url === undefined ? null : (
    <img className={`item-picture is-${size}`} src={url} alt={name} data-testid="item-picture" />
  )
}
