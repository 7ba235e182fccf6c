/**
 * Who holds how much alpha behind which hotkey: one share pool per hotkey and subnet.
 *
 * The older maps (U64F64 shares) are read where they still have an entry; any write moves the entry
 * to the newer ones. A new chain never has any.
 *
 * Source: ../shared/spec/staking.md sections 1 and 2.2 (staking/stake_utils.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { fromU64F64, isZero, type SafeFloat } from './safe-float.ts'
import {
  type SharePoolStore,
  updateAll,
  updateOne,
  worthOf,
  wouldGiveShares,
} from './share-pool.ts'

/** One nominator's stake behind one hotkey on one subnet. */
export interface StakePosition {
  readonly hotkey: AccountId
  readonly coldkey: AccountId
  readonly netuid: number
}

/** A position and alpha that is added to or taken from it. */
export interface StakeChange extends StakePosition {
  readonly amount: bigint
}

class StoredPool implements SharePoolStore<AccountId> {
  readonly #ctx: Ctx
  readonly #hotkey: AccountId
  readonly #netuid: number

  constructor(ctx: Ctx, hotkey: AccountId, netuid: number) {
    this.#ctx = ctx
    this.#hotkey = hotkey
    this.#netuid = netuid
  }

  value(): bigint {
    return this.#ctx.storage.subtensor.totalHotkeyAlpha.get(this.#hotkey, this.#netuid)
  }

