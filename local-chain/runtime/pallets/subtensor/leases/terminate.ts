/**
 * The end of a lease: the subnet is the beneficiary's, the contributors have no share in it any more.
 *
 * Source: ../shared/spec/subnets.md section 14 (subtensor `subnets/leasing.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure, ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { removeDelegate } from '../../proxy/delegates.ts'
import { decProviders } from '../../system/accounts.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { ownsHotkey } from '../hotkeys.ts'
import { setOwnerHotkey } from '../subnets/create.ts'

/**
 * Ends a lease whose time is over. Its entry of the netuid stays behind, and the deposit of the
 * removed proxy on the lease's coldkey.
 *
 * @param hotkey  the subnet's new owner hotkey, of the beneficiary
 * @returns how many shares were dropped
 */
export function terminateLease(
  ctx: Ctx,
  who: AccountId,
  leaseId: number,
  hotkey: AccountId,
): number {
  const s = ctx.storage.subtensor
  const lease = s.subnetLeases.get(leaseId)
  ensure(lease !== undefined, errors.LeaseDoesNotExist)
  const { beneficiary, endBlock, netuid } = lease
  ensure(beneficiary === who, errors.ExpectedBeneficiaryOrigin)
  ensure(endBlock !== undefined, errors.LeaseHasNoEndBlock)
  ensure(ctx.blockNumber >= endBlock, errors.LeaseHasNotEnded)
  ensure(ownsHotkey(ctx, beneficiary, hotkey), errors.BeneficiaryDoesNotOwnHotkey)

  s.subnetOwner.set(netuid, beneficiary)
  setOwnerHotkey(ctx, netuid, hotkey)
  for (const account of [lease.coldkey, lease.hotkey]) release(ctx, account)
  const shares = s.subnetLeaseShares.clearOf(leaseId)
  s.accumulatedLeaseDividends.remove(leaseId)
  s.subnetLeases.remove(leaseId)
  removeDelegate(ctx, lease.coldkey, {
    delegate: beneficiary,
    proxyType: 'SubnetLeaseBeneficiary',
    delay: 0,
  })
  ctx.emit(events.SubnetLeaseTerminated, { beneficiary, netuid })
  return shares
}

/** Takes the lease's provider from one of its accounts; where something relies on it, it stays. */
function release(ctx: Ctx, account: AccountId): void {
  try {
    decProviders(ctx, account)
  } catch (error) {
    if (!(error instanceof DispatchFailure)) throw error
  }
}
