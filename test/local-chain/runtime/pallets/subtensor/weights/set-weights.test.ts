/**
 * Goal: weights are stored as the chain stores them, and refused in the chain's order of checks.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { NONE, ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/weights/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import {
  eventNames,
  expectLastEvent,
  expectNoop,
  type TestChain,
} from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import {
  addNeurons,
  hotkeyNumber,
  minerHotkey,
  NETUID,
  ownerHotkey,
  withSubnet,
} from '../subnets/subnet-chain.ts'

/** Three neurons; commit-reveal is off and uid 1 holds a permit. */
function votingSubnet(): TestChain {
  const chain = withSubnet()
  addNeurons(chain, 2)
  const s = chain.ctx.storage.subtensor
  s.commitRevealWeightsEnabled.set(NETUID, false)
  s.validatorPermit.set(NETUID, [false, true, false])
  chain.ctx.blockNumber = 200
  chain.commit()
  return chain
}

const validator = hotkeyNumber(0)

interface Order {
  netuid?: number
  dests?: number[]
  weights?: number[]
  versionKey?: bigint
}

const set = (chain: TestChain, over: Order = {}, hotkey: AccountId = validator) =>
  calls.setWeights.run(chain.ctx, signed(hotkey), {
    netuid: NETUID,
    dests: [2, 0],
    weights: [1, 2],
    versionKey: 0n,
    ...over,
  })

describe('set_weights', () => {
  it("stores the row in the caller's order, upscaled, and touches the clock", () => {
    const chain = votingSubnet()
    set(chain)
    const s = chain.ctx.storage.subtensor
    expect([...s.weights.get(NETUID, 1)]).toEqual([
      [2, 32768],
      [0, 65535],
    ])
    expect(s.lastUpdate.get(NETUID)[1]).toBe(200n)
    expectLastEvent(chain, events.WeightsSet, [NETUID, 1])
  })

  it.skipIf(!hasShared)('upscales every recorded row', () => {
    const { chain_max_upscale: rows } = sharedJson<{
      chain_max_upscale: { in: number[]; out: number[] }[]
    }>('vectors/weights/normalisation.json')
    for (const row of rows) {
      if (row.in.length > 3) continue
      const chain = votingSubnet()
      chain.ctx.storage.subtensor.minAllowedWeights.set(NETUID, 0)
      set(chain, { dests: row.in.map((_, uid) => uid), weights: row.in })
      const stored = chain.ctx.storage.subtensor.weights.get(NETUID, 1)
      expect([...stored].map(([, weight]) => weight)).toEqual(row.out)
    }
  })

  it("lets the owner's hotkey judge, and everybody itself", () => {
    const chain = votingSubnet()
    set(chain, {}, ownerHotkey)
    set(chain, { dests: [2], weights: [5] }, hotkeyNumber(1))
    expect([...chain.ctx.storage.subtensor.weights.get(NETUID, 2)]).toEqual([[2, 65535]])
  })

  it('refuses while weights must be committed, before it looks at the origin', () => {
    const chain = votingSubnet()
    chain.ctx.storage.subtensor.commitRevealWeightsEnabled.remove(NETUID)
    expectNoop(chain, () => set(chain), errors.CommitRevealEnabled)
    const args = { netuid: 9, dests: [], weights: [], versionKey: 0n }
    const unsigned = () => calls.setWeights.run(chain.ctx, NONE, args)
    expectNoop(chain, unsigned, errors.CommitRevealEnabled)
  })

  it('refuses in order, without a trace', () => {
    const chain = votingSubnet()
    const s = chain.ctx.storage.subtensor
    const args = { netuid: NETUID, dests: [0], weights: [1, 2], versionKey: 0n }
    expectNoop(chain, () => calls.setWeights.run(chain.ctx, ROOT, args), 'BadOrigin')

    // Each step mends what the step before was refused for.
    const order: Order = { netuid: 0, dests: [1, 1, 1, 1], weights: [1] }
    const refused = (failure: Parameters<typeof expectNoop>[2], by: AccountId = minerHotkey) =>
      expectNoop(chain, () => set(chain, order, by), failure)
    s.commitRevealWeightsEnabled.set(0, false)
    s.commitRevealWeightsEnabled.set(9, false)
    s.stakeThreshold.set(1n)
    s.weightsVersionKey.set(NETUID, 7n)
    s.validatorPermit.set(NETUID, [])
    s.minAllowedWeights.set(NETUID, 3)
    s.lastUpdate.set(NETUID, [1n, 150n, 1n])
    refused(errors.CanNotSetRootNetworkWeights)
    order.netuid = 9
    refused(errors.WeightVecNotEqualSize)
    order.weights = [1, 1, 1, 1]
    refused(errors.MechanismDoesNotExist)
    order.netuid = NETUID
    refused(errors.UidsLengthExceedUidsInSubNet)
    order.dests = [1, 1]
    order.weights = [1, 1]
    refused(errors.HotKeyNotRegisteredInSubNet)
    refused(errors.NotEnoughStakeToSetWeights, validator)
    s.stakeThreshold.set(0n)
    refused(errors.IncorrectWeightVersionKey, validator)
    order.versionKey = 7n
    refused(errors.SettingWeightsTooFast, validator)
    chain.ctx.blockNumber = 250
    refused(errors.NeuronNoValidatorPermit, validator)
    s.validatorPermit.set(NETUID, [false, true, false])
    refused(errors.DuplicateUids, validator)
    order.dests = [1, 9]
    refused(errors.UidVecContainInvalidOne, validator)
    order.dests = [1, 2]
    refused(errors.WeightVecLengthIsLow, validator)
    s.minAllowedWeights.set(NETUID, 2)
    set(chain, order)
    expect(s.weights.exists(NETUID, 1)).toBe(true)
  })
})