  setValue(value: bigint): void {
    const { totalHotkeyAlpha } = this.#ctx.storage.subtensor
    if (value === 0n) totalHotkeyAlpha.remove(this.#hotkey, this.#netuid)
    else totalHotkeyAlpha.set(this.#hotkey, this.#netuid, value)
  }

  denominator(): SafeFloat {
    const { totalHotkeyShares, totalHotkeySharesV2 } = this.#ctx.storage.subtensor
    return totalHotkeyShares.exists(this.#hotkey, this.#netuid)
      ? fromU64F64(totalHotkeyShares.get(this.#hotkey, this.#netuid))
      : totalHotkeySharesV2.get(this.#hotkey, this.#netuid)
  }

  setDenominator(denominator: SafeFloat): void {
    const { totalHotkeyShares, totalHotkeySharesV2 } = this.#ctx.storage.subtensor
    totalHotkeyShares.remove(this.#hotkey, this.#netuid)
    if (isZero(denominator)) totalHotkeySharesV2.remove(this.#hotkey, this.#netuid)
    else totalHotkeySharesV2.set(this.#hotkey, this.#netuid, denominator)
  }

  share(coldkey: AccountId): SafeFloat | undefined {
    return shareOf(this.#ctx, { hotkey: this.#hotkey, coldkey, netuid: this.#netuid })
  }

  setShare(coldkey: AccountId, share: SafeFloat): void {
    const { alpha, alphaV2 } = this.#ctx.storage.subtensor
    alpha.remove(this.#hotkey, coldkey, this.#netuid)
    if (isZero(share)) alphaV2.remove(this.#hotkey, coldkey, this.#netuid)
    else alphaV2.set(this.#hotkey, coldkey, this.#netuid, share)
  }
}

/** The share of a position, from either map; undefined when neither has an entry. */
export function shareOf(ctx: Ctx, position: StakePosition): SafeFloat | undefined {
  const { hotkey, coldkey, netuid } = position
  const { alpha, alphaV2 } = ctx.storage.subtensor
  if (alpha.exists(hotkey, coldkey, netuid)) return fromU64F64(alpha.get(hotkey, coldkey, netuid))
  return alphaV2.exists(hotkey, coldkey, netuid) ? alphaV2.get(hotkey, coldkey, netuid) : undefined
}

/** Alpha of a position, floored: it may be a rao or more below what was added. */
export function stakeOf(ctx: Ctx, position: StakePosition): bigint {
  return worthOf(new StoredPool(ctx, position.hotkey, position.netuid), position.coldkey)
}

/** Alpha behind a hotkey on a subnet, of all nominators. */
export function totalHotkeyAlpha(ctx: Ctx, hotkey: AccountId, netuid: number): bigint {
  return ctx.storage.subtensor.totalHotkeyAlpha.get(hotkey, netuid)
}

/** Alpha of a coldkey on a subnet, behind all its hotkeys. */
export function totalColdkeyAlpha(ctx: Ctx, coldkey: AccountId, netuid: number): bigint {
  let total = 0n
  for (const hotkey of ctx.storage.subtensor.stakingHotkeys.get(coldkey)) {
    total += stakeOf(ctx, { hotkey, coldkey, netuid })
  }
  return total
}

/** Whether this much more would give the position any share. */
export function canIncreaseStake(ctx: Ctx, change: StakeChange): boolean {
  return wouldGiveShares(new StoredPool(ctx, change.hotkey, change.netuid), asI64(change.amount))
}

/** Adds alpha to one position. The coldkey remembers the hotkey from then on. */
export function increaseStake(ctx: Ctx, change: StakeChange): void {
  const { hotkey, coldkey, netuid, amount } = change
  if (amount !== 0n) noteStakingHotkey(ctx, coldkey, hotkey)
  updateOne(new StoredPool(ctx, hotkey, netuid), coldkey, asI64(amount))
}

/** Takes alpha from one position; nothing happens when it holds less. Callers check before. */
export function decreaseStake(ctx: Ctx, change: StakeChange): void {
  const { hotkey, coldkey, netuid, amount } = change
  const pool = new StoredPool(ctx, hotkey, netuid)
  if (pool.share(coldkey) === undefined || worthOf(pool, coldkey) < amount) return
  updateOne(pool, coldkey, asI64(-asI64(amount)))
}

/** Adds alpha to everybody behind a hotkey, in proportion: dividends. */
export function increaseStakeForAll(
  ctx: Ctx,
  hotkey: AccountId,
  netuid: number,
  amount: bigint,
): void {
  updateAll(new StoredPool(ctx, hotkey, netuid), asI64(amount))
}

function noteStakingHotkey(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  const { stakingHotkeys } = ctx.storage.subtensor
  const known = stakingHotkeys.get(coldkey)
  if (!known.includes(hotkey)) stakingHotkeys.set(coldkey, [...known, hotkey])
}

/** The chain carries amounts as i64, bit for bit. */
function asI64(amount: bigint): bigint {
  return BigInt.asIntN(64, amount)
}

/** Every share behind a hotkey, of all coldkeys on all subnets. Both maps; the newer one wins. */
export function nominators(
  ctx: Ctx,
  hotkey: AccountId,
): { coldkey: AccountId; netuid: number; share: SafeFloat }[] {
  const { alpha, alphaV2 } = ctx.storage.subtensor
  const newer = alphaV2.entriesOf(hotkey).map(({ keys, value }) => ({
    coldkey: keys[1],
    netuid: keys[2],
    share: value,
  }))
  const older = alpha.entriesOf(hotkey).flatMap(({ keys, value }) => {
    const [, coldkey, netuid] = keys
    return alphaV2.exists(hotkey, coldkey, netuid)
      ? []
      : [{ coldkey, netuid, share: fromU64F64(value) }]
  })
  return [...older, ...newer]
}

/** Coldkeys with a share behind a hotkey on a subnet, ascending. Both maps; the newer one wins. */
export function nominatorsOn(ctx: Ctx, hotkey: AccountId, netuid: number): AccountId[] {
  const { alpha, alphaV2 } = ctx.storage.subtensor
  const found = new Set<AccountId>()
  for (const { keys } of alpha.entriesOf(hotkey)) if (keys[2] === netuid) found.add(keys[1])
  for (const { keys } of alphaV2.entriesOf(hotkey)) if (keys[2] === netuid) found.add(keys[1])
  return [...found].sort()
}
