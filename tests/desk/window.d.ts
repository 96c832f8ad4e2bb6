/** What the page in a test has on its window: the same bridge the product uses. */
import type { Bridge } from '../../shared/api/bridge.ts'

declare global {
  var sealbook: Bridge
}
