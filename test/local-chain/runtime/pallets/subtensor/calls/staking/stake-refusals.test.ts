/**
 * Goal: every other refusal of adding, removing and moving stake, and that none leaves a trace.
 * Method: one small chain per case; state and events are compared before and after.
 *
 * @module
 */
import { describe, it } from 'vitest'
import {
  badOrigin,
  type DispatchFailure,
} from '../../../../../../../local-chain/frame/dispatch-error.ts'
import { NONE, type Origin, ROOT, signed } from '../../../../../../../local-chain/frame/origin.ts'
import type { AnyCall } from '../../../../../../../local-chain/frame/pallet.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/staking/index.ts'
import { errors } from '../../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { errors as swapErrors } from '../../../../../../../local-chain/runtime/pallets/swap/errors.ts'
import { expectNoop, type TestChain } from '../../../../../../support/runtime.ts'
import {
  giveStake,
  hotkey,
  nominator,
  owner,
  secondHotkey,
  setLock,
  stakingChain,
  TAO,
  unknownHotkey,
} from '../../staking/staking-chain.ts'

const position = { hotkey, coldkey: nominator, netuid: 1 }
const PRICE = 500_000_000n

interface Refusal {
  readonly why: string
  readonly call: AnyCall
  readonly args: Record<string, unknown>
  readonly error: DispatchFailure
  readonly origin?: Origin
  readonly before?: (chain: TestChain) => void
}

const disable = (chain: TestChain) => chain.ctx.storage.subtensor.subtokenEnabled.set(1, false)
const withStake = (chain: TestChain) => giveStake(chain, position, 100n * TAO)
const lockAll = (chain: TestChain) => {
  withStake(chain)
  setLock(chain, nominator, 1, 100n * TAO)
}

const add = { hotkey, netuid: 1, amountStaked: TAO, limitPrice: TAO, allowPartial: false }
const remove = {
  hotkey,
  netuid: 1,
  amountUnstaked: 50n * TAO,
  limitPrice: 1n,
  allowPartial: false,
}
const move = {
  originHotkey: hotkey,
  destinationHotkey: secondHotkey,
  hotkey,
  destinationColdkey: owner,
  originNetuid: 1,
  destinationNetuid: 2,
  alphaAmount: 50n * TAO,
  limitPrice: 1n,
  allowPartial: false,
}
const takeOut = { hotkey, amount: TAO, netuid: 1 }

const adding: Refusal[] = [calls.addStake, calls.addStakeLimit].flatMap((call) => [
  { why: 'an unknown subnet', call, args: { ...add, netuid: 9 }, error: errors.SubnetNotExists },
  {
    why: 'a subnet that has not started',
    call,
    args: add,
    error: errors.SubtokenDisabled,
    before: disable,
  },
  {
    why: 'a hotkey without owner',
    call,
    args: { ...add, hotkey: unknownHotkey },
    error: errors.HotKeyAccountNotExists,
  },
])

