/**
 * Who a call comes from.
 *
 * @module
 */
import type { AccountId } from '../../src/primitives/account-id.ts'
import type { RuntimeCallValue } from './call-table.ts'
import { badOrigin } from './dispatch-error.ts'

/** Whether an origin may dispatch a call. */
export type CallFilter = (call: RuntimeCallValue) => boolean

export type Origin =
  | { readonly type: 'Root' }
  | { readonly type: 'None' }
  /** A transaction that authorises itself; no call here accepts it. */
  | { readonly type: 'Authorized' }
  | {
      readonly type: 'Signed'
      readonly account: AccountId
      /** What a dispatching call (`batch_all`, a proxy) forbids to all that it leads to. */
      readonly filter?: CallFilter
    }

export const ROOT: Origin = { type: 'Root' }
export const NONE: Origin = { type: 'None' }
export const AUTHORIZED: Origin = { type: 'Authorized' }

export function signed(account: AccountId): Origin {
  return { type: 'Signed', account }
}

/** The origin with one more condition on what it may dispatch. Root is bound by none. */
export function withFilter(origin: Origin, allowed: CallFilter): Origin {
  if (origin.type !== 'Signed') return origin
  const before = origin.filter
  const filter =
    before === undefined ? allowed : (call: RuntimeCallValue) => before(call) && allowed(call)
  return { ...origin, filter }
}

/** @throws BadOrigin  not signed */
export function ensureSigned(origin: Origin): AccountId {
  if (origin.type !== 'Signed') throw badOrigin
  return origin.account
}

/** @throws BadOrigin  not root */
export function ensureRoot(origin: Origin): void {
  if (origin.type !== 'Root') throw badOrigin
}

/** @throws BadOrigin  not an inherent or unsigned transaction */
export function ensureNone(origin: Origin): void {
  if (origin.type !== 'None') throw badOrigin
}

/** The account, or `undefined` for root. @throws BadOrigin  neither */
export function ensureSignedOrRoot(origin: Origin): AccountId | undefined {
  return origin.type === 'Root' ? undefined : ensureSigned(origin)
}
