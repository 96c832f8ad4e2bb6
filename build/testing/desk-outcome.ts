/** Playwright's part of the summary. A test that passed only when tried again has failed. */
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { failureLine, leaveOutcome } from './outcome.ts'

const messages = (errors: readonly TestError[]) => errors.map((error) => error.message ?? error.value)

export default class DeskOutcome implements Reporter {
  private passed = 0
  private readonly failures: string[] = []

  onTestEnd(test: TestCase, result: TestResult): void {
    const name = test.titlePath().filter(Boolean).join(' › ')
    if (result.status === 'passed' && result.retry === 0) this.passed += 1
    else
      this.failures.push(
        failureLine(result.status === 'skipped' ? `${name}: did not run` : name, messages(result.errors)),
      )
  }

  onError(error: TestError): void {
    this.failures.push(failureLine('outside of every test', messages([error])))
  }

  onEnd(): Promise<void> {
    return leaveOutcome({ passed: this.passed, failures: this.failures })
  }
}
