/**
 * Who a call comes from.
 *
 * @module
 */
import type { AccountId } from '../../src/primitives/account-id.ts'
import { badOrigin } from './dispatch-error.ts'

export type Origin =
  | { readonly type: 'Root' }
  | { readonly type: 'None' }
  | { readonly type: 'Signed'; readonly account: AccountId }

export const ROOT: Origin = { type: 'Root' }
export const NONE: Origin = { type: 'None' }

export function signed(account: AccountId): Origin {
  return { type: 'Signed', account }
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
  if (origin.type === 'None') throw badOrigin
  return origin.type === 'Signed' ? origin.account : undefined
}
