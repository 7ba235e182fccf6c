/**
 * Accounts that belong to several others together.
 *
 * Source: pallet_multisig `multi_account_id`.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../src/primitives/hash.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import { tuple, vec } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { byteArray, u16 } from '../../../frame/types/primitives.ts'
import { encode } from '../../../frame/types/type.ts'
import { MAX_SIGNATORIES } from './constants.ts'
import { errors } from './errors.ts'

const SEED = new TextEncoder().encode('modlpy/utilisuba')
const derivation = tuple(byteArray(16), vec(accountId), u16)

/** The account of these signatories, in order, under this threshold. */
export function multisigAccount(signatories: readonly AccountId[], threshold: number): AccountId {
  return blake2b256Hex(encode(derivation, [SEED, signatories, threshold])) as AccountId
}

/**
 * The account that the signer and the others share.
 *
 * @throws TooFewSignatories, TooManySignatories, SignatoriesOutOfOrder, SenderInSignatories
 */
export function sharedAccount(
  who: AccountId,
  others: readonly AccountId[],
  threshold: number,
): AccountId {
  ensure(others.length > 0, errors.TooFewSignatories)
  ensure(others.length < MAX_SIGNATORIES, errors.TooManySignatories)
  let place = 0
  let last: AccountId | undefined
  for (const other of others) {
    ensure(last === undefined || last < other, errors.SignatoriesOutOfOrder)
    ensure(other !== who, errors.SenderInSignatories)
    if (other < who) place++
    last = other
  }
  return multisigAccount(others.toSpliced(place, 0, who), threshold)
}

/** As `sharedAccount`, for operations of several steps. @throws MinimumThreshold */
export function operatingAccount(
  who: AccountId,
  others: readonly AccountId[],
  threshold: number,
): AccountId {
  ensure(threshold >= 2, errors.MinimumThreshold)
  return sharedAccount(who, others, threshold)
}
