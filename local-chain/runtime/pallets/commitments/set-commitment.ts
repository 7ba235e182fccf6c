/**
 * Commitments of hotkeys: small public statements on a subnet, limited in space per epoch.
 *
 * Source: ../shared/spec/subnets.md section 17 (subtensor `pallets/commitments/src/lib.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { saturatingAddU64 } from '../../u64.ts'
import { resetBonds } from '../subtensor/neurons/reset-bonds.ts'
import { isRegistered } from '../subtensor/subnets/lookup.ts'
import { type Data, sizeOf, timelockOf } from './data.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { writeIndexed } from './timelocked-index.ts'

/** Space that even an empty commitment takes. */
const CHARGE_MIN = 100

/**
 * Replaces the commitment of a hotkey on a subnet.
 *
 * @throws AccountNotAllowedCommit  the hotkey has no uid there
 * @throws SpaceLimitExceeded
 */
export function setCommitment(
  ctx: Ctx,
  commitment: { netuid: number; who: AccountId; fields: readonly Data[] },
): void {
  const { netuid, who, fields } = commitment
  const s = ctx.storage.commitments
  ensure(isRegistered(ctx, netuid, who), errors.AccountNotAllowedCommit)
  if (fields.some((field) => field.type === 'ResetBondsFlag')) {
    s.lastBondsReset.set(netuid, who, ctx.blockNumber)
    resetBonds(ctx, netuid, who)
  }
  chargeSpace(ctx, netuid, who, fields)

  s.commitmentOf.set(netuid, who, { deposit: 0n, block: ctx.blockNumber, info: { fields } })
  s.lastCommitment.set(netuid, who, ctx.blockNumber)
  const timelocked = fields.map(timelockOf).find((timelock) => timelock !== undefined)
  writeIndexed(ctx, [netuid, who], timelocked !== undefined)
  if (timelocked === undefined) ctx.emit(events.Commitment, { netuid, who })
  else {
    ctx.emit(events.TimelockCommitment, { netuid, who, revealRound: timelocked.revealRound })
  }
}

/** Space counts anew in every epoch of the subnet. @throws SpaceLimitExceeded */
function chargeSpace(ctx: Ctx, netuid: number, who: AccountId, fields: readonly Data[]): void {
  const { maxSpace, usedSpaceOf } = ctx.storage.commitments
  const size = fields.reduce((sum, field) => sum + sizeOf(field), 0)
  const epoch = ctx.storage.subtensor.subnetEpochIndex.get(netuid)
  const usage = usedSpaceOf.get(netuid, who)
  const before = usage?.lastEpoch === epoch ? usage.usedSpace : 0n
  const usedSpace = saturatingAddU64(before, BigInt(Math.max(size, CHARGE_MIN)))
  ensure(usedSpace <= BigInt(maxSpace.get()), errors.SpaceLimitExceeded)
  usedSpaceOf.set(netuid, who, { lastEpoch: epoch, usedSpace })
}
