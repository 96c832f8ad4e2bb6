/** The one command a person without root is told: it works on a machine that has neither package lists nor sudo. */
import { expect, it } from 'vitest'
import { commandFor } from './system.ts'

it('is one line that can be pasted, with sudo where there is one', () => {
  expect(commandFor(['libgtk-3-0', 'xvfb'], true)).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 xvfb',
  )
  expect(commandFor(['libgtk-3-0', 'xvfb'], false)).toBe(
    "su -c 'apt-get update && apt-get install -y --no-install-recommends libgtk-3-0 xvfb'",
  )
})
