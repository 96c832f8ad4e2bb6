/** Unit tests: beside what they test, and the whole-product ones of `tests/` that need no window. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,build,tests}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
    setupFiles: 'build/testing/seed.ts',
    // Nothing here is mocked or lies in a module's state, so a worker keeps what it has loaded: a third of the time otherwise,
    // and on a slow machine a hundred and seventy processes to start.
    isolate: false,
    maxWorkers: 2,
    // A busy machine is no fault: opening an office in `beforeAll` has taken ten seconds beside other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
