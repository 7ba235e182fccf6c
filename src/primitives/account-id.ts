/**
 * Accounts as the project carries them: 32 bytes in lower-case hex without prefix, so that `===`,
 * map keys and byte order all work on plain strings.
 *
 * @module
 */

declare const accountIdBrand: unique symbol

/** 64 lower-case hex digits. Byte order equals string order. */
export type AccountId = string & { readonly [accountIdBrand]: true }

const ACCOUNT_ID = /^[0-9a-f]{64}$/

/**
 * Takes 64 lower-case hex digits as an account.
 *
 * @throws RangeError  anything else
 */
export function accountId(hex: string): AccountId {
  if (!ACCOUNT_ID.test(hex)) throw new RangeError(`not an account id: ${hex.slice(0, 80)}`)
  return hex as AccountId
}

/** The all-zero account: the chain's default owner. */
export const ZERO_ACCOUNT: AccountId = accountId('0'.repeat(64))
