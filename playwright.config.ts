/** End-to-end tests in the real app. One worker: a window that shares two cores with another measures the other. */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/desk',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
})
