/** The bridge: lets the page call the contract's operations by name, and nothing else, over its line to the engine. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, BridgeEvent, Reply } from '../../shared/api/bridge.ts'
import { openLine } from './line.ts'

/** Put in by the build from the contract (vite.config.ts), so that the page's side need not load every schema. */
declare const OPERATION_NAMES: readonly string[]

const listeners = new Set<(event: BridgeEvent) => void>()
const tell = (event: BridgeEvent) => listeners.forEach((listener) => listener(event))
const line = openLine(tell)
ipcRenderer.on('line', (event) => event.ports[0] !== undefined && line.connect(event.ports[0]))
ipcRenderer.on('event', (_event, told: BridgeEvent) => tell(told))
ipcRenderer.send('line')

const bridge: Bridge = {
  operations: OPERATION_NAMES,
  call: (operation, input, command): Promise<Reply> => {
    if (OPERATION_NAMES.includes(operation)) return line.call(operation, input, command)
    return Promise.resolve({ ok: false, fault: { code: 'unknown-operation', operation } })
  },
  onEvent: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  shell: {
    state: () => ipcRenderer.invoke('state'),
    openFile: (title, kinds) => ipcRenderer.invoke('openFile', title, kinds),
    saveFile: (name, bytes) => ipcRenderer.invoke('saveFile', name, bytes),
    printPdf: (name, bytes) => ipcRenderer.invoke('printPdf', name, bytes),
    setLanguage: (language) => ipcRenderer.invoke('setLanguage', language),
    setTheme: (theme) => ipcRenderer.invoke('setTheme', theme),
  },
}
contextBridge.exposeInMainWorld('sealbook', bridge)
