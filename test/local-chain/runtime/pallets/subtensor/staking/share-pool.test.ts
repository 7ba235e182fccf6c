/**
 * Goal: share pools in storage follow the chain exactly, operation by operation. Method: recorded
 * sequences against the stake ledger itself, so that key removal and rounding are part of the test.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  fromU64F64,
  type SafeFloat,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/safe-float.ts'
import {
  type SharePoolStore,
  updateAll,
  updateOne,
  worthOf,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/share-pool.ts'
import {
  canIncreaseStake,
  decreaseStake,
  increaseStake,
  increaseStakeForAll,
  nominatorsOn,
  shareOf,
  stakeOf,
  totalColdkeyAlpha,
  totalHotkeyAlpha,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { testAccount, testChain } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'

interface RawFloat {
  mantissa: string
  exponent: number
}
interface RawPool {
  shared_value: string
  denominator: RawFloat
  shares: Record<string, RawFloat>
}
interface Op {
  op: string
  key: string
  delta: string
  times: number
  ops: Op[]
}
interface Case {
  name: string
  initial?: RawPool
  ops: Op[]
  expected: RawPool & { values: Record<string, string> }
}

/** As the chain's storage: a zero is no entry. */
class MemoryPool implements SharePoolStore<string> {
  #value = 0n
  #denominator: SafeFloat = { mantissa: 0n, exponent: 0n }
  readonly shares = new Map<string, SafeFloat>()
  value = () => this.#value
  setValue = (value: bigint) => {
    this.#value = value
  }
  denominator = () => this.#denominator
  setDenominator = (denominator: SafeFloat) => {
    this.#denominator = denominator
  }
  share = (member: string) => this.shares.get(member)
  setShare = (member: string, share: SafeFloat) => {
    if (share.mantissa === 0n) this.shares.delete(member)
    else this.shares.set(member, share)
  }
}

const float = (raw: RawFloat): SafeFloat => ({
  mantissa: BigInt(raw.mantissa),
  exponent: BigInt(raw.exponent),
})
const raw = (x: SafeFloat): RawFloat => ({
  mantissa: x.mantissa.toString(),
  exponent: Number(x.exponent),
})

function apply(pool: MemoryPool, { op, key, delta, times, ops }: Op): void {
  if (op === 'repeat') {
    for (let i = 0; i < times; i++) for (const inner of ops) apply(pool, inner)
    return
  }
  const amount = BigInt(delta)
  if (op === 'update_value_for_one') updateOne(pool, key, amount)
  else if (op === 'update_value_for_all') updateAll(pool, amount)
  else if (op === 'increase_for_coldkey') updateOne(pool, key, amount)
  else if (pool.shares.has(key) && worthOf(pool, key) >= amount) updateOne(pool, key, -amount)
}

describe.skipIf(!hasShared)('share pool (needs ../shared/vectors/staking)', () => {
  const cases = hasShared
    ? sharedJson<{ cases: Case[] }>('vectors/staking/share_pool.json').cases
    : []
  it.each(cases)('$name', (c) => {
    const pool = new MemoryPool()
    if (c.initial !== undefined) {
      pool.setValue(BigInt(c.initial.shared_value))
      pool.setDenominator(float(c.initial.denominator))
      for (const [key, share] of Object.entries(c.initial.shares)) pool.setShare(key, float(share))
    }
    for (const op of c.ops) apply(pool, op)
    const members = Object.keys(c.expected.values)
    expect({
      values: Object.fromEntries(members.map((key) => [key, worthOf(pool, key).toString()])),
      shared_value: pool.value().toString(),
      denominator: raw(pool.denominator()),
      shares: Object.fromEntries([...pool.shares].map(([key, share]) => [key, raw(share)])),
    }).toEqual(c.expected)
  })
})

const hotkey = testAccount(7)
const alice = testAccount(1)
const bob = testAccount(2)
const ONE = { mantissa: 10n ** 21n, exponent: -21n }

describe('the stake ledger', () => {
  it('keeps the first stake one to one and remembers the hotkey once', () => {
    const { ctx } = testChain()
    increaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 5n })
    increaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 5n })
    expect(shareOf(ctx, { hotkey, coldkey: alice, netuid: 1 })).toEqual({
      mantissa: 10n ** 21n,
      exponent: -20n,
    })
    expect(ctx.storage.subtensor.stakingHotkeys.get(alice)).toEqual([hotkey])
    expect(totalHotkeyAlpha(ctx, hotkey, 1)).toBe(10n)
  })

  it('divides what comes for all by shares', () => {
    const { ctx } = testChain()
    increaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 100n })
    increaseStake(ctx, { hotkey, coldkey: bob, netuid: 1, amount: 300n })
    increaseStakeForAll(ctx, hotkey, 1, 400n)
    expect(stakeOf(ctx, { hotkey, coldkey: alice, netuid: 1 })).toBe(200n)
    expect(totalColdkeyAlpha(ctx, bob, 1)).toBe(600n)
    expect(nominatorsOn(ctx, hotkey, 1)).toEqual([alice, bob])
  })

  it('leaves a position alone that holds less than is taken', () => {
    const { ctx } = testChain()
    increaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 100n })
    decreaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 101n })
    decreaseStake(ctx, { hotkey, coldkey: bob, netuid: 1, amount: 1n })
    expect(stakeOf(ctx, { hotkey, coldkey: alice, netuid: 1 })).toBe(100n)
  })

  it('removes every entry with the last share', () => {
    const chain = testChain()
    const { ctx } = chain
    increaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 100n })
    decreaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 100n })
    ctx.storage.subtensor.stakingHotkeys.remove(alice)
    expect(ctx.state.takeDiff()).toEqual([])
  })

  it('sees no shares for a dust amount in a pool that is worth much', () => {
    const { ctx } = testChain()
    expect(canIncreaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 0n })).toBe(true)
    increaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 100n })
    expect(canIncreaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 0n })).toBe(false)
    expect(canIncreaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 1n })).toBe(true)
  })

  it('reads shares of the older maps and moves them to the newer ones when written', () => {
    const { ctx } = testChain()
    const s = ctx.storage.subtensor
    s.alpha.set(hotkey, alice, 1, 5n << 64n)
    s.totalHotkeyShares.set(hotkey, 1, 5n << 64n)
    s.totalHotkeyAlpha.set(hotkey, 1, 10n)
    expect(stakeOf(ctx, { hotkey, coldkey: alice, netuid: 1 })).toBe(10n)
    increaseStake(ctx, { hotkey, coldkey: alice, netuid: 1, amount: 10n })
    expect(s.alpha.exists(hotkey, alice, 1)).toBe(false)
    expect(s.totalHotkeyShares.exists(hotkey, 1)).toBe(false)
    expect(s.alphaV2.get(hotkey, alice, 1)).toEqual({ ...ONE, exponent: -20n })
    expect(s.totalHotkeySharesV2.get(hotkey, 1)).toEqual(fromU64F64(10n << 64n))
  })
})
