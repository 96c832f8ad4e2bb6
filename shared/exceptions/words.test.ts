/** Every kind of exception has a name and a sentence in both languages, and every state and register its word. */
import { expect, test } from 'vitest'
import { words } from '../api/words.ts'
import { exceptionKinds, exceptionRegisters, exceptionStates } from '../office/exceptions.ts'

const wanted = [
  ...Object.values(exceptionKinds)
    .flat()
    .flatMap((kind) => [`exception.kind.${kind}`, `exception.text.${kind}`]),
  ...exceptionStates.map((state) => `exceptions.state.${state}`),
  ...exceptionRegisters.map((register) => `exceptions.register.${register}`),
]

test.each(['zh-CN', 'en'] as const)('every kind of exception has its words in %s', (language) => {
  const table: Readonly<Record<string, string>> = words[language]
  expect(wanted.length).toBeGreaterThan(10)
  expect(wanted.filter((key) => (table[key] ?? '') === '')).toEqual([])
})
