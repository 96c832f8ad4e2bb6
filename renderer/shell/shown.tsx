/** Shows the page of a place: loads it when first opened, and says so when there is none or it is not permitted. */
import { Component, createElement, Suspense, use, type ComponentType, type ReactNode } from 'react'
import { FaultNote } from '../ui/fault-note.tsx'
import { faultOf } from './call.ts'
import type { PageEntry, PageProps, Place } from './registers.ts'
import { pageOf, useRegisters } from './registry.tsx'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

const loading = new Map<string, Promise<ComponentType<PageProps>>>()

const load = (page: PageEntry): Promise<ComponentType<PageProps>> => {
  const known = loading.get(page.name)
  if (known !== undefined) return known
  const begun = page.load()
  loading.set(page.name, begun)
  return begun
}

const Loaded = ({ page, place }: { page: PageEntry; place: Place }) =>
  createElement(use(load(page)), { params: place.params })

/** A page that breaks is told on screen; the frame and everything typed elsewhere stay. */
class Safe extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }
  static getDerivedStateFromError = (error: unknown) => ({ error })
  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <div className="shown-fault">
        <FaultNote fault={faultOf(this.state.error)} onRetry={() => this.setState({ error: undefined })} />
      </div>
    )
  }
}

export const Shown = ({ place }: { place: Place }) => {
  const { t } = useWords()
  const { may } = useSession()
  const page = pageOf(useRegisters(), place.page)
  if (page === undefined) return <FaultNote fault={{ code: 'not-found', what: place.page, id: '' }} />
  if (!may(page.permission)) return <p className="shown-wait">{t('nav.no-access')}</p>
  return (
    <Safe key={JSON.stringify(place)}>
      <Suspense fallback={<p className="shown-wait">{t('ui.loading')}</p>}>
        <Loaded page={page} place={place} />
      </Suspense>
    </Safe>
  )
}
