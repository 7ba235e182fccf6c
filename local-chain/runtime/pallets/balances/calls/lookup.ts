/**
 * The account behind an address in a call.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { cannotLookup } from '../../../../frame/dispatch-error.ts'
import type { multiAddress } from '../../../../frame/types/common.ts'
import type { TypeOf } from '../../../../frame/types/type.ts'

/** @throws CannotLookup  an address kind that this chain has no accounts for */
export function lookup(address: TypeOf<typeof multiAddress>): AccountId {
  if (address.type !== 'Id') throw cannotLookup
  return address.value
}
