/** The page's way out: the bridge that the preload script put on the window. */
import type { Bridge } from '../../shared/api/bridge.ts'

declare global {
  var sealbook: Bridge
}

export const bridge = (): Bridge => globalThis.sealbook
