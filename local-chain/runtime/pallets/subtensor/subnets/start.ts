/**
 * Starting a subnet: its token becomes tradable and emission may begin.
 *
 * Source: ../shared/spec/subnets.md section 4.
 *
 * @module
 */
import type { Origin } from '../../../../frame/origin.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { ensureSubnetOwner, subnetExists } from './lookup.ts'

export function startSubnet(ctx: Ctx, origin: Origin, netuid: number): void {
  const s = ctx.storage.subtensor
  if (!subnetExists(ctx, netuid)) throw errors.SubnetNotExists
  ensureSubnetOwner(ctx, origin, netuid)
  if (s.firstEmissionBlockNumber.exists(netuid)) throw errors.FirstEmissionBlockNumberAlreadySet
  const now = BigInt(ctx.blockNumber)
  const earliest = saturatingAddU64(s.networkRegisteredAt.get(netuid), s.startCallDelay.get())
  if (now < earliest) throw errors.NeedWaitingMoreBlocksToStarCall
  const firstEmission = now + 1n
  s.firstEmissionBlockNumber.set(netuid, firstEmission)
  s.subtokenEnabled.set(netuid, true)
  ctx.emit(events.FirstEmissionBlockNumberSet, [netuid, firstEmission])
}
