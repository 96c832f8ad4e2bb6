/** End-to-end tests in the real app. One worker to a screen, or a window would take the other's focus; `npm test` runs two screens. */
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
