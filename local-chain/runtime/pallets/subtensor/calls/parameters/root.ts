/**
 * Parameters of the network that SubtensorModule's own calls set, for root: childkey takes and their
 * clock, the children's cooldown, root claims.
 *
 * Source: ../shared/spec/hyperparameters.md section 3.
 *
 * @module
 */
import { I96F32 } from '../../../../../frame/fixed/index.ts'
import { ensureRoot } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { ensureSubnetOwnerOrRoot } from '../../subnets/lookup.ts'

const ROOT_CLAIMS_MAX = 50n
const ROOT_CLAIM_THRESHOLD_MAX = 10_000_000n

export const sudoSetTxChildkeyTakeRateLimit = call({
  index: 69,
  docs: 'Sets the blocks between two increases of a childkey take.',
  args: { txRateLimit: u64 },
  info: { weight: { refTime: 105_760_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { txRateLimit }) {
    ensureRoot(origin)
    ctx.storage.subtensor.txChildkeyTakeRateLimit.set(txRateLimit)
    ctx.emit(events.TxChildKeyTakeRateLimitSet, txRateLimit)
  },
})

export const sudoSetMinChildkeyTake = call({
  index: 76,
  docs: 'Sets the lowest childkey take, in parts of 65535.',
  args: { take: u16 },
  info: { weight: { refTime: 125_006_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { take }) {
    ensureRoot(origin)
    ctx.storage.subtensor.minChildkeyTake.set(take)
    ctx.emit(events.MinChildKeyTakeSet, take)
  },
})

export const sudoSetMaxChildkeyTake = call({
  index: 77,
  docs: 'Sets the highest childkey take, in parts of 65535.',
  args: { take: u16 },
  info: { weight: { refTime: 125_006_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { take }) {
    ensureRoot(origin)
    ctx.storage.subtensor.maxChildkeyTake.set(take)
    ctx.emit(events.MaxChildKeyTakeSet, take)
  },
})

export const setPendingChildkeyCooldown = call({
  index: 109,
  docs: 'Sets the blocks before announced children come into force.',
  args: { cooldown: u64 },
  info: { weight: { refTime: 103_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { cooldown }) {
    ensureRoot(origin)
    ctx.storage.subtensor.pendingChildKeyCooldown.set(cooldown)
  },
})

export const sudoSetNumRootClaims = call({
  index: 123,
  docs: 'Sets how many coldkeys get their root dividends in a block, at most 50.',
  args: { newValue: u64 },
  info: { weight: { refTime: 102_735_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { newValue }) {
    ensureRoot(origin)
    if (newValue > ROOT_CLAIMS_MAX) throw errors.InvalidNumRootClaim
    ctx.storage.subtensor.numRootClaim.set(newValue)
  },
})

export const sudoSetRootClaimThreshold = call({
  index: 124,
  docs: 'Sets the least root dividends of a subnet that are paid out, alpha rao. For its owner or root.',
  args: { netuid, newValue: u64 },
  info: { weight: { refTime: 105_681_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { netuid, newValue }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid)
    if (newValue > ROOT_CLAIM_THRESHOLD_MAX) throw errors.InvalidRootClaimThreshold
    ctx.storage.subtensor.rootClaimableThreshold.set(netuid, I96F32.fromNum(newValue))
  },
})
