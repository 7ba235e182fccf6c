/** Goal: the command reference is what the commands say. Method: the generator in its checking mode. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { ensureBuilt } from '../scripts/build.mjs'

it('the generated command reference is up to date', async () => {
  await ensureBuilt()
  const args = ['scripts/run-ts.mjs', 'scripts/docs.ts', '--check']
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
})