const removing: Refusal[] = [
  {
    why: 'a subnet that has not started',
    call: calls.removeStake,
    args: remove,
    error: errors.SubtokenDisabled,
    before: disable,
  },
  {
    why: 'an unknown subnet',
    call: calls.removeStake,
    args: { ...remove, netuid: 9 },
    error: errors.SubtokenDisabled,
  },
  {
    why: 'an unknown subnet',
    call: calls.removeStakeLimit,
    args: { ...remove, netuid: 9 },
    error: errors.SubnetNotExists,
  },
  ...[calls.removeStake, calls.removeStakeLimit].map((call) => ({
    why: 'locked stake',
    call,
    args: remove,
    error: errors.StakeUnavailable,
    before: lockAll,
  })),
  {
    why: 'a hotkey without owner that has stake all the same',
    call: calls.removeStake,
    args: { ...remove, hotkey: unknownHotkey },
    error: errors.HotKeyAccountNotExists,
    before: (chain) => giveStake(chain, { ...position, hotkey: unknownHotkey }, 100n * TAO),
  },
  {
    why: 'a subnet account that lacks the TAO',
    call: calls.removeStake,
    args: remove,
    error: errors.InsufficientBalance,
    before(chain) {
      withStake(chain)
      const { subnetTao } = chain.ctx.storage.subtensor
      subnetTao.set(1, subnetTao.get(1) * 1_000n)
    },
  },
  {
    why: 'a position that is empty',
    call: calls.removeStakeFullLimit,
    args: { hotkey, netuid: 1, limitPrice: undefined },
    error: errors.AmountTooLow,
  },
  {
    why: 'a hotkey without owner',
    call: calls.unstakeAll,
    args: { hotkey: unknownHotkey },
    error: errors.HotKeyAccountNotExists,
  },
  {
    why: 'a hotkey without owner',
    call: calls.unstakeAllAlpha,
    args: { hotkey: unknownHotkey },
    error: errors.HotKeyAccountNotExists,
  },
  {
    why: 'nothing that could be unstaked',
    call: calls.unstakeAllAlpha,
    args: { hotkey },
    error: errors.AmountTooLow,
  },
]

const moving: Refusal[] = [
  ...[calls.moveStake, calls.transferStake, calls.swapStake, calls.swapStakeLimit].flatMap(
    (call): Refusal[] => [
      {
        why: 'a destination that does not exist',
        call,
        args: { ...move, destinationNetuid: 9, limitPrice: 0n },
        error: errors.SubnetNotExists,
        before: withStake,
      },
      {
        why: 'an origin that has not started',
        call,
        args: move,
        error: errors.SubtokenDisabled,
        before(chain) {
          withStake(chain)
          disable(chain)
        },
      },
      { why: 'no stake there', call, args: move, error: errors.AmountTooLow },
      {
        why: 'an amount worth no more than the minimum stake',
        call,
        args: { ...move, alphaAmount: 1_000n },
        error: errors.AmountTooLow,
        before: withStake,
      },
      {
        why: 'locked stake',
        call,
        args: { ...move, limitPrice: 0n },
        error: errors.StakeUnavailable,
        before: lockAll,
      },
      {
        why: 'an origin pool that pays nothing out',
        call,
        args: { ...move, limitPrice: 0n },
        error: errors.InsufficientLiquidity,
        before(chain) {
          withStake(chain)
          chain.ctx.storage.subtensor.subnetTao.set(1, 999_999n)
        },
      },
    ],
  ),
  ...[calls.swapStake, calls.swapStakeLimit].map((call) => ({
    why: 'the same subnet',
    call,
    args: { ...move, destinationNetuid: 1 },
    error: errors.SameNetuid,
    before: withStake,
  })),
  {
    why: 'the same hotkey and subnet',
    call: calls.moveStake,
    args: { ...move, destinationHotkey: hotkey, destinationNetuid: 1 },
    error: errors.SameNetuid,
    before: withStake,
  },
  {
    why: 'a destination hotkey without owner',
    call: calls.moveStake,
    args: { ...move, destinationHotkey: unknownHotkey },
    error: errors.HotKeyAccountNotExists,
    before: withStake,
  },
  {
    why: 'a value below the minimum stake within one subnet',
    call: calls.moveStake,
    args: { ...move, destinationNetuid: 1, alphaAmount: 1_000n },
    error: errors.AmountTooLow,
    before: withStake,
  },
  {
    why: 'a subnet that forbids transfers',
    call: calls.transferStake,
    args: move,
    error: errors.TransferDisallowed,
    before(chain) {
      withStake(chain)
      chain.ctx.storage.subtensor.transferToggle.set(2, false)
    },
  },
  {
    why: 'locked alpha for an account that refuses it',
    call: calls.transferStake,
    args: { ...move, destinationNetuid: 1 },
    error: errors.AccountRejectsLockedAlpha,
    before: lockAll,
  },
  {
    why: 'locked alpha for an account whose lock points elsewhere',
    call: calls.transferStake,
    args: { ...move, destinationNetuid: 1 },
    error: errors.LockHotkeyMismatch,
    before(chain) {
      lockAll(chain)
      chain.ctx.storage.subtensor.lock.set(owner, 1, secondHotkey, {
        lockedMass: TAO,
        conviction: 0n,
        lastUpdate: 1n,
      })
    },
  },
  {
    why: 'more than fits under the limit',
    call: calls.swapStakeLimit,
    args: { ...move, limitPrice: PRICE },
    error: errors.SlippageTooHigh,
    before: withStake,
  },
  {
    why: 'a root destination whose origin price is at the limit',
    call: calls.swapStakeLimit,
    args: { ...move, destinationNetuid: 0, limitPrice: PRICE },
    error: swapErrors.PriceLimitExceeded,
    before: withStake,
  },
]

