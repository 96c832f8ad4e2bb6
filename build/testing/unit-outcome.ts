/** Vitest's part of the summary: also the faults that belong to no test, such as a worker that died. */
import type { SerializedError } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'
import { failureLine, leaveOutcome } from './outcome.ts'

const messages = (errors: readonly { readonly message?: string; readonly stack?: string }[]) =>
  errors.map((error) => error.stack ?? error.message)

export default class UnitOutcome implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Promise<void> {
    const failures = unhandled.map((error) => failureLine('outside of every test', messages([error])))
    let passed = 0
    for (const module of modules) {
      const file = module.relativeModuleId
      for (const group of [module, ...module.children.allSuites()]) {
        const errors = group.errors()
        if (errors.length > 0) failures.push(failureLine(file, messages(errors)))
      }
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') passed += 1
        else if (result.state === 'failed')
          failures.push(failureLine(`${file} › ${test.fullName}`, messages(result.errors)))
        else failures.push(`${file} › ${test.fullName}: did not run`)
      }
    }
    await leaveOutcome({ passed, failures })
  }
}
