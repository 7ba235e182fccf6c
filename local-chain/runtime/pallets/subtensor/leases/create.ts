/**
 * A crowdloan's money registers a subnet that its creator runs and its contributors own shares of.
 *
 * Source: ../shared/spec/subnets.md section 14 (subtensor `subnets/leasing.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { freeBalance, transfer } from '../../balances/ledger.ts'
import { errors as crowdloanErrors } from '../../crowdloan/errors.ts'
import type { CrowdloanInfo } from '../../crowdloan/types.ts'
import { addDelegate } from '../../proxy/delegates.ts'
import { incProviders } from '../../system/accounts.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { registerNetwork } from '../subnets/create.ts'
import { leaseColdkey, leaseHotkey } from './accounts.ts'

const ID_MAX = 0xffff_ffff

export interface LeaseTerms {
  /** Percent of the owner cut that goes to the contributors. */
  readonly emissionsShare: number
  /** Without one the lease has no end. */
  readonly endBlock: number | undefined
}

/** Registers a subnet with what the crowdloan that is being finalized raised. */
export function registerLeasedNetwork(ctx: Ctx, beneficiary: AccountId, terms: LeaseTerms): void {
  const [crowdloanId, crowdloan] = crowdloanBeingFinalized(ctx)
  const { endBlock } = terms
  ensure(crowdloan.creator === beneficiary, errors.InvalidLeaseBeneficiary)
  ensure(endBlock === undefined || endBlock > ctx.blockNumber, errors.LeaseCannotEndInThePast)

  const s = ctx.storage.subtensor
  const leaseId = nextLeaseId(ctx)
  const coldkey = leaseColdkey(leaseId)
  const hotkey = leaseHotkey(leaseId)
  incProviders(ctx, coldkey)
  incProviders(ctx, hotkey)
  const { fundsAccount: from, raised } = crowdloan
  transfer(ctx, { from, to: coldkey, amount: raised, preservation: 'Expendable' })
  registerNetwork(ctx, { coldkey, hotkey, identity: undefined })
  const netuid = netuidOwnedBy(ctx, coldkey)
  addDelegate(ctx, coldkey, {
    delegate: beneficiary,
    proxyType: 'SubnetLeaseBeneficiary',
    delay: 0,
  })

  const leftover = freeBalance(ctx, coldkey)
  const cost = saturatingSubU64(raised, leftover)
  s.subnetLeases.set(leaseId, { beneficiary, coldkey, hotkey, ...terms, netuid, cost })
  s.subnetUidToLeaseId.set(netuid, leaseId)
  s.delegates.set(hotkey, 0)
  shareOut(ctx, leaseId, crowdloanId, crowdloan, leftover)
  ctx.emit(events.SubnetLeaseCreated, { beneficiary, leaseId, netuid, endBlock })
}

/** @throws Crowdloan.InvalidCrowdloanId  none is being finalized */
function crowdloanBeingFinalized(ctx: Ctx): [id: number, crowdloan: CrowdloanInfo] {
  const { crowdloans, currentCrowdloanId } = ctx.storage.crowdloan
  const id = currentCrowdloanId.get()
  ensure(id !== undefined, crowdloanErrors.InvalidCrowdloanId)
  const crowdloan = crowdloans.get(id)
  ensure(crowdloan !== undefined, crowdloanErrors.InvalidCrowdloanId)
  return [id, crowdloan]
}

/** @throws Overflow */
function nextLeaseId(ctx: Ctx): number {
  const { nextSubnetLeaseId } = ctx.storage.subtensor
  const id = nextSubnetLeaseId.get()
  ensure(id < ID_MAX, errors.Overflow)
  nextSubnetLeaseId.set(id + 1)
  return id
}

/** @throws LeaseNetuidNotFound */
function netuidOwnedBy(ctx: Ctx, coldkey: AccountId): number {
  const owned = ctx.storage.subtensor.subnetOwner.entries().find(([, owner]) => owner === coldkey)
  ensure(owned !== undefined, errors.LeaseNetuidNotFound)
  return owned[0]
}

/**
 * Notes what part of the crowdloan each contributor gave and pays that part of the leftover back; the
 * beneficiary has no entry and gets the rest. A share that may not be paid undoes the whole lease.
 */
function shareOut(
  ctx: Ctx,
  leaseId: number,
  crowdloanId: number,
  { creator, raised }: CrowdloanInfo,
  leftover: bigint,
): void {
  const from = leaseColdkey(leaseId)
  const pay = (to: AccountId, amount: bigint) =>
    transfer(ctx, { from, to, amount, preservation: 'Expendable' })
  const total = U64F64.fromNum(raised)
  let refunded = 0n
  for (const [contributor, given] of ctx.storage.crowdloan.contributions.entriesOf(crowdloanId)) {
    if (contributor === creator) continue
    const share = U64F64.saturatingDiv(U64F64.fromNum(given), total)
    ctx.storage.subtensor.subnetLeaseShares.set(leaseId, contributor, share)
    const refund = U64F64.toU64(U64F64.saturatingMul(share, U64F64.fromNum(leftover)))
    pay(contributor, refund)
    refunded = saturatingAddU64(refunded, refund)
  }
  pay(creator, saturatingSubU64(leftover, refunded))
}
