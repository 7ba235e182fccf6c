/**
 * Goal: trimming keeps the recorded neurons, in their recorded places.
 *
 * @module
 */

import { describe, expect, it } from 'vitest'
import { U16Pairs } from '../../../../../../local-chain/frame/u16-pairs.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import {
  pickNeuronsToTrim,
  trimNeurons,
} from '../../../../../../local-chain/runtime/pallets/subtensor/neurons/trim.ts'
import { expectNoop } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { addNeurons, hotkeyNumber, NETUID, withSubnet } from '../subnets/subnet-chain.ts'

interface TrimCase {
  name: string
  max_n: number
  emission?: number[]
  temporally_immune?: number[]
  immune?: number
  kept_old_uids?: number[]
  emission_after?: number[]
  error?: string
}

describe.skipIf(!hasShared)('recorded trims', () => {
  const cases = hasShared
    ? sharedJson<{ cases: TrimCase[] }>('vectors/subnets/trim_uids.json').cases
    : []

  it('keeps the best, and those that are immune', () => {
    for (const {
      name,
      max_n: max,
      emission,
      temporally_immune: immune,
      kept_old_uids: kept,
    } of cases) {
      if (emission === undefined || kept === undefined) continue
      const candidates = emission.map((amount, uid) => ({
        uid,
        emission: BigInt(amount),
        registeredAt: 0n,
      }))
      const spared = ({ uid }: { uid: number }) => immune?.includes(uid) ?? false
      const removed = pickNeuronsToTrim(candidates, spared, max)
      const left = candidates.map(({ uid }) => uid).filter((uid) => !removed.has(uid))
      expect(left, name).toEqual(kept)
    }
  })

  it('refuses when four of five of the new size are immune', () => {
    for (const { max_n: max, immune, error } of cases) {
      if (immune === undefined) continue
      const candidates = Array.from({ length: 5 }, (_, uid) => ({
        uid,
        emission: 0n,
        registeredAt: 0n,
      }))
      const spared = ({ uid }: { uid: number }) => uid < immune
      const body = () => pickNeuronsToTrim(candidates, spared, max)
      expect(body).toThrow(`SubtensorModule.${error}`)
    }
  })
})

describe('trim', () => {
  /** Uid 0 is the owner's; 1 to 4 are past their immunity. */
  function fiveNeurons() {
    const chain = withSubnet()
    addNeurons(chain, 4)
    const s = chain.ctx.storage.subtensor
    chain.ctx.blockNumber = 10_000
    s.minAllowedUids.set(NETUID, 2)
    s.emission.set(NETUID, [0n, 5n, 1n, 1n, 9n])
    return { chain, s }
  }

  it('moves the rest up, with rows, owners and vectors', () => {
    const { chain, s } = fiveNeurons()
    s.stakeWeight.set(NETUID, [1, 2, 3])
    s.weights.set(
      NETUID,
      4,
      U16Pairs.of([
        [1, 10],
        [2, 20],
        [4, 40],
      ]),
    )
    trimNeurons(chain.ctx, NETUID, 3)
    expect(s.subnetworkN.get(NETUID)).toBe(3)
    expect(s.maxAllowedUids.get(NETUID)).toBe(3)
    // Equal lowest emission: the higher uid goes first, and both had to.
    expect(s.emission.get(NETUID)).toEqual([0n, 5n, 9n])
    expect(s.keys.get(NETUID, 2)).toBe(hotkeyNumber(3))
    expect(s.uids.get(NETUID, hotkeyNumber(3))).toBe(2)
    expect(s.uids.exists(NETUID, hotkeyNumber(1))).toBe(false)
    expect(s.keys.exists(NETUID, 3)).toBe(false)
    expect(s.stakeWeight.get(NETUID)).toEqual([1, 2, 0])
    expect([...s.weights.get(NETUID, 2)]).toEqual([
      [1, 10],
      [2, 40],
    ])
    for (const uid of [0, 1, 2]) {
      expect(s.weights.exists(NETUID, uid)).toBe(true)
      expect(s.bonds.exists(NETUID, uid)).toBe(true)
    }
  })

  it('only lowers the limit when there are few enough', () => {
    const { chain, s } = fiveNeurons()
    trimNeurons(chain.ctx, NETUID, 5)
    expect(s.maxAllowedUids.get(NETUID)).toBe(5)
    expect(s.keys.get(NETUID, 4)).toBeDefined()
  })

  it('refuses without a trace', () => {
    const { chain } = fiveNeurons()
    const trim = (netuid: number, max: number) => () => trimNeurons(chain.ctx, netuid, max)
    expectNoop(chain, trim(9, 3), errors.SubnetNotExists)
    expectNoop(chain, trim(NETUID, 1), errors.InvalidValue)
    expectNoop(chain, trim(NETUID, 257), errors.InvalidValue)
    chain.ctx.blockNumber = 100
    expectNoop(chain, trim(NETUID, 4), errors.TrimmingWouldExceedMaxImmunePercentage)
  })
})
