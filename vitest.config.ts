/**
 * Tests that need nothing but this repository: fast ones and end-to-end ones against the built CLI.
 * Foreign clients have a configuration of their own (`vitest.interop.config.ts`).
 *
 * @module
 */
import { defineConfig } from 'vitest/config'
import { buildKernel } from './local-chain/yuma/build-kernel.mjs'

// Tests run from the sources, which import the compiled kernel.
await buildKernel()

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**'],
    disableConsoleIntercept: true,
    // Most of the time goes to processes that tests start; a worker for each core keeps both busy.
    maxWorkers: '100%',
    // An end-to-end case starts several processes, each of them seconds on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/count-reporter.ts'],
  },
})
