/** What the shell, the engine and the preload script say to each other, message by message. */
import type { SealAlarm } from '../shared/shell/alarm-words.ts'
import type { Language, Reply } from '../shared/api/bridge.ts'

/** First message from the shell to a new engine. Without a key the engine runs and answers every call with the reason. */
export type EngineInit = {
  readonly type: 'init'
  readonly folder: string
  /** 32 bytes in hexadecimal. */
  readonly key: string | undefined
  /** Folder of what the engine reads but does not own: `fonts/NotoSansSC-Regular.ttf` and the like. */
  readonly resources: string
  readonly language: Language
}

/**
 * One window's line to the engine; the message carries its MessagePort. `memo` is what the engine asked the shell to
 * remember for this window, so that a session outlives an engine that died.
 */
export type EngineWindow = { readonly type: 'window'; readonly window: number; readonly memo: unknown }

/** Asks the engine to close its file and end, when the app quits. */
export type EngineClose = { readonly type: 'close' }

/** The shell's answer to `keep-key`: kept, or what the file system said. */
export type EngineKeyKept = { readonly type: 'key-kept'; readonly problem: { readonly code: string } | undefined }

export type ToEngine = EngineInit | EngineWindow | EngineClose | EngineKeyKept

export type FromEngine =
  | { readonly type: 'ready' }
  /** A recovery key that fits; only the shell can reach the system's key ring. */
  | { readonly type: 'keep-key'; readonly key: string }
  | { readonly type: 'remember'; readonly window: number; readonly memo: unknown }
  | { readonly type: 'alarm'; readonly alarms: readonly SealAlarm[] }

/** Over a window's port, page to engine. */
export type Call = {
  readonly id: number
  readonly operation: string
  readonly input: unknown
  readonly command: string
}

/** Over a window's port, engine to page: the answer to a call, or an event (`{ event: … }`). */
export type Answer = { readonly id: number } & Reply
