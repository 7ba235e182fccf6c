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

/** Series of which every call exists here; the longest are played in part, to keep this fast. */
const WHOLE: readonly { readonly name: string; readonly until?: number }[] = [
  { name: 'smoke-0' },
  { name: 'smoke-2' },
  { name: 'staking-0' },
  { name: 'subnets-4' },
  { name: 'weights-0' },
  { name: 'deep-smoke-0' },
  { name: 'deep-smoke-2' },
  { name: 'deep-smoke-4' },
  { name: 'deep-smoke-6' },
  { name: 'deep-staking-6' },
  { name: 'deep-subnets-0' },
  { name: 'deep-weights-2' },
  { name: 'economy-0', until: 200 },
  { name: 'deep-economy-0', until: 200 },
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

  it.each(['signed-0', 'signed-2', 'signed-4', 'signed-6'])(
    'judges, charges and answers for the extrinsics of %s as recorded',
    (name) => {
      const { differences } = replay(trace(name), { keepGoing: true })
      const missing = differences.filter(({ group }) => group.startsWith('missing '))
      // A block with a call of a pallet that is not here goes on from there without it.
      const incomplete = new Set(missing.map(({ block }) => block))
      const judged = differences.filter(
        ({ block, group }) =>
          /^(crash|validity|queryInfo|queryFeeDetails) /.test(group) ||
          (!incomplete.has(block) && /^(result|event) /.test(group)),
      )
      expect(judged).toEqual([])
    },
  )

  it.each(['deep-misc-0', 'deep-misc-4', 'third/author-2'])(
    'plays crowdloans, leases and limit orders of %s as recorded',
    (name) => {
      const { differences } = replay(trace(name), { keepGoing: true, weights: true })
      expect(
        differences.filter(({ group }) => /Crowdloan|[lL]ease|LimitOrder/.test(group)),
      ).toEqual([])
    },
  )

  it('declares and meters the weights of the batches of misc-0 as recorded', () => {
    const { differences } = replay(trace('misc-0'), { keepGoing: true, weights: true })
    expect(differences.filter(({ group }) => group.startsWith('weight '))).toEqual([])
  })
})