const takingOut: Refusal[] = [calls.recycleAlpha, calls.burnAlpha].flatMap((call): Refusal[] => [
  {
    why: 'an unknown subnet',
    call,
    args: { ...takeOut, netuid: 9 },
    error: errors.SubnetNotExists,
  },
  {
    why: 'root',
    call,
    args: { ...takeOut, netuid: 0 },
    error: errors.CannotBurnOrRecycleOnRootSubnet,
  },
  {
    why: 'a subnet that has not started',
    call,
    args: takeOut,
    error: errors.SubtokenDisabled,
    before: disable,
  },
  {
    why: 'a hotkey without owner',
    call,
    args: { ...takeOut, hotkey: unknownHotkey },
    error: errors.HotKeyAccountNotExists,
  },
  {
    why: 'more than the subnet has outstanding',
    call,
    args: takeOut,
    error: errors.InsufficientLiquidity,
    before(chain) {
      withStake(chain)
      chain.ctx.storage.subtensor.subnetAlphaOut.set(1, TAO - 1n)
    },
  },
  { why: 'locked stake', call, args: takeOut, error: errors.StakeUnavailable, before: lockAll },
])

const burning: Refusal[] = [
  {
    why: 'an unknown subnet',
    call: calls.addStakeBurn,
    args: { hotkey, netuid: 9, amount: TAO, limit: undefined },
    error: errors.SubnetNotExists,
  },
  {
    why: 'root, after the stake was added',
    call: calls.addStakeBurn,
    args: { hotkey, netuid: 0, amount: TAO, limit: undefined },
    error: errors.CannotBurnOrRecycleOnRootSubnet,
  },
  {
    why: 'a limit that not all fits under',
    call: calls.addStakeBurn,
    args: { hotkey, netuid: 1, amount: 100n * TAO, limit: PRICE + 1_000n },
    error: errors.SlippageTooHigh,
  },
]

const unsigned: Refusal[] = Object.values(calls).flatMap((call: AnyCall) =>
  [ROOT, NONE].map((origin) => ({
    why: `${origin.type} instead of a signer`,
    call,
    args: { ...add, ...remove, ...move, ...takeOut, take: 1, limit: undefined },
    error: badOrigin,
    origin,
  })),
)

const named = [...adding, ...removing, ...moving, ...takingOut, ...burning, ...unsigned].map(
  (refusal) => ({ ...refusal, name: nameOf(refusal.call) }),
)

function nameOf(call: AnyCall): string {
  return Object.entries(calls).find(([, other]) => other === call)?.[0] ?? ''
}

describe('a refused stake call leaves storage untouched', () => {
  it.each(named)('$name: $why', ({ call, args, error, origin, before }) => {
    const chain = stakingChain()
    before?.(chain)
    expectNoop(chain, () => call.run(chain.ctx, origin ?? signed(nominator), args), error)
  })
})
