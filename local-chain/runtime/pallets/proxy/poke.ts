/**
 * Deposits brought to what their lists cost today.
 *
 * Source: ../shared/spec/subnets.md 16.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../context.ts'
import { ANNOUNCEMENT_DEPOSIT, PROXY_DEPOSIT } from './constants.ts'
import { adjustDeposit } from './deposits.ts'
import { events } from './events.ts'

/** @returns whether one of them changed */
export function pokeDeposits(ctx: Ctx, who: AccountId): boolean {
  const { announcements, proxies } = ctx.storage.proxy
  let changed = false

  const [delegates, forProxies] = proxies.get(who)
  const proxyDeposit = adjustDeposit(
    ctx,
    { who, deposit: forProxies },
    PROXY_DEPOSIT,
    delegates.length,
  )
  if (delegates.length === 0) proxies.remove(who)
  if (proxyDeposit !== forProxies) {
    if (delegates.length > 0) proxies.set(who, [delegates, proxyDeposit])
    const change = { oldDeposit: forProxies, newDeposit: proxyDeposit }
    ctx.emit(events.DepositPoked, { who, kind: 'Proxies', ...change })
    changed = true
  }

  const [pending, forPending] = announcements.get(who)
  const pendingDeposit = adjustDeposit(
    ctx,
    { who, deposit: forPending },
    ANNOUNCEMENT_DEPOSIT,
    pending.length,
  )
  if (pending.length === 0) announcements.remove(who)
  if (pendingDeposit !== forPending) {
    if (pending.length > 0) announcements.set(who, [pending, pendingDeposit])
    const change = { oldDeposit: forPending, newDeposit: pendingDeposit }
    ctx.emit(events.DepositPoked, { who, kind: 'Announcements', ...change })
    changed = true
  }
  return changed
}
