/**
 * The two accounts of a lease: nobody has their keys, the beneficiary acts for them as a proxy.
 *
 * Source: ../shared/spec/subnets.md section 1.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../../src/primitives/hash.ts'
import { tuple } from '../../../../frame/types/combinators.ts'
import { str, u32 } from '../../../../frame/types/primitives.ts'
import { encode } from '../../../../frame/types/type.ts'

const preimage = tuple(str, u32)

/** Owns the leased subnet. */
export function leaseColdkey(leaseId: number): AccountId {
  return blake2b256Hex(encode(preimage, ['leasing/coldkey', leaseId])) as AccountId
}

/** The leased subnet's owner hotkey. */
export function leaseHotkey(leaseId: number): AccountId {
  return blake2b256Hex(encode(preimage, ['leasing/hotkey', leaseId])) as AccountId
}