describe('set_mechanism_weights', () => {
  const onMechanism = (chain: TestChain, mecid: number) =>
    calls.setMechanismWeights.run(chain.ctx, signed(validator), {
      netuid: NETUID,
      mecid,
      dests: [0],
      weights: [1],
      versionKey: 0n,
    })

  it('keeps rows and clocks of mechanisms apart', () => {
    const chain = votingSubnet()
    const s = chain.ctx.storage.subtensor
    s.mechanismCountCurrent.set(NETUID, 2)
    set(chain)
    // The second mechanism has no clock yet, so the validator may act at once.
    onMechanism(chain, 1)
    expect([...s.weights.get(NETUID + 4096, 1)]).toEqual([[0, 65535]])
    expect(s.lastUpdate.get(NETUID + 4096)).toEqual([0n, 200n, 0n])
    expectLastEvent(chain, events.WeightsSet, [NETUID + 4096, 1])
    expectNoop(chain, () => onMechanism(chain, 2), errors.MechanismDoesNotExist)
  })
})

describe('batch_set_weights', () => {
  const batch = (chain: TestChain, netuids: number[], count = netuids.length) =>
    calls.batchSetWeights.run(chain.ctx, signed(validator), {
      netuids,
      weights: Array.from({ length: count }, () => [[0, 1] as [number, number]]),
      versionKeys: Array.from({ length: count }, () => 0n),
    })

  it('goes on after a failure and tells at the end', () => {
    const chain = votingSubnet()
    batch(chain, [1, NETUID])
    expect([...chain.ctx.storage.subtensor.weights.get(NETUID, 1)]).toEqual([[0, 65535]])
    expect(eventNames(chain)).toEqual([
      'SubtensorModule.WeightsSet',
      'SubtensorModule.BatchCompletedWithErrors',
      'SubtensorModule.BatchWeightItemFailed',
      'SubtensorModule.BatchWeightsCompleted',
    ])
    expectLastEvent(chain, events.BatchWeightsCompleted, [[1, NETUID], validator])
  })

  it('wants equal lengths', () => {
    const chain = votingSubnet()
    expectNoop(chain, () => batch(chain, [NETUID], 2), errors.InputLengthsUnequal)
  })
})
