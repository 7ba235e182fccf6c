/**
 * Free TAO of an account, and whether it pays for something.
 *
 * @module
 */
import { constant } from '../chain/names.ts'
import type { View } from '../chain/read.ts'
import type { AccountId } from '../primitives/account-id.ts'
import { notEnoughBalance } from './errors.ts'

interface AccountInfo {
  readonly data: { readonly free: bigint; readonly reserved: bigint; readonly frozen: bigint }
}

/** What can leave the account while it stays alive: free, less what is frozen, less the deposit. */
export async function spendable(view: View, coldkey: AccountId): Promise<bigint> {
  const { data } = await view.storage<AccountInfo>('System.Account', coldkey)
  const frozen = data.frozen > data.reserved ? data.frozen - data.reserved : 0n
  const deposit = constant<bigint>(view.client, 'Balances.ExistentialDeposit')
  const kept = frozen > deposit ? frozen : deposit
  return data.free > kept ? data.free - kept : 0n
}

/** Free balance, as shown to people. */
export async function freeBalance(view: View, coldkey: AccountId): Promise<bigint> {
  const { data } = await view.storage<AccountInfo>('System.Account', coldkey)
  return data.free
}

/** @throws TaoError NOT_ENOUGH_BALANCE */
export async function requireFunds(
  view: View,
  need: { coldkey: AccountId; amountRao: bigint; feeRao: bigint; purpose: string },
): Promise<void> {
  const availableRao = await spendable(view, need.coldkey)
  if (need.amountRao + need.feeRao > availableRao) throw notEnoughBalance({ ...need, availableRao })
}
