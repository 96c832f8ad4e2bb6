/** Unit tests: beside what they test, and the whole-product ones of `tests/` that need no window. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,build,tests}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
    // A busy machine is no fault: opening an office in `beforeAll` has taken ten seconds beside other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
