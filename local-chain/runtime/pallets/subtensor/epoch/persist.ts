/**
 * Writes what an epoch found: per mechanism incentive and bonds, per subnet the vectors that clients
 * and the next epoch read.
 *
 * Source: ../shared/spec/yuma.md section 6. Vectors are by position among the neurons that hold a
 * uid, so a missing uid shifts the later ones, as on the chain.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { MechanismEpoch, SubnetWrites } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'
import { mechanismIndex } from '../subnets/lookup.ts'

export function persistMechanism(
  ctx: Ctx,
  netuid: number,
  { mecid, writes }: MechanismEpoch<AccountId>,
): void {
  const { bonds, incentive } = ctx.storage.subtensor
  const index = mechanismIndex(netuid, mecid)
  incentive.set(index, writes.incentive)
  ctx.emit(events.IncentiveAlphaEmittedToMiners, { netuid: index, emissions: writes.minersEvent })
  writes.bonds.forEach((row, position) => {
    bonds.set(index, position, row)
  })
}

export function persistSubnet(ctx: Ctx, netuid: number, writes: SubnetWrites): void {
  const s = ctx.storage.subtensor
  s.active.set(netuid, writes.active)
  s.emission.set(netuid, writes.emission)
  s.consensus.set(netuid, writes.consensus)
  s.dividends.set(netuid, writes.dividends)
  s.validatorTrust.set(netuid, writes.validatorTrust)
  s.validatorPermit.set(netuid, writes.validatorPermit)
  s.stakeWeight.set(netuid, writes.stakeWeight)
}
