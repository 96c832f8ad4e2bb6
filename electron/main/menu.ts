/** The menu bar; what it offers the page carries out, but for the edit and window entries that the system knows itself. */
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language, MenuChoice } from '../../shared/api/bridge.ts'
import { shellWords } from '../../shared/shell/words.ts'

export function installMenu(language: Language): void {
  const words = shellWords[language]
  const choose = (label: string, choice: MenuChoice, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: (_item, window) => {
      if (window instanceof BrowserWindow) window.webContents.send('event', { event: 'menu', choice })
    },
  })
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const, label: app.name }] : []),
    {
      label: words.office,
      submenu: [
        choose(words.print, 'print', 'CmdOrCtrl+P'),
        choose(words.lock, 'lock', 'CmdOrCtrl+L'),
        { type: 'separator' },
        choose(words.settings, 'settings', 'CmdOrCtrl+,'),
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'quit' as const, label: words.quit }]),
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        choose(words.search, 'search', 'CmdOrCtrl+K'),
        choose(words.today, 'today', 'CmdOrCtrl+D'),
        { type: 'separator' },
        { role: 'resetZoom', label: words.resetZoom },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    { label: words.help, submenu: [choose(words.keys, 'keys', 'F1')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
