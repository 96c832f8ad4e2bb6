/** The impression of a seal as an image: never markup in the page, so that nothing in it could ever run. */
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'

/** An address for an image element; SVG goes as text, PNG is Base64 already. */
export const imageAddress = (mediaType: string, data: string): string =>
  mediaType === 'image/png' ? `data:image/png;base64,${data}` : `data:image/svg+xml,${encodeURIComponent(data)}`

export const SealPicture = ({
  impression,
  name,
  isLarge = false,
}: {
  impression: string | undefined
  name: string
  isLarge?: boolean
}) => {
  const { t } = useWords()
  const { data } = useOperation(
    'seals.impression',
    { id: impression ?? '' },
    { enabled: impression !== undefined, subjects: [] },
  )
  return (
    <span className={`seal-picture${isLarge ? ' is-large' : ''}`}>
      {impression === undefined && t('seals.cabinet.no-impression')}
      {data !== undefined && <img src={imageAddress(data.mediaType, data.data)} alt={name} />}
    </span>
  )
}
