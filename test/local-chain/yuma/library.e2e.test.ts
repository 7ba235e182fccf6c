/**
 * Goal: the built library is found by its name and says what the recorded epochs say. Method: a bare
 * Node process that imports it, as somebody's script would.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/build.mjs'
import { hasShared, sharedJson, sharedPath } from '../../support/shared.ts'
import type { RecordedStep } from './recorded-epochs.ts'

const SCRIPT = `
import { readFileSync } from 'node:fs'
import { epoch } from '@tao/cli/yuma'
const steps = JSON.parse(readFileSync(process.argv[1], 'utf8'))
console.log(JSON.stringify(steps.map((step) => epoch(step).exact)))
`

beforeAll(async () => {
  await ensureBuilt()
})

describe('@tao/cli/yuma', () => {
  it.skipIf(!hasShared)('runs recorded epochs in a script', () => {
    const path = 'vectors/yuma/golden.json'
    const args = ['--input-type=module', '--eval', SCRIPT, sharedPath(path)]
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(stderr).toBe('')
    const recorded = sharedJson<RecordedStep[]>(path).map(({ exact }) => exact)
    expect(JSON.parse(stdout)).toMatchObject(recorded)
  })

  it('is one small file', () => {
    expect(statSync('dist/yuma.js').size).toBeLessThan(128 * 1024)
  })
})
