/**
 * Tests in which somebody else's software is the judge: unmodified foreign clients against our node.
 * They may install what they need, so they take longer and are run apart.
 *
 * @module
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/interop/**/*.test.ts'],
    passWithNoTests: true,
    disableConsoleIntercept: true,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
    reporters: ['default', './test/support/count-reporter.ts'],
  },
})
