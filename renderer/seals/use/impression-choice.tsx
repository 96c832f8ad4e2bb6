/** Choosing an impression image from a file; the engine decides whether it is inert. */
import { Button } from 'antd'
import type { Input } from '../../shell/contract.ts'
import { bridge } from '../../shell/bridge.ts'
import { useWords } from '../../shell/words.tsx'
import { imageAddress } from './impression.tsx'

export type Picture = NonNullable<Input<'seals.register'>['impression']>

/** In pieces, since a call with 200,000 arguments is more than an engine takes. */
const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

const pictureOf = (name: string, bytes: Uint8Array): Picture =>
  /\.svg$/i.test(name)
    ? { mediaType: 'image/svg+xml', data: new TextDecoder().decode(bytes) }
    : { mediaType: 'image/png', data: base64Of(bytes) }

type Props = { readonly value: Picture | undefined; readonly onChange: (picture: Picture) => void }

export const ImpressionChoice = ({ value, onChange }: Props) => {
  const { t } = useWords()
  const choose = async () => {
    const file = await bridge().shell.openFile(t('seals.cabinet.impression'), ['svg', 'png'])
    if (file !== undefined) onChange(pictureOf(file.name, file.bytes))
  }
  return (
    <div className="field span-12">
      <span className="field-label">{t('seals.cabinet.impression')}</span>
      <span className="book-bar">
        {value !== undefined && (
          <span className="seal-picture">
            <img src={imageAddress(value.mediaType, value.data)} alt={t('seals.cabinet.impression')} />
          </span>
        )}
        <Button onClick={() => void choose()} data-testid="seal-impression">
          {t('seals.cabinet.choose-impression')}
        </Button>
      </span>
      <span className="field-hint">{t('seals.cabinet.impression-hint')}</span>
    </div>
  )
}
