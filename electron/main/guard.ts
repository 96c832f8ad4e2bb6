/** What the page may not do: leave, open windows, embed, ask for permissions; and who may ask the shell for anything. */
import { app, session, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { devServer } from './dev-server.ts'
import { origin } from './pages.ts'

export function denyEverythingElse(): void {
  // Chromium refuses its sandbox to root; the set-up says so when it has to start the window this way.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  void app.whenReady().then(() => {
    const { defaultSession } = session
    defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    defaultSession.setPermissionCheckHandler(() => false)
    defaultSession.setDevicePermissionHandler(() => false)
    defaultSession.on('will-download', (event) => event.preventDefault())
    // The spell checker would fetch its dictionaries from a server of Google's.
    defaultSession.setSpellCheckerEnabled(false)
    // Nothing the desk shows comes from a network; the development server is the one exception, on this machine.
    defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  })
}

function mayLoad(url: string): boolean {
  if (/^(app|blob|data|devtools|chrome-extension):/.test(url)) return true
  const server = devServer()
  return server !== undefined && url.replace(/^ws:/, 'http:').startsWith(server)
}

/** Only our own page, in the main frame of a window, is answered. */
export function isOurPage(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null) return false
  // The preload script may be heard a moment before its frame has got its address; the window knows which one it loads.
  const address = frame.url === '' ? event.sender.getURL() : frame.url
  return address.startsWith(`${origin}/`)
}
