/** What the shell says of this machine (language, theme, folder) and whether the engine is there, kept up to date. */
import { createContext, use, useCallback, useEffect, useState } from 'react'
import type { Language, MenuChoice, ShellState, Theme } from '../../shared/api/bridge.ts'
import { bridge } from './bridge.ts'

export type Machine = ShellState & {
  readonly setLanguage: (language: Language) => void
  readonly setTheme: (theme: Theme) => void
}

export const useMachineState = (): Machine | undefined => {
  const [state, setState] = useState<ShellState>()
  useEffect(() => {
    void bridge().shell.state().then(setState)
    return bridge().onEvent((event) => {
      setState((before) => {
        if (before === undefined) return before
        if (event.event === 'theme') return { ...before, isDark: event.isDark }
        if (event.event === 'key-kept') return { ...before, keyProtection: event.protection }
        if (event.event === 'engine-restarting') return { ...before, isEngineReady: false }
        if (event.event === 'engine-ready') return { ...before, isEngineReady: true }
        return before
      })
    })
  }, [])
  const setLanguage = useCallback((language: Language) => {
    void bridge().shell.setLanguage(language)
    setState((before) => (before === undefined ? before : { ...before, language }))
  }, [])
  const setTheme = useCallback((theme: Theme) => {
    setState((before) => (before === undefined ? before : { ...before, theme }))
    void bridge()
      .shell.setTheme(theme)
      .then(() => bridge().shell.state())
      .then((after) => setState((before) => (before === undefined ? after : { ...before, isDark: after.isDark })))
  }, [])
  return state === undefined ? undefined : { ...state, setLanguage, setTheme }
}

export const MachineContext = createContext<Machine | undefined>(undefined)

export const useMachine = (): Machine => {
  const machine = use(MachineContext)
  if (machine === undefined) throw new Error('The shell has not answered yet.')
  return machine
}

/** Calls back when a menu entry was chosen. */
export const useMenu = (onChoice: (choice: MenuChoice) => void): void => {
  useEffect(
    () =>
      bridge().onEvent((event) => {
        if (event.event === 'menu') onChoice(event.choice)
      }),
    [onChoice],
  )
}
