/** Unit tests: beside what they test, and the whole-product ones of `tests/` that need no window. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,build,tests}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
    testTimeout: 120_000,
  },
})
