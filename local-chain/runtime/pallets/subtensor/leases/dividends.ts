/**
 * What the contributors of a lease get of the owner cut. It is gathered and paid out every hundred
 * blocks, to all or to nobody.
 *
 * Source: ../shared/spec/subnets.md section 14, "Dividends" (subtensor `subnets/leasing.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { TypeOf } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { events } from '../events.ts'
import { transferWithinSubnet } from '../staking/stake-moves.ts'
import type { subnetLease } from '../types.ts'

/** Blocks between two payments. */
const DIVIDENDS_INTERVAL = 100
const PERCENT = 100n

type Lease = TypeOf<typeof subnetLease>

/** Takes the contributors' part of an owner cut that was just staked with the lease's keys. */
export function distributeLeaseDividends(ctx: Ctx, leaseId: number, ownerCut: bigint): void {
  const { accumulatedLeaseDividends, subnetLeases } = ctx.storage.subtensor
  const lease = subnetLeases.get(leaseId)
  if (lease === undefined) return
  if (lease.endBlock !== undefined && ctx.blockNumber >= lease.endBlock) return
  const part = (BigInt(lease.emissionsShare) * ownerCut + PERCENT - 1n) / PERCENT
  const total = saturatingAddU64(accumulatedLeaseDividends.get(leaseId), part)
  if (ctx.blockNumber % DIVIDENDS_INTERVAL === 0 && tryPay(ctx, leaseId, lease, total)) {
    accumulatedLeaseDividends.set(leaseId, 0n)
  } else accumulatedLeaseDividends.set(leaseId, total)
}

/** @returns false, with nothing paid, when one of the payments is refused */
function tryPay(ctx: Ctx, leaseId: number, lease: Lease, total: bigint): boolean {
  try {
    ctx.transaction(() => payAll(ctx, leaseId, lease, total))
    return true
  } catch (error) {
    if (error instanceof DispatchFailure) return false
    throw error
  }
}

function payAll(ctx: Ctx, leaseId: number, lease: Lease, total: bigint): void {
  const whole = U64F64.fromNum(total)
  let paid = 0n
  for (const [contributor, share] of ctx.storage.subtensor.subnetLeaseShares.entriesOf(leaseId)) {
    const alpha = U64F64.toU64(U64F64.ceil(U64F64.saturatingMul(U64F64.fromBits(share), whole)))
    payOne(ctx, leaseId, lease, contributor, alpha)
    paid = saturatingAddU64(paid, alpha)
  }
  payOne(ctx, leaseId, lease, lease.beneficiary, saturatingSubU64(total, paid))
}

/** Event `SubnetLeaseDividendsDistributed`, after those of the stake. */
function payOne(ctx: Ctx, leaseId: number, lease: Lease, contributor: AccountId, alpha: bigint) {
  const { coldkey, hotkey, netuid } = lease
  transferWithinSubnet(ctx, { coldkey, hotkey }, { coldkey: contributor, hotkey }, netuid, alpha)
  ctx.emit(events.SubnetLeaseDividendsDistributed, { leaseId, contributor, alpha })
}
