/**
 * Constants of Proxy that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

/** Most proxies of one account. */
export const MAX_PROXIES = 20
/** Most announcements of one delegate. */
export const MAX_PENDING = 75

/** Rao reserved for a list, and for each entry of it. */
export interface DepositRate {
  readonly base: bigint
  readonly factor: bigint
}
export const PROXY_DEPOSIT: DepositRate = { base: 60_000_000n, factor: 33_000_000n }
export const ANNOUNCEMENT_DEPOSIT: DepositRate = { base: 36_000_000n, factor: 68_000_000n }

export const constants = {
  proxyDepositBase: constant(u64, PROXY_DEPOSIT.base),
  proxyDepositFactor: constant(u64, PROXY_DEPOSIT.factor),
  maxProxies: constant(u32, MAX_PROXIES),
  maxPending: constant(u32, MAX_PENDING),
  announcementDepositBase: constant(u64, ANNOUNCEMENT_DEPOSIT.base),
  announcementDepositFactor: constant(u64, ANNOUNCEMENT_DEPOSIT.factor),
}
