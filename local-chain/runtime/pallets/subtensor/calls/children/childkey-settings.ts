/**
 * What root sets about children on all subnets: cooldown, bounds of takes, wait between changes.
 *
 * Source: ../shared/spec/staking.md section 12, spec 425.
 *
 * @module
 */
import { ensureRoot } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { events } from '../../events.ts'

/** Origin: root. No event. */
export const setPendingChildkeyCooldown = call({
  index: 109,
  docs: 'Sets the blocks between announcing children and their coming into force. Root only.',
  args: { cooldown: u64 },
  info: { weight: { refTime: 103_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { cooldown }) {
    ensureRoot(origin)
    ctx.storage.subtensor.pendingChildKeyCooldown.set(cooldown)
  },
})

/** Origin: root. Emits `TxChildKeyTakeRateLimitSet`. */
export const sudoSetTxChildkeyTakeRateLimit = call({
  index: 69,
  docs: 'Sets the blocks between two raises of a child take. Root only.',
  args: { txRateLimit: u64 },
  info: { weight: { refTime: 105_760_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { txRateLimit }) {
    ensureRoot(origin)
    ctx.storage.subtensor.txChildkeyTakeRateLimit.set(txRateLimit)
    ctx.emit(events.TxChildKeyTakeRateLimitSet, txRateLimit)
  },
})

/** Origin: root. Emits `MinChildKeyTakeSet`. */
export const sudoSetMinChildkeyTake = call({
  index: 76,
  docs: 'Sets the least take of children, in parts of 65535. Root only.',
  args: { take: u16 },
  info: { weight: { refTime: 125_006_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { take }) {
    ensureRoot(origin)
    ctx.storage.subtensor.minChildkeyTake.set(take)
    ctx.emit(events.MinChildKeyTakeSet, take)
  },
})

/** Origin: root. Emits `MaxChildKeyTakeSet`. */
export const sudoSetMaxChildkeyTake = call({
  index: 77,
  docs: 'Sets the greatest take of children, in parts of 65535. Root only.',
  args: { take: u16 },
  info: { weight: { refTime: 125_006_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { take }) {
    ensureRoot(origin)
    ctx.storage.subtensor.maxChildkeyTake.set(take)
    ctx.emit(events.MaxChildKeyTakeSet, take)
  },
})
