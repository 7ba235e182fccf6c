/**
 * TAO held for a reason: it stays with the account, in its reserved part, and only who held it releases it.
 *
 * Source: pallet_balances `fungible::MutateHold`.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { ensure, token } from '../../../frame/dispatch-error.ts'
import { encode, type TypeOf } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { runtimeHoldReason } from '../../types.ts'
import { minBigint } from '../../u64.ts'
import { mutateAccount } from './account.ts'
import { reducibleBalance } from './ledger.ts'

export type HoldReason = TypeOf<typeof runtimeHoldReason>

/** @throws Token.CannotCreateHold, Token.FundsUnavailable */
export function hold(ctx: Ctx, who: AccountId, reason: HoldReason, amount: bigint): void {
  ensure(amount <= reducibleBalance(ctx, who, 'Protect', true), token('FundsUnavailable'))
  ensure(amount <= reducibleBalance(ctx, who, 'Protect'), token('FundsUnavailable'))
  ensure(ctx.storage.system.account.get(who).providers > 0, token('CannotCreateHold'))
  // In two steps, as the chain does: the account may not vanish between them.
  mutateAccount(ctx, who, (data) => ({ ...data, free: data.free - amount }))
  moveHeld(ctx, who, reason, amount)
}

/** Releases at most what is held. */
export function releaseHold(ctx: Ctx, who: AccountId, reason: HoldReason, amount: bigint): void {
  const held = ctx.storage.balances.holds.get(who).find((entry) => isFor(entry.id, reason))
  if (held === undefined) return
  const released = minBigint(held.amount, amount)
  moveHeld(ctx, who, reason, -released)
  mutateAccount(ctx, who, (data) => ({ ...data, free: data.free + released }))
}

/** The list of holds is written also when it becomes empty. */
function moveHeld(ctx: Ctx, who: AccountId, reason: HoldReason, delta: bigint): void {
  const { holds } = ctx.storage.balances
  const before = holds.get(who)
  const known = before.some((entry) => isFor(entry.id, reason))
  const after = known
    ? before.map((entry) =>
        isFor(entry.id, reason) ? { ...entry, amount: entry.amount + delta } : entry,
      )
    : [...before, { id: reason, amount: delta }]
  mutateAccount(ctx, who, (data) => ({ ...data, reserved: data.reserved + delta }))
  holds.set(
    who,
    after.filter(({ amount }) => amount > 0n),
  )
}

function isFor(id: HoldReason, reason: HoldReason): boolean {
  return Buffer.compare(encode(runtimeHoldReason, id), encode(runtimeHoldReason, reason)) === 0
}
