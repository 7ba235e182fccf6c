/**
 * Goal: values out of bounds are refused without a trace, and the calls that do more than set a value
 * do it.
 *
 * @module
 */

import { describe, expect, it } from 'vitest'
import { type Origin, ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { U16Pairs } from '../../../../../local-chain/frame/u16-pairs.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/admin-utils/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/admin-utils/errors.ts'
import { errors as subtensorErrors } from '../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { subnetAccountId } from '../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { eventNames, expectNoop, type TestChain } from '../../../../support/runtime.ts'
import {
  miner,
  minerHotkey,
  NETUID,
  otherHotkey,
  owner,
  withSubnet,
} from '../subtensor/subnets/subnet-chain.ts'

type CallKey = keyof typeof calls
const asOwner = signed(owner)

function openChain(): TestChain {
  const chain = withSubnet()
  chain.ctx.storage.subtensor.adminFreezeWindow.set(0)
  chain.ctx.storage.subtensor.subnetworkN.set(NETUID, 100)
  chain.commit()
  return chain
}

function run(chain: TestChain, key: CallKey, args: object, origin: Origin = ROOT): void {
  calls[key].run(chain.ctx, origin, { netuid: NETUID, ...args } as never)
}

const ONE = 1n << 64n

/** Call, refused value, failure; the value next to it passes where one is given. */
const refusals: [CallKey, object, { message: string }, object?][] = [
  ['sudoSetMaxAllowedUids', { maxAllowedUids: 63 }, errors.MaxAllowedUidsLessThanMinAllowedUids],
  [
    'sudoSetMaxAllowedUids',
    { maxAllowedUids: 99 },
    errors.MaxAllowedUIdsLessThanCurrentUIds,
    { maxAllowedUids: 100 },
  ],
  [
    'sudoSetMaxAllowedUids',
    { maxAllowedUids: 257 },
    errors.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
    { maxAllowedUids: 256 },
  ],
  [
    'sudoSetActivityCutoff',
    { activityCutoff: 359 },
    subtensorErrors.ActivityCutoffTooLow,
    { activityCutoff: 360 },
  ],
  [
    'sudoSetMinBurn',
    { minBurn: 1_000_000_000n },
    errors.ValueNotInBounds,
    { minBurn: 999_999_999n },
  ],
  ['sudoSetMaxBurn', { maxBurn: 100_000_000n }, errors.ValueNotInBounds, { maxBurn: 100_000_001n }],
  [
    'sudoSetMaxAllowedValidators',
    { maxAllowedValidators: 257 },
    errors.MaxValidatorsLargerThanMaxUIds,
    { maxAllowedValidators: 256 },
  ],
  [
    'sudoSetCommitRevealWeightsInterval',
    { interval: 101n },
    subtensorErrors.RevealPeriodTooLarge,
    { interval: 100n },
  ],
  [
    'sudoSetCommitRevealWeightsInterval',
    { interval: 0n },
    subtensorErrors.RevealPeriodTooSmall,
    { interval: 1n },
  ],
  ['sudoSetOwnerImmuneNeuronLimit', { immuneNeurons: 0 }, subtensorErrors.InvalidValue],
  [
    'sudoSetOwnerImmuneNeuronLimit',
    { immuneNeurons: 11 },
    subtensorErrors.InvalidValue,
    { immuneNeurons: 10 },
  ],
  [
    'sudoSetMinAllowedUids',
    { minAllowedUids: 256 },
    errors.MinAllowedUidsGreaterThanMaxAllowedUids,
  ],
  [
    'sudoSetMinAllowedUids',
    { minAllowedUids: 100 },
    errors.MinAllowedUidsGreaterThanCurrentUids,
    { minAllowedUids: 99 },
  ],
  ['sudoSetTaoFlowNormalizationExponent', { exponent: ONE - 1n }, errors.InvalidValue],
  [
    'sudoSetTaoFlowNormalizationExponent',
    { exponent: 2n * ONE + 1n },
    errors.InvalidValue,
    { exponent: 2n * ONE },
  ],
  ['sudoSetBurnHalfLife', { burnHalfLife: 0 }, errors.InvalidValue],
  ['sudoSetBurnHalfLife', { burnHalfLife: 36_101 }, errors.InvalidValue, { burnHalfLife: 36_100 }],
  ['sudoSetBurnIncreaseMult', { burnIncreaseMult: ONE - 1n }, errors.InvalidValue],
  [
    'sudoSetBurnIncreaseMult',
    { burnIncreaseMult: 3n * ONE + 1n },
    errors.InvalidValue,
    { burnIncreaseMult: 3n * ONE },
  ],
  ['sudoSetMinChildkeyTakePerSubnet', { take: 11_797 }, errors.InvalidValue, { take: 11_796 }],
  ['sudoSetMaxMechanismCount', { maxMechanismCount: 0 }, subtensorErrors.InvalidValue],
  [
    'sudoSetMaxMechanismCount',
    { maxMechanismCount: 17 },
    subtensorErrors.InvalidValue,
    { maxMechanismCount: 16 },
  ],
  [
    'sudoSetMaxEpochsPerBlock',
    { maxEpochsPerBlock: 0 },
    errors.ValueNotInBounds,
    { maxEpochsPerBlock: 1 },
  ],
  [
    'sudoSetAlphaValues',
    { alphaLow: 2_000, alphaHigh: 3_000 },
    subtensorErrors.LiquidAlphaDisabled,
  ],
  [
    'sudoSetNetworkPowRegistrationAllowed',
    { registrationAllowed: true },
    errors.POWRegistrationDisabled,
  ],
  ['sudoSetTotalIssuance', { totalIssuance: 1n }, errors.Deprecated],
  ['sudoSetMechanismCount', { mechanismCount: 2 }, subtensorErrors.TooManyUIDsPerMechanism],
  ['sudoSetMechanismCount', { mechanismCount: 3 }, subtensorErrors.InvalidValue],
  [
    'sudoSetMechanismCount',
    { netuid: 9, mechanismCount: 1 },
    subtensorErrors.MechanismDoesNotExist,
  ],
  ['sudoSetMechanismEmissionSplit', { maybeSplit: [] }, subtensorErrors.InvalidValue],
  ['sudoSetMechanismEmissionSplit', { maybeSplit: [65_534] }, subtensorErrors.InvalidValue],
  ['sudoSetMechanismEmissionSplit', { maybeSplit: [1, 65_534] }, subtensorErrors.InvalidValue],
]

describe('bounds', () => {
  it.each(refusals)('%s refuses %o', (key, args, failure, next) => {
    const chain = openChain()
    expectNoop(chain, () => run(chain, key, args), failure.message)
    if (next !== undefined) run(chain, key, next)
  })

  it('keeps root out of what is for subnets with a market', () => {
    const chain = openChain()
    for (const [key, args] of [
      ['sudoSetBurnHalfLife', { burnHalfLife: 5 }],
      ['sudoSetBurnIncreaseMult', { burnIncreaseMult: ONE }],
      ['sudoSetOwnerCutEnabled', { enabled: false }],
      ['sudoSetOwnerCutAutoLockEnabled', { enabled: true }],
      ['sudoSetSubnetEmissionEnabled', { enabled: true }],
    ] as const) {
      const body = () => run(chain, key, { netuid: 0, ...args })
      expectNoop(chain, body, errors.NotPermittedOnRootSubnet)
    }
  })

  it('binds owners more tightly than root', () => {
    const chain = openChain()
    const bonds = (origin: Origin) =>
      run(chain, 'sudoSetBondsMovingAverage', { bondsMovingAverage: 975_001n }, origin)
    const steepness = (origin: Origin) =>
      run(chain, 'sudoSetAlphaSigmoidSteepness', { steepness: -1 }, origin)
    expectNoop(chain, () => bonds(asOwner), errors.BondsMovingAverageMaxReached)
    expectNoop(chain, () => steepness(asOwner), errors.NegativeSigmoidSteepness)
    bonds(ROOT)
    steepness(ROOT)
  })

  it('checks alpha values from high to low', () => {
    const chain = openChain()
    chain.ctx.storage.subtensor.liquidAlphaOn.set(NETUID, true)
    const set = (alphaLow: number, alphaHigh: number) =>
      run(chain, 'sudoSetAlphaValues', { alphaLow, alphaHigh })
    expectNoop(chain, () => set(1, 1_637), subtensorErrors.AlphaHighTooLow)
    expectNoop(chain, () => set(1_637, 1_638), subtensorErrors.AlphaLowOutOfRange)
    expectNoop(chain, () => set(1_639, 1_638), subtensorErrors.AlphaLowOutOfRange)
    set(1_638, 1_638)
    expect(chain.ctx.storage.subtensor.alphaValues.get(NETUID)).toEqual([1_638, 1_638])
  })
})

describe('more than a value', () => {
  it('sudo_set_tempo starts counting anew', () => {
    const chain = openChain()
    chain.ctx.blockNumber = 500
    run(chain, 'sudoSetTempo', { tempo: 0 })
    expect(chain.ctx.storage.subtensor.lastEpochBlock.get(NETUID)).toBe(500n)
    expect(chain.ctx.storage.subtensor.tempo.get(NETUID)).toBe(0)
  })

  it("an owner's hotkey changes every 50400 blocks, on one clock for both calls", () => {
    const chain = openChain()
    const s = chain.ctx.storage.subtensor
    run(chain, 'sudoSetSubnetOwnerHotkey', { hotkey: minerHotkey }, asOwner)
    expect(s.subnetOwnerHotkey.get(NETUID)).toBe(minerHotkey)
    chain.ctx.blockNumber = 50_400
    const again = (origin: Origin) => () =>
      run(chain, 'sudoSetSnOwnerHotkey', { hotkey: otherHotkey }, origin)
    for (const origin of [asOwner, ROOT]) {
      expectNoop(chain, again(origin), subtensorErrors.TxRateLimitExceeded)
    }
    expectNoop(chain, again(signed(miner)), 'BadOrigin')
    chain.ctx.blockNumber = 50_401
    const account = subnetAccountId(1)
    const system = () => run(chain, 'sudoSetSnOwnerHotkey', { hotkey: account })
    expectNoop(chain, system, subtensorErrors.CannotUseSystemAccount)
    const unknown = () => run(chain, 'sudoSetSnOwnerHotkey', { netuid: 9, hotkey: otherHotkey })
    expectNoop(chain, unknown, subtensorErrors.SubnetNotExists)
    again(ROOT)()
    expect(s.subnetOwnerHotkey.get(NETUID)).toBe(otherHotkey)
  })

  it('fewer mechanisms forget what the others said, and any change ends a split', () => {
    const chain = openChain()
    const s = chain.ctx.storage.subtensor
    s.subnetworkN.set(NETUID, 1)
    s.maxAllowedUids.set(NETUID, 128)
    run(chain, 'sudoSetMechanismCount', { mechanismCount: 2 })
    run(chain, 'sudoSetMechanismEmissionSplit', { maybeSplit: [1, 65_534] })
    s.weights.set(NETUID + 4096, 0, U16Pairs.of([[0, 1]]))
    s.lastUpdate.set(NETUID + 4096, [5n])
    // The same number again writes nothing.
    run(chain, 'sudoSetMechanismCount', { mechanismCount: 2 })
    expect(s.mechanismEmissionSplit.get(NETUID)).toEqual([1, 65_534])
    run(chain, 'sudoSetMechanismCount', { mechanismCount: 1 })
    expect(s.mechanismEmissionSplit.exists(NETUID)).toBe(false)
    expect(s.weights.exists(NETUID + 4096, 0)).toBe(false)
    expect(s.lastUpdate.exists(NETUID + 4096)).toBe(false)
    run(chain, 'sudoSetMechanismEmissionSplit', { maybeSplit: undefined })
  })

  it('a precompile is told about only when it changes', () => {
    const chain = openChain()
    const toggle = (enabled: boolean) =>
      run(chain, 'sudoToggleEvmPrecompile', { precompileId: 'Alpha', enabled })
    toggle(true)
    expect(eventNames(chain)).toEqual([])
    toggle(false)
    expect(eventNames(chain)).toEqual(['AdminUtils.PrecompileUpdated'])
    expect(chain.ctx.storage.adminUtils.precompileEnable.get('Alpha')).toBe(false)
  })

  it("root's netuid stays frozen once the chain is 91 blocks old", () => {
    const chain = withSubnet()
    const set = () =>
      run(chain, 'sudoSetMaxRegistrationsPerBlock', { netuid: 0, maxRegistrationsPerBlock: 2 })
    chain.ctx.blockNumber = 90
    set()
    chain.ctx.blockNumber = 91
    expectNoop(chain, set, subtensorErrors.AdminActionProhibitedDuringWeightsWindow)
    chain.ctx.storage.subtensor.adminFreezeWindow.set(0)
    set()
  })
})
