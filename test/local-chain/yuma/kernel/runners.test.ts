/**
 * Goal: a difference between kernel and reference would be seen, and the setting changes who computes,
 * not what comes out. Method: results with one field altered; one chain in each mode.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { createChain } from '../../../../local-chain/index.ts'
import {
  EPOCH_MODES,
  epochMechanism,
  epochWithMechanisms,
  firstDifference,
  kernelMechanism,
  mechanismRunner,
  U16Pairs,
} from '../../../../local-chain/yuma/index.ts'
import { goldenLargeInput } from '../generated-epochs.ts'

const EMISSION = 148_000_000_000n
const input = goldenLargeInput({ n: 12, nv: 4, yuma3: true, liquidAlpha: true, seed: 3 })

describe('firstDifference', () => {
  const expected = epochMechanism(input, 0, EMISSION)
  const [first] = expected.terms

  it.each<[string, object]>([
    ['hotkey', { hotkey: 77 }],
    ['uid', { uid: 1 }],
    ['dividend', { dividend: (first?.dividend ?? 0) + 1 }],
    ['incentive', { incentive: 1 }],
    ['consensus', { consensus: 1 }],
    ['validatorTrust', { validatorTrust: (first?.validatorTrust ?? 0) - 1 }],
    ['stakeWeight', { stakeWeight: 0 }],
    ['serverEmission', { serverEmission: 1n }],
    ['validatorEmission', { validatorEmission: (first?.validatorEmission ?? 0n) + 1n }],
    ['emission', { emission: 0n }],
    ['stake', { stake: 0n }],
    ['active', { active: false }],
    ['newValidatorPermit', { newValidatorPermit: false }],
    ['bond', { bond: U16Pairs.of([...(first?.bond ?? [])].reverse()) }],
    ['bond', { bond: U16Pairs.empty }],
  ])('sees another %s', (field, change) => {
    const [head, ...rest] = kernelMechanism(input, 0, EMISSION).terms
    if (head === undefined) throw new Error('no neuron')
    const found = { ...expected, terms: [{ ...head, ...change }, ...rest] }
    expect(firstDifference(found, expected)).toMatch(new RegExp(`^uid 0, ${field}: `))
  })

  it('sees a missing neuron', () => {
    const found = { ...expected, terms: expected.terms.slice(1) }
    expect(firstDifference(found, expected)).toBe('11 neurons, not 12')
  })

  it('is silent about equal results', () => {
    expect(firstDifference(kernelMechanism(input, 0, EMISSION), expected)).toBeUndefined()
  })
})

describe('the epoch setting', () => {
  it.each(EPOCH_MODES)('%s gives what the reference gives', (mode) => {
    const { writes, hotkeyEmission } = epochWithMechanisms(input, EMISSION, mechanismRunner(mode))
    const reference = epochWithMechanisms(input, EMISSION, epochMechanism)
    expect(writes).toEqual(reference.writes)
    expect(hotkeyEmission).toEqual(reference.hotkeyEmission)
  })

  it('leaves the same chain behind in every mode', async () => {
    const hashes: string[] = []
    for (const epoch of EPOCH_MODES) {
      const chain = await createChain({ epoch, mode: { type: 'manual' } })
      // Subnet 1 of a new chain has an epoch every 100 blocks.
      hashes.push((await chain.advance(205)).hash)
      await chain.close()
    }
    expect(new Set(hashes).size).toBe(1)
  })
})
