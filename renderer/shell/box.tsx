/** The box over any page (Ctrl+K); Esc leaves it, and the page under it is as it was. */
import { Cover } from '../ui/cover.tsx'
import { Finder } from './finder.tsx'
import { useKeys } from './keys.tsx'
import { useWords } from './words.tsx'

const Body = ({ onClose }: { onClose: () => void }) => {
  useKeys({ 'Ctrl+k': onClose })
  return (
    <div className="box-sheet">
      <Finder onLeave={onClose} />
    </div>
  )
}

export const Box = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  return (
    <Cover kind="middle" width={820} label={t('keys.search')} onClose={onClose}>
      <Body onClose={onClose} />
    </Cover>
  )
}
