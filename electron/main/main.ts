/** The shell: puts its parts together, one instance per data folder, and ends cleanly. */
import { app, BrowserWindow } from 'electron'
import { showAlarms } from './alarm.ts'
import { denyEverythingElse } from './guard.ts'
import { findKey, keepKey } from './key.ts'
import { installMenu } from './menu.ts'
import { readOptions } from './options.ts'
import { declareScheme, servePages } from './pages.ts'
import { startEngine, type Engine } from './engine.ts'
import { offerServices } from './services.ts'
import { openSettings } from './settings.ts'
import { openWindow } from './window.ts'

const options = readOptions(process.argv, process.env, app.getPath('appData'))
app.setPath('userData', options.profile)
declareScheme()
denyEverythingElse()

/** The engine's last reply to `close` may be a checkpoint on a slow disk; after this the system ends it. */
const closingTimeMs = 5000

// Electron's own answer is a dialog with a stack trace that stops the whole shell until someone clicks it away.
process.on('uncaughtException', (problem) => console.error('Unexpected in the shell:', problem))

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

function start(): void {
  const settings = openSettings(options)
  let found = findKey(options.folder)
  const engine = startEngine({
    script: options.engineScript,
    init: () => ({
      type: 'init',
      folder: options.folder,
      key: found.key,
      resources: options.resources,
      language: settings.language(),
    }),
    env: options.engineEnv,
    keepKey: (key) => {
      found = keepKey(options.folder, key)
      engine.tell({ event: 'key-kept', protection: found.protection })
    },
    onAlarm: (alarms) => showAlarms(alarms, settings.language(), raiseWindow),
  })
  servePages(options.pages)
  offerServices({ settings, engine, options, keyProtection: () => found.protection })
  installMenu(settings.language())
  settings.onLanguage(installMenu)
  openWindow(options)
  app.on('second-instance', raiseWindow)
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(options)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeEngineBeforeQuitting(engine)
}

function raiseWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return openWindow(options)
  if (window.isMinimized()) window.restore()
  window.focus()
}

function closeEngineBeforeQuitting(engine: Engine): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void engine.close(closingTimeMs).then(() => {
      isClosed = true
      // Not at once: while `will-quit` is still being told, a new quit counts as the old one and is lost with it.
      setImmediate(() => app.quit())
    })
  })
}
