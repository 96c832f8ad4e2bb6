/** The pages of the open register as a strip, where the window is too narrow to show them at the side. */
import { useOpen } from './open-page.ts'
import { usePlaces } from './places.tsx'
import { registerOfPage, useRegisters } from './registry.tsx'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

export const SubPages = () => {
  const { t } = useWords()
  const { may } = useSession()
  const { place } = usePlaces()
  const open = useOpen()
  const register = registerOfPage(useRegisters(), place.page)
  const pages = register?.pages.filter((page) => page.isHidden !== true && may(page.permission)) ?? []
  if (register === undefined || pages.length < 2) return null
  return (
    <nav className="sub-pages" aria-label={t(register.title)}>
      {pages.map((page) => (
        <button
          key={page.name}
          type="button"
          className={`plain rail-page${page.name === place.page ? ' is-open' : ''}`}
          onClick={() => open(page.name)}
        >
          {t(page.title)}
        </button>
      ))}
    </nav>
  )
}
