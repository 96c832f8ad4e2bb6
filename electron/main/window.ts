/** The window: sandboxed, isolated, without Node, 1366×768 unless the screen is smaller. */
import { BrowserWindow, screen } from 'electron'
import { devServer } from './dev-server.ts'
import type { Options } from './options.ts'
import { origin } from './pages.ts'

export function openWindow(options: Options): void {
  const { workAreaSize } = screen.getPrimaryDisplay()
  const window = new BrowserWindow({
    width: Math.min(1366, workAreaSize.width),
    height: Math.min(768, workAreaSize.height),
    useContentSize: true,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Sealbook 印簿',
    backgroundColor: '#f7f5f2',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: devServer() !== undefined,
    },
  })
  window.once('ready-to-show', () => window.show())
  // A page that died (out of memory, a driver) is loaded again: nothing it showed was only there.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  void window.loadURL(`${origin}/index.html`)
}
