/**
 * Changing one account's balance record, with what that does to the account: creation, death, dust.
 *
 * Source: pallet_balances `try_mutate_account` and frame_system `StoredMap`.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../context.ts'
import {
  type AccountData,
  decConsumers,
  decProviders,
  EMPTY_DATA,
  incConsumers,
  incProviders,
  isEmptyData,
} from '../system/accounts.ts'
import { events } from './events.ts'

/** An account below this many rao of free balance, with nothing reserved, does not stay. */
export const EXISTENTIAL_DEPOSIT = 500n

/**
 * Sets an account's balance record.
 *
 * @returns dust in rao that the record lost because it fell below the existential deposit; the caller
 *   decides what becomes of it
 * @throws ConsumerRemaining  the account would die while something relies on it
 * @throws NoProviders, TooManyConsumers  a reserve or freeze on an account that cannot carry one
 */
export function mutateAccount(
  ctx: Ctx,
  who: AccountId,
  change: (data: AccountData) => AccountData,
): bigint {
  const { account } = ctx.storage.system
  const before = account.get(who).data
  const isNew = isEmptyData(before)
  const didProvide = before.free >= EXISTENTIAL_DEPOSIT
  const didConsume = !isNew && (before.reserved > 0n || before.frozen > 0n)
  const after = change(before)
  const doesProvide = after.free >= EXISTENTIAL_DEPOSIT
  const doesConsume = after.reserved > 0n || after.frozen > 0n

  moveReferences(ctx, who, { didProvide, doesProvide, didConsume, doesConsume })

  const dies = after.free < EXISTENTIAL_DEPOSIT && after.reserved === 0n
  const dust = dies ? after.free : 0n
  const info = account.get(who)
  if (info.providers > 0 || info.sufficients > 0) {
    account.set(who, { ...info, data: dies ? EMPTY_DATA : after })
  } else {
    account.remove(who)
  }
  if (isNew) ctx.emit(events.Endowed, { account: who, freeBalance: after.free })
  if (dust > 0n) ctx.emit(events.DustLost, { account: who, amount: dust })
  return dust
}

/** Providers and consumers follow what the record holds; the step that may end the account is last. */
function moveReferences(
  ctx: Ctx,
  who: AccountId,
  held: { didProvide: boolean; doesProvide: boolean; didConsume: boolean; doesConsume: boolean },
): void {
  const { didProvide, doesProvide, didConsume, doesConsume } = held
  if (!didProvide && doesProvide) incProviders(ctx, who)
  if (didConsume && !doesConsume) decConsumers(ctx, who)
  if (!didConsume && doesConsume) incConsumers(ctx, who)
  if (didProvide && !doesProvide) {
    try {
      decProviders(ctx, who)
    } catch (refusal) {
      // The caller may go on after this refusal, so the consumer count goes back by hand.
      if (didConsume && !doesConsume) incConsumers(ctx, who)
      if (!didConsume && doesConsume) decConsumers(ctx, who)
      throw refusal
    }
  }
}
