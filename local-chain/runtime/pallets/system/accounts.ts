/**
 * Who keeps an account alive: nonces and reference counts of `System.Account`, and the balance data
 * that Balances keeps there. An account exists while it has a provider or is sufficient.
 *
 * Source: frame_system 41.0.0, as `../shared/spec/block-pipeline.md` 1 names it.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { consumerRemaining, noProviders, tooManyConsumers } from '../../../frame/dispatch-error.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { events } from './events.ts'
import type { accountInfo } from './types.ts'

export type AccountInfo = TypeOf<typeof accountInfo>
export type AccountData = AccountInfo['data']

/** More consumers than this are refused, so that one account cannot be made costly to remove. */
export const MAX_CONSUMERS = 16

/** Balances of an account that has none. The flag says that the record follows the present rules. */
export const EMPTY_DATA: AccountData = { free: 0n, reserved: 0n, frozen: 0n, flags: 1n << 127n }

const MAX_REFERENCES = 0xffff_ffff

export function isEmptyData(data: AccountData): boolean {
  return (
    data.free === 0n &&
    data.reserved === 0n &&
    data.frozen === 0n &&
    data.flags === EMPTY_DATA.flags
  )
}

export function incNonce(ctx: Ctx, who: AccountId): void {
  const { account } = ctx.storage.system
  const info = account.get(who)
  // The chain's Nonce is a u32 that wraps.
  account.set(who, { ...info, nonce: (info.nonce + 1) >>> 0 })
}

/** Adds a provider. The first one creates the account: event NewAccount. */
export function incProviders(ctx: Ctx, who: AccountId): 'Created' | 'Existed' {
  const { account } = ctx.storage.system
  const info = account.get(who)
  if (info.providers === 0 && info.sufficients === 0) {
    account.set(who, { ...info, providers: 1 })
    ctx.emit(events.NewAccount, { account: who })
    return 'Created'
  }
  account.set(who, { ...info, providers: Math.min(info.providers + 1, MAX_REFERENCES) })
  return 'Existed'
}

/**
 * Removes a provider. The last one removes the account: event KilledAccount.
 *
 * @throws ConsumerRemaining  it is the last one and something still relies on the account
 */
export function decProviders(ctx: Ctx, who: AccountId): 'Reaped' | 'Exists' {
  const { account } = ctx.storage.system
  const info = account.get(who)
  const providers = Math.max(info.providers, 1)
  if (providers === 1 && info.sufficients === 0) {
    if (info.consumers > 0) throw consumerRemaining
    killAccount(ctx, who)
    return 'Reaped'
  }
  if (providers === 1 && info.consumers > 0) throw consumerRemaining
  account.set(who, { ...info, providers: providers - 1 })
  return 'Exists'
}

/**
 * Adds a consumer: while there is one, the last provider cannot go.
 *
 * @throws NoProviders       the account does not exist
 * @throws TooManyConsumers  it has `MAX_CONSUMERS` already
 */
export function incConsumers(ctx: Ctx, who: AccountId): void {
  const { account } = ctx.storage.system
  const info = account.get(who)
  if (info.providers === 0) throw noProviders
  if (info.consumers >= MAX_CONSUMERS) throw tooManyConsumers
  account.set(who, { ...info, consumers: info.consumers + 1 })
}

export function decConsumers(ctx: Ctx, who: AccountId): void {
  const { account } = ctx.storage.system
  const info = account.get(who)
  if (info.consumers > 0) account.set(who, { ...info, consumers: info.consumers - 1 })
}

/** Whether nothing keeps the last provider from going. */
export function canDecProvider(info: AccountInfo): boolean {
  return info.consumers === 0 || info.providers > 1
}

function killAccount(ctx: Ctx, who: AccountId): void {
  ctx.storage.system.account.remove(who)
  ctx.emit(events.KilledAccount, { account: who })
}
