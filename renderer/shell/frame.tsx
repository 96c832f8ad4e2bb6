/** The desk's frame: registers at the side, the box and the function keys on top, the page, and what stands below. */
import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { KeyCap } from '../ui/key-cap.tsx'
import { Box } from './box.tsx'
import { ExampleBanner } from './example-banner.tsx'
import { actOnKey, KeyScope, useKeys, type KeyActs } from './keys.tsx'
import { KeySheet } from './key-sheet.tsx'
import { useMenu } from './machine.tsx'
import { usePlaces } from './places.tsx'
import { useRegisters } from './registry.tsx'
import { useSession } from './session.tsx'
import { Shown } from './shown.tsx'
import { SideRail } from './side-rail.tsx'
import { SubPages } from './sub-pages.tsx'
import { useWords } from './words.tsx'
import './frame.css'

export const Frame = () => {
  const { t } = useWords()
  const { office, me, may, lock } = useSession()
  const { go, back, place, canGoBack } = usePlaces()
  const registers = useRegisters()
  const [cover, setCover] = useState<'box' | 'keys'>()

  const quick = useMemo(
    () =>
      registers
        .flatMap((register) => register.pages)
        .flatMap((page) => (page.key !== undefined && may(page.permission) ? [{ ...page, key: page.key }] : [])),
    [registers, may],
  )
  const acts = useMemo<KeyActs>(() => {
    const shown = registers.filter((register) =>
      register.pages.some((page) => page.isHidden !== true && may(page.permission)),
    )
    return {
      'Ctrl+d': () => go('desk'),
      'Ctrl+,': () => go('settings'),
      F1: () => setCover('keys'),
      Escape: () => (canGoBack ? back() : false),
      ...Object.fromEntries(quick.map((page) => [page.key, () => go(page.name)])),
      ...Object.fromEntries(
        shown.slice(0, 9).map((register, index) => {
          const first = register.pages.find((page) => page.isHidden !== true && may(page.permission))
          return [`Alt+${index + 1}`, () => (first === undefined ? undefined : go(first.name))]
        }),
      ),
    }
  }, [registers, quick, may, go, back, canGoBack])
  useKeys(acts)
  useKeys({ 'Ctrl+k': () => setCover('box'), 'Ctrl+l': lock }, { isEverywhere: true })
  useMenu(
    useCallback(
      (choice) => {
        if (choice === 'search') setCover('box')
        if (choice === 'keys') setCover('keys')
        if (choice === 'print') actOnKey('Ctrl+p')
        if (choice === 'today') go('desk')
        if (choice === 'settings') go('settings')
      },
      [go],
    ),
  )

  return (
    <div className="frame">
      {office.example === true && <ExampleBanner />}
      <SideRail />
      <header className="topbar">
        <button type="button" className="plain topbar-box" onClick={() => setCover('box')} data-testid="open-box">
          <span>{t('box.placeholder')}</span>
          <KeyCap name="Ctrl+k" />
        </button>
        <nav className="topbar-keys" aria-label={t('keys.title')}>
          {quick.map((page) => (
            <button
              key={page.name}
              type="button"
              className="plain quick"
              onClick={() => go(page.name)}
              data-page={page.name}
            >
              <KeyCap name={page.key} /> <span className="quick-text">{t(page.title)}</span>
            </button>
          ))}
        </nav>
        <span className="topbar-me" title={me.person.roles.map((role) => t(`people.role.${role}`)).join(' · ')}>
          {me.person.name}
        </span>
        <Button
          type="text"
          size="small"
          icon={<LockOutlined />}
          onClick={lock}
          aria-label={t('nav.lock')}
          title={`${t('nav.lock')} Ctrl+L`}
        />
      </header>
      {/* Inert under a cover: a page that comes late must not take the focus from it. */}
      <main className="frame-page" data-page={place.page} inert={cover !== undefined}>
        <KeyScope>
          <SubPages />
          <Shown place={place} />
        </KeyScope>
      </main>
      <footer className="statusbar">
        <span>{office.name}</span>
        <span>{t('nav.saved-here', { desk: office.desk?.letter ?? '' })}</span>
        <span>{office.today}</span>
        <span className="statusbar-keys">
          <KeyCap name="Ctrl+k" /> {t('keys.search')} <KeyCap name="Escape" /> {t('keys.back')} <KeyCap name="F1" />{' '}
          {t('keys.title')}
        </span>
      </footer>
      {cover === 'box' && <Box onClose={() => setCover(undefined)} />}
      {cover === 'keys' && <KeySheet onClose={() => setCover(undefined)} quick={quick} />}
    </div>
  )
}
