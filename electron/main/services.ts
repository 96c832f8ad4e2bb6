/** The shell's few services to the page; each checks who asks and what was sent. */
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, type IpcMainInvokeEvent } from 'electron'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Language, PickedFile, ShellState, Theme } from '../../shared/api/bridge.ts'
import type { Engine } from './engine.ts'
import { isOurPage } from './guard.ts'
import type { Options } from './options.ts'
import { printPdf } from './print.ts'
import type { Settings } from './settings.ts'

type Parts = {
  readonly settings: Settings
  readonly engine: Engine
  readonly options: Options
  readonly keyProtection: () => ShellState['keyProtection']
}

/** A file to import is read whole; the largest ledger we plan for is a tenth of this. */
const largestFileBytes = 512 * 1024 * 1024

export function offerServices({ settings, engine, options, keyProtection }: Parts): void {
  ipcMain.on('line', (event) => {
    if (isOurPage(event)) engine.connect(event.sender)
  })
  offer('state', (): ShellState => ({
    version: app.getVersion(),
    folder: options.folder,
    language: settings.language(),
    theme: settings.theme(),
    isDark: nativeTheme.shouldUseDarkColors,
    keyProtection: keyProtection(),
    isEngineReady: engine.isReady(),
  }))
  offer('openFile', openFile)
  offer('saveFile', saveFile)
  offer('printPdf', (_window, name, bytes) => printPdf(fileName(name), asBytes(bytes)))
  offer('setLanguage', (_window, language) => settings.setLanguage(language as Language))
  offer('setTheme', (_window, theme) => settings.setTheme(theme as Theme))
  nativeTheme.on('updated', () => engine.tell({ event: 'theme', isDark: nativeTheme.shouldUseDarkColors }))
}

type Service = (window: BrowserWindow, ...args: readonly unknown[]) => unknown

function offer(name: string, service: Service): void {
  ipcMain.handle(name, (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isOurPage(event) || window === null) throw new Error('not our page')
    return service(window, ...args)
  })
}

async function openFile(window: BrowserWindow, title: unknown, kinds: unknown): Promise<PickedFile | undefined> {
  const extensions = Array.isArray(kinds) ? kinds.map(String) : []
  const choice = await dialog.showOpenDialog(window, {
    title: String(title),
    properties: ['openFile'],
    filters: extensions.length === 0 ? [] : [{ name: extensions.map((kind) => `.${kind}`).join(' '), extensions }],
  })
  const [path] = choice.filePaths
  if (choice.canceled || path === undefined) return undefined
  if ((await stat(path)).size > largestFileBytes) throw new Error('file-too-large')
  return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
}

async function saveFile(window: BrowserWindow, name: unknown, bytes: unknown): Promise<string | undefined> {
  const content = asBytes(bytes)
  const choice = await dialog.showSaveDialog(window, { defaultPath: fileName(name) })
  if (choice.canceled || choice.filePath === '') return undefined
  await writeFile(choice.filePath, content)
  return choice.filePath
}

/** A name only: what comes from the page does not choose a folder. */
function fileName(name: unknown): string {
  return basename(String(name).replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')).slice(0, 120) || 'sealbook'
}

function asBytes(bytes: unknown): Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw new Error('bytes expected')
  return bytes
}
