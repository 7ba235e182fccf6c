/**
 * Goal: the runtime does what the reference chain did. Method: whole recorded blocks are played, and
 * results, events, changed keys, state hashes and API answers must be the same, byte for byte.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareRuntime } from '../../../local-chain/runtime/runtime.ts'
import { replay } from '../../support/replay.ts'
import { hasShared, sharedPath } from '../../support/shared.ts'
import { loadTrace } from '../../support/traces.ts'

const trace = (name: string) => loadTrace(sharedPath(`vectors/traces/${name}.json.gz`))

/** At least one of each kind, whole; only the longest are played in part, to keep this fast. */
const WHOLE: readonly { readonly name: string; readonly until?: number }[] = [
  { name: 'smoke-0' },
  { name: 'smoke-2' },
  { name: 'staking-0' },
  { name: 'subnets-4' },
  { name: 'weights-0' },
  { name: 'misc-0' },
  { name: 'misc-2' },
  { name: 'signed-0' },
  { name: 'signed-2' },
  { name: 'signed-4' },
  { name: 'signed-6' },
  { name: 'deep-smoke-0' },
  { name: 'deep-smoke-2' },
  { name: 'deep-smoke-4' },
  { name: 'deep-smoke-6' },
  { name: 'deep-staking-6' },
  { name: 'deep-subnets-0' },
  { name: 'deep-weights-2' },
  { name: 'deep-misc-0' },
  { name: 'deep-misc-2' },
  { name: 'deep-misc-4' },
  { name: 'deep-misc-6' },
  { name: 'economy-0', until: 200 },
  { name: 'deep-economy-0', until: 200 },
  { name: 'third/author-0' },
  { name: 'third/author-2' },
  { name: 'third/corners-0' },
  { name: 'third/corners-2' },
  { name: 'third/full-0', until: 120 },
  { name: 'third/halving-0' },
  { name: 'third/halving-2' },
  { name: 'third/plain-0' },
  { name: 'third/plain-2' },
  { name: 'third/wide-0' },
]

describe.skipIf(!hasShared)('recorded blocks (skipped without ../shared)', () => {
  beforeAll(prepareRuntime)

  it.each(WHOLE)('plays $name as it was recorded', ({ name, until }) => {
    const report = replay(trace(name), {
      weights: true,
      ...(until === undefined ? {} : { until }),
    })
    expect(report.differences).toEqual([])
    expect(report.blocks).toBeGreaterThan(100)
  })
})
