/** A signature is cut to its ink. */
import { expect, it } from 'vitest'
import { frameOf } from './signature-picture.ts'

it('finds the frame of what was drawn, and nothing on an empty pad', () => {
  const alpha = new Uint8Array(20)
  expect(frameOf(alpha, 5)).toBeUndefined()
  alpha[6] = 255
  alpha[13] = 1
  expect(frameOf(alpha, 5)).toEqual({ left: 1, top: 1, right: 3, bottom: 2 })
})
