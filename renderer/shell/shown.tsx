/** Shows the page of a place: loads it when first opened, and says so when there is none or it is not permitted. */
import { createElement, useEffect, useState, type ComponentType } from 'react'
import { FaultNote } from '../ui/fault-note.tsx'
import type { PageEntry, PageProps, Place } from './registers.ts'
import { pageOf, useRegisters } from './registry.tsx'
import { Safe } from './safe.tsx'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

const loaded = new Map<string, ComponentType<PageProps>>()

/**
 * The page's component once it is there; what goes wrong while loading it is thrown where it is shown.
 * Not Suspense: React shows what suspended no sooner than 300 ms after its fallback, however quickly it came.
 */
const useLoaded = (page: PageEntry): ComponentType<PageProps> | undefined => {
  const [, setArrived] = useState<string>()
  const known = loaded.get(page.name)
  useEffect(() => {
    if (loaded.has(page.name)) return undefined
    let isWanted = true
    const arrive = (component: ComponentType<PageProps>) => {
      loaded.set(page.name, component)
      if (isWanted) setArrived(page.name)
    }
    const fail = (problem: unknown) => {
      if (isWanted)
        setArrived(() => {
          throw problem
        })
    }
    page.load().then(arrive, fail)
    return () => {
      isWanted = false
    }
  }, [page])
  return known
}

/** A record opened beside its list (`id`) leaves the list as it stands: its scroll, its filter, its chosen row. */
const keyOf = (page: PageEntry, { params }: Place): string => {
  const told = Object.entries(params).filter(([name]) => name !== 'id' || page.isHidden === true)
  return `${page.name} ${JSON.stringify(told)}`
}

/**
 * Where the hands land on a page that did not place them itself: the list it is about, else its first field, else its
 * table. In a field that only narrows a list, the list's own keys would be typed.
 */
export const land = () => {
  const page = document.querySelector('.frame-page')
  // A rail button that was clicked must not keep the keys; a field or a sheet that took them does.
  if (document.activeElement?.closest('.frame-page, [role=dialog]')) return
  const first = [
    '.table-body[data-land]',
    '.page-body input:not([disabled])',
    '.table-body',
    '.page-body button:not([disabled])',
  ]
    .flatMap((kind) => [...(page?.querySelectorAll<HTMLElement>(kind) ?? [])])
    .find((stop) => stop.checkVisibility())
  first?.focus()
}

const Loaded = ({ page, place }: { page: PageEntry; place: Place }) => {
  const { t } = useWords()
  const component = useLoaded(page)
  const isThere = component !== undefined
  useEffect(() => {
    if (!isThere) return undefined
    const soon = requestAnimationFrame(land)
    return () => cancelAnimationFrame(soon)
  }, [isThere])
  return component === undefined ? (
    <p className="shown-wait">{t('ui.loading')}</p>
  ) : (
    createElement(component, { params: place.params })
  )
}

export const Shown = ({ place }: { place: Place }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const page = pageOf(useRegisters(), place.page)
  if (page === undefined) return <FaultNote fault={{ code: 'not-found', what: place.page, id: '' }} />
  if (!may(page.permission))
    return <p className="shown-wait">{t(me.person.roles.length === 0 ? 'nav.no-role' : 'nav.no-access')}</p>
  return (
    <Safe key={keyOf(page, place)}>
      <Loaded page={page} place={place} />
    </Safe>
  )
}
