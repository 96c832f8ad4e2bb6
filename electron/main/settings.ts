/** What the shell remembers for this machine: language and theme. The office's own settings live in its journal. */
import { app, nativeTheme } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language, Theme } from '../../shared/api/bridge.ts'
import type { Options } from './options.ts'

export type Settings = {
  readonly language: () => Language
  readonly theme: () => Theme
  readonly setLanguage: (language: Language) => void
  readonly setTheme: (theme: Theme) => void
  readonly onLanguage: (listener: (language: Language) => void) => void
}

export function openSettings(options: Options): Settings {
  const path = join(app.getPath('userData'), 'shell.json')
  const kept = readKept(path)
  let language = asLanguage(options.language) ?? asLanguage(kept['language']) ?? machineLanguage()
  let theme = asTheme(kept['theme']) ?? 'system'
  const listeners: ((language: Language) => void)[] = []
  const keep = () => {
    try {
      writeFileSync(path, JSON.stringify({ language, theme }))
    } catch (problem) {
      console.error('The choice holds for this run only:', problem)
    }
  }
  nativeTheme.themeSource = theme
  return {
    language: () => language,
    theme: () => theme,
    setLanguage: (wanted) => {
      language = asLanguage(wanted) ?? language
      keep()
      for (const listener of listeners) listener(language)
    },
    setTheme: (wanted) => {
      theme = asTheme(wanted) ?? theme
      nativeTheme.themeSource = theme
      keep()
    },
    onLanguage: (listener) => void listeners.push(listener),
  }
}

function readKept(path: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** The product speaks Chinese unless this machine's person plainly does not (Chromium takes "none said" for English). */
function machineLanguage(): Language {
  const said = process.platform === 'linux' ? (process.env['LC_ALL'] ?? process.env['LANG'] ?? '') : app.getLocale()
  return said.startsWith('en') ? 'en' : 'zh-CN'
}

function asLanguage(value: unknown): Language | undefined {
  return value === 'zh-CN' || value === 'en' ? value : undefined
}

function asTheme(value: unknown): Theme | undefined {
  return value === 'system' || value === 'light' || value === 'dark' ? value : undefined
}
