/** What the page can reach beyond itself: the office's operations, what the engine tells, and the shell's few services. */

export type Language = 'zh-CN' | 'en'
export type Theme = 'system' | 'light' | 'dark'

/** What comes back for a call; `fault` is one of the contract's faults. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: { readonly code: string; readonly [detail: string]: unknown } }

/** What arrives without having been asked for: from the engine (changes, progress) or from the shell about it. */
export type BridgeEvent =
  | { readonly event: 'changed'; readonly subjects: readonly string[] }
  | { readonly event: 'progress'; readonly command: string; readonly done: number; readonly total: number }
  | { readonly event: 'engine-restarting' }
  | { readonly event: 'engine-ready' }
  | { readonly event: 'key-kept'; readonly protection: ShellState['keyProtection'] }
  | { readonly event: 'menu'; readonly choice: MenuChoice }
  | { readonly event: 'theme'; readonly isDark: boolean }

/** Menu entries that the page carries out. */
export type MenuChoice = 'search' | 'today' | 'print' | 'lock' | 'settings' | 'keys'

export type PickedFile = { readonly name: string; readonly bytes: Uint8Array }

export type ShellState = {
  readonly version: string
  readonly folder: string
  readonly language: Language
  readonly theme: Theme
  readonly isDark: boolean
  /** `file`: this machine has no key ring, so the office's key lies beside the data and protects only against a lost disk image of the data alone. */
  readonly keyProtection: 'key-ring' | 'file' | 'unavailable'
  readonly isEngineReady: boolean
}

export type Shell = {
  state(): Promise<ShellState>
  /** Lets the person choose one file; undefined when they chose none. `kinds` are endings without the dot. */
  openFile(title: string, kinds: readonly string[]): Promise<PickedFile | undefined>
  /** Asks where to, writes the bytes, returns the path; undefined when the person chose not to. */
  saveFile(name: string, bytes: Uint8Array): Promise<string | undefined>
  /** Prints a PDF: on the machine's printer where it has one, else in its PDF viewer. Says which. */
  printPdf(name: string, bytes: Uint8Array): Promise<'printer' | 'viewer'>
  setLanguage(language: Language): Promise<void>
  setTheme(theme: Theme): Promise<void>
}

export type Bridge = {
  /** The names of the contract's operations; no other name passes the bridge. */
  readonly operations: readonly string[]
  /** `command` is the caller's own id of this act: a repeat under the same id is answered, not done again. */
  call(operation: string, input: unknown, command: string): Promise<Reply>
  /** Returns a function that stops listening. */
  onEvent(listener: (event: BridgeEvent) => void): () => void
  readonly shell: Shell
}
