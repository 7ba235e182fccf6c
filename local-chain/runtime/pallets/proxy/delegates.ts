/**
 * Who may act for an account: its list of proxies.
 *
 * Source: ../shared/spec/subnets.md 16 (subtensor `pallets/proxy/src/lib.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import { encode } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { unreserve } from '../balances/ledger.ts'
import { MAX_PROXIES, PROXY_DEPOSIT } from './constants.ts'
import { adjustDeposit } from './deposits.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { type ProxyDefinition, type ProxyType, proxyType } from './types.ts'

/** The first proxy of `real` that is the delegate, of a type if one is asked for. @throws NotProxy */
export function findProxy(
  ctx: Ctx,
  real: AccountId,
  delegate: AccountId,
  type?: ProxyType,
): ProxyDefinition {
  const [proxies] = ctx.storage.proxy.proxies.get(real)
  const found = proxies.find(
    (proxy) => proxy.delegate === delegate && (type === undefined || proxy.proxyType === type),
  )
  ensure(found !== undefined, errors.NotProxy)
  return found
}

/**
 * Gives the account one more proxy. The list stays in order.
 *
 * @throws NoSelfProxy, Duplicate, TooMany
 * @throws Balances.InsufficientBalance, ConsumerRemaining  the deposit cannot be reserved
 */
export function addDelegate(ctx: Ctx, delegator: AccountId, proxy: ProxyDefinition): void {
  ensure(delegator !== proxy.delegate, errors.NoSelfProxy)
  const { proxies } = ctx.storage.proxy
  const [list, deposit] = proxies.get(delegator)
  const at = list.findIndex((other) => order(other, proxy) >= 0)
  const next = list[at]
  ensure(next === undefined || order(next, proxy) !== 0, errors.Duplicate)
  ensure(list.length < MAX_PROXIES, errors.TooMany)
  const added = list.toSpliced(at < 0 ? list.length : at, 0, proxy)
  const held = { who: delegator, deposit }
  proxies.set(delegator, [added, adjustDeposit(ctx, held, PROXY_DEPOSIT, added.length)])
  const { delegate: delegatee, ...rest } = proxy
  ctx.emit(events.ProxyAdded, { delegator, delegatee, ...rest })
}

/** Takes a proxy from the account, and with it the delegate's word on fees. @throws NotFound */
export function removeDelegate(ctx: Ctx, delegator: AccountId, proxy: ProxyDefinition): void {
  const { proxies, realPaysFee } = ctx.storage.proxy
  const [list, deposit] = proxies.get(delegator)
  const left = list.filter((other) => order(other, proxy) !== 0)
  ensure(left.length < list.length, errors.NotFound)
  const after = adjustDeposit(ctx, { who: delegator, deposit }, PROXY_DEPOSIT, left.length)
  if (left.length > 0) proxies.set(delegator, [left, after])
  else proxies.remove(delegator)
  realPaysFee.remove(delegator, proxy.delegate)
  const { delegate: delegatee, ...rest } = proxy
  ctx.emit(events.ProxyRemoved, { delegator, delegatee, ...rest })
}

/** Takes all proxies from the account. */
export function removeAllDelegates(ctx: Ctx, delegator: AccountId): void {
  const { proxies, realPaysFee } = ctx.storage.proxy
  const [, deposit] = proxies.take(delegator)
  unreserve(ctx, delegator, deposit)
  realPaysFee.clearOf(delegator)
}

/** By delegate, type and delay, as the list is kept. */
function order(a: ProxyDefinition, b: ProxyDefinition): number {
  if (a.delegate !== b.delegate) return a.delegate < b.delegate ? -1 : 1
  const types = indexOf(a.proxyType) - indexOf(b.proxyType)
  return types !== 0 ? types : a.delay - b.delay
}

function indexOf(type: ProxyType): number {
  return encode(proxyType, type)[0] as number
}
