/**
 * Clocks that make calls wait: the two rate limit maps, the owner's hyperparameter clocks, and the
 * freeze window before an epoch.
 *
 * Source: ../shared/spec/hyperparameters.md sections 1 and 8.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { errors } from './errors.ts'
import type { hyperparameter, rateLimitKey } from './types.ts'

export type RateLimitKey = TypeOf<typeof rateLimitKey>
export type Hyperparameter = TypeOf<typeof hyperparameter>

/** Kinds of TransactionKeyLastBlock, as the chain numbers them. */
export const transactionKey = {
  SetChildren: 0,
  SetChildkeyTake: 1,
  SetWeightsVersionKey: 4,
  MechanismCountUpdate: 7,
  MechanismEmission: 8,
  MaxUidsTrimming: 9,
  TempoUpdate: 11,
} as const
export type TransactionKey = (typeof transactionKey)[keyof typeof transactionKey]

export const NETWORK_LAST_REGISTERED: RateLimitKey = { type: 'NetworkLastRegistered' }

/** Blocks since `last`, saturating: clocks may lie in the future. */
export function blocksSince(ctx: Ctx, last: bigint): bigint {
  const now = BigInt(ctx.blockNumber)
  return now > last ? now - last : 0n
}

/** The common rule of the two maps: passes when nothing is recorded or `limit` blocks went by. */
export function hasPassed(ctx: Ctx, last: bigint, limit: bigint): boolean {
  return last === 0n || blocksSince(ctx, last) >= limit
}

/**
 * The rule of TxRateLimit and TxDelegateTakeRateLimit, which wait one block longer.
 *
 * @returns whether the call must wait
 */
export function exceedsTxRateLimit(ctx: Ctx, last: bigint, limit: bigint): boolean {
  return limit !== 0n && last !== 0n && blocksSince(ctx, last) <= limit
}

// ---------------------------------------------------------------- LastRateLimitedBlock

export function lastRateLimitedBlock(ctx: Ctx, key: RateLimitKey): bigint {
  return ctx.storage.subtensor.lastRateLimitedBlock.get(key)
}

/** Records this block. */
export function markRateLimited(ctx: Ctx, key: RateLimitKey): void {
  ctx.storage.subtensor.lastRateLimitedBlock.set(key, BigInt(ctx.blockNumber))
}

// ---------------------------------------------------------------- TransactionKeyLastBlock

export function lastTransactionBlock(
  ctx: Ctx,
  account: AccountId,
  netuid: number,
  kind: TransactionKey,
): bigint {
  return ctx.storage.subtensor.transactionKeyLastBlock.get(account, netuid, kind)
}

/** Records this block. */
export function markTransaction(
  ctx: Ctx,
  account: AccountId,
  netuid: number,
  kind: TransactionKey,
): void {
  ctx.storage.subtensor.transactionKeyLastBlock.set(account, netuid, kind, BigInt(ctx.blockNumber))
}

// ---------------------------------------------------------------- owners

/** One clock that a subnet owner's call waits for; root neither waits nor records. */
export type OwnerClock =
  | { readonly hyperparameter: Hyperparameter }
  | { readonly transaction: TransactionKey }

/** Blocks that an owner waits between two calls on the same clock. */
function ownerLimit(ctx: Ctx, netuid: number, clock: OwnerClock): bigint {
  const s = ctx.storage.subtensor
  if ('hyperparameter' in clock) {
    return BigInt(s.tempo.get(netuid)) * BigInt(s.ownerHyperparamRateLimit.get())
  }
  const fast = ctx.profile === 'fast'
  switch (clock.transaction) {
    case transactionKey.SetWeightsVersionKey:
      return BigInt(s.tempo.get(netuid)) * s.weightsVersionKeyRateLimit.get()
    case transactionKey.MechanismCountUpdate:
    case transactionKey.MechanismEmission:
      return fast ? 1n : 7_200n
    case transactionKey.MaxUidsTrimming:
      return fast ? 1n : 216_000n
    case transactionKey.TempoUpdate:
      return 360n
    default:
      return 0n
  }
}

function hyperparameterKey(netuid: number, name: Hyperparameter): RateLimitKey {
  return { type: 'OwnerHyperparamUpdate', value: [netuid, name] }
}

/** @throws TxRateLimitExceeded  the owner changed this parameter too few blocks ago */
export function ensureOwnerClock(
  ctx: Ctx,
  owner: AccountId,
  netuid: number,
  clock: OwnerClock,
): void {
  const last =
    'hyperparameter' in clock
      ? lastRateLimitedBlock(ctx, hyperparameterKey(netuid, clock.hyperparameter))
      : lastTransactionBlock(ctx, owner, netuid, clock.transaction)
  if (!hasPassed(ctx, last, ownerLimit(ctx, netuid, clock))) throw errors.TxRateLimitExceeded
}

export function markOwnerClock(
  ctx: Ctx,
  owner: AccountId,
  netuid: number,
  clock: OwnerClock,
): void {
  if ('hyperparameter' in clock) {
    markRateLimited(ctx, hyperparameterKey(netuid, clock.hyperparameter))
  } else {
    markTransaction(ctx, owner, netuid, clock.transaction)
  }
}

// ---------------------------------------------------------------- the freeze window

const U64_MAX = (1n << 64n) - 1n

/** Blocks until the next automatic epoch; u64's maximum where tempo 0 stops epochs. */
export function blocksUntilAutoEpoch(ctx: Ctx, netuid: number): bigint {
  const s = ctx.storage.subtensor
  const tempo = s.tempo.get(netuid)
  if (tempo === 0) return U64_MAX
  const next = s.lastEpochBlock.get(netuid) + BigInt(tempo)
  const now = BigInt(ctx.blockNumber)
  return next > now ? next - now : 0n
}

/** Whether hyperparameters may not change because an epoch is near. */
export function isInFreezeWindow(ctx: Ctx, netuid: number): boolean {
  const s = ctx.storage.subtensor
  if (s.tempo.get(netuid) === 0) return false
  if (s.pendingEpochAt.get(netuid) > BigInt(ctx.blockNumber)) return true
  return blocksUntilAutoEpoch(ctx, netuid) < BigInt(s.adminFreezeWindow.get())
}

/** @throws AdminActionProhibitedDuringWeightsWindow  for owner and root alike */
export function ensureOutsideFreezeWindow(ctx: Ctx, netuid: number): void {
  if (isInFreezeWindow(ctx, netuid)) throw errors.AdminActionProhibitedDuringWeightsWindow
}
