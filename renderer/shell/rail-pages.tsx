/** The pages of the open register: those of every day first, the others folded under headings that open with a click. */
import { useState } from 'react'
import type { WordKey } from '../../shared/api/words.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { useOpen } from './open-page.ts'
import type { PageEntry } from './registers.ts'
import { useWords } from './words.tsx'

type Props = { readonly pages: readonly PageEntry[]; readonly current: string }

export const RailPages = ({ pages, current }: Props) => {
  const headings = [...new Set(pages.flatMap(({ under }) => under ?? []))]
  return (
    <ul className="rail-pages">
      {pages
        .filter(({ under }) => under === undefined)
        .map((page) => (
          <RailPage key={page.name} page={page} current={current} />
        ))}
      {headings.map((heading) => (
        <Folded
          key={heading}
          heading={heading}
          pages={pages.filter(({ under }) => under === heading)}
          current={current}
        />
      ))}
    </ul>
  )
}

/** Open while one of its pages is, and where somebody opened it. */
const Folded = ({ heading, pages, current }: Props & { readonly heading: WordKey }) => {
  const { t } = useWords()
  const [isOpened, setIsOpened] = useState(false)
  const isInside = pages.some(({ name }) => name === current)
  const isOpen = isOpened || isInside
  return (
    <li>
      <button
        type="button"
        className="plain rail-page rail-heading"
        aria-expanded={isOpen}
        data-heading={heading}
        onClick={() => setIsOpened((before) => isInside || !before)}
      >
        {t(heading)} <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
      </button>
      {isOpen && (
        <ul className="rail-folded">
          {pages.map((page) => (
            <RailPage key={page.name} page={page} current={current} />
          ))}
        </ul>
      )}
    </li>
  )
}

const RailPage = ({ page, current }: { readonly page: PageEntry; readonly current: string }) => {
  const { t } = useWords()
  const open = useOpen()
  const isOpen = page.name === current
  return (
    <li>
      <button
        type="button"
        className={`plain rail-page${isOpen ? ' is-open' : ''}`}
        aria-current={isOpen ? 'page' : undefined}
        data-page={page.name}
        onClick={() => open(page.name)}
      >
        {t(page.title)} {page.key !== undefined && <KeyCap name={page.key} />}
      </button>
    </li>
  )
}
