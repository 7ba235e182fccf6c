/**
 * Goal: guards look at stake and clock before a weight call is dispatched, and refuse with the codes
 * that pools show.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import type { RuntimeCallValue } from '../../../../../../local-chain/frame/call-table.ts'
import { type Origin, ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/weights/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import {
  poolCode,
  runGuards,
} from '../../../../../../local-chain/runtime/pallets/subtensor/guards/index.ts'
import { expectNoop, type TestChain } from '../../../../../support/runtime.ts'
import {
  minerHotkey,
  NETUID,
  otherHotkey,
  ownerHotkey,
  withSubnet,
} from '../subnets/subnet-chain.ts'

const CALLS = {
  set_weights: calls.setWeights,
  set_mechanism_weights: calls.setMechanismWeights,
  batch_set_weights: calls.batchSetWeights,
}

function guard(
  chain: TestChain,
  name: keyof typeof CALLS,
  args: RuntimeCallValue['args'],
  origin: Origin = signed(minerHotkey),
): void {
  const call = { palletIndex: 7, pallet: 'SubtensorModule', name, call: CALLS[name], args }
  runGuards(chain.ctx, origin, call)
}

describe('CheckWeights', () => {
  it('asks for stake on every subnet of the call, registered or not', () => {
    const chain = withSubnet()
    chain.ctx.storage.subtensor.stakeThreshold.set(1n)
    const failure = errors.NotEnoughStakeToSetWeights
    expectNoop(chain, () => guard(chain, 'set_weights', { netuid: NETUID }), failure)
    const batch = { netuids: [1, NETUID], weights: [[], []], versionKeys: [0n, 0n] }
    expectNoop(chain, () => guard(chain, 'batch_set_weights', batch), failure)
    guard(chain, 'set_weights', { netuid: NETUID }, signed(ownerHotkey))
    guard(chain, 'set_weights', { netuid: NETUID }, ROOT)
    expect(poolCode(failure)).toBe(1)
  })

  it('compares the lengths of a batch first', () => {
    const chain = withSubnet()
    chain.ctx.storage.subtensor.stakeThreshold.set(1n)
    const batch = { netuids: [NETUID], weights: [], versionKeys: [0n] }
    const body = () => guard(chain, 'batch_set_weights', batch)
    expectNoop(chain, body, errors.InputLengthsUnequal)
    expect(poolCode(errors.InputLengthsUnequal)).toBe(18)
  })
})

describe('CheckRateLimits', () => {
  const args = { netuid: NETUID, mecid: 0 }
  const asOwner = signed(ownerHotkey)

  it("holds weights to the subnet's clock while commit-reveal is off", () => {
    const chain = withSubnet()
    chain.ctx.blockNumber = 100
    guard(chain, 'set_mechanism_weights', args, asOwner)
    chain.ctx.storage.subtensor.commitRevealWeightsEnabled.set(NETUID, false)
    const body = () => guard(chain, 'set_mechanism_weights', args, asOwner)
    expectNoop(chain, body, errors.SettingWeightsTooFast)
    expect(poolCode(errors.SettingWeightsTooFast)).toBe(6)
    chain.ctx.blockNumber = 101
    body()
    // A mechanism that does not exist has no clock that could pass.
    const other = () => guard(chain, 'set_mechanism_weights', { ...args, mecid: 5 }, asOwner)
    expectNoop(chain, other, errors.SettingWeightsTooFast)
  })

  it('leaves hotkeys without a uid to the call', () => {
    const chain = withSubnet()
    chain.ctx.storage.subtensor.commitRevealWeightsEnabled.set(NETUID, false)
    guard(chain, 'set_weights', { netuid: NETUID }, signed(otherHotkey))
  })
})
