/** The registers at the side, each with its number, and the pages of the one that is open. */
import { KeyCap } from '../ui/key-cap.tsx'
import { useOpen } from './open-page.ts'
import { usePlaces } from './places.tsx'
import { RailPages } from './rail-pages.tsx'
import { registerOfPage, useRegisters } from './registry.tsx'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

export const SideRail = () => {
  const { t } = useWords()
  const { may } = useSession()
  const { place } = usePlaces()
  const open = useOpen()
  const registers = useRegisters()
  const current = registerOfPage(registers, place.page)
  const shown = registers
    .map((register) => ({
      ...register,
      pages: register.pages.filter((page) => page.isHidden !== true && may(page.permission)),
    }))
    .filter((register) => register.pages.length > 0)
  return (
    <nav className="rail" aria-label={t('app.name')}>
      <div className="rail-brand" aria-hidden="true">
        <span className="brand-seal">印</span>
        <span className="rail-text">{t('app.name')}</span>
      </div>
      <ul>
        {shown.map((register, index) => {
          const isOpen = register.name === current?.name
          const first = register.pages[0]
          return (
            <li key={register.name}>
              <button
                type="button"
                className={`plain rail-item${isOpen ? ' is-open' : ''}`}
                aria-current={isOpen ? 'page' : undefined}
                title={t(register.title)}
                data-register={register.name}
                onClick={() => first !== undefined && open(first.name)}
              >
                <span className="rail-icon">{register.icon}</span>
                <span className="rail-text">{t(register.title)}</span>
                {index < 9 && <KeyCap name={`Alt+${index + 1}`} />}
              </button>
              {isOpen && register.pages.length > 1 && <RailPages pages={register.pages} current={place.page} />}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
