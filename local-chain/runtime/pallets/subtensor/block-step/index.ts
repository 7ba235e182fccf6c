/**
 * The block step: what SubtensorModule does at the start of every block, before any extrinsic.
 *
 * Source: ../shared/spec/block-pipeline.md section 3 (subtensor `coinbase/block_step.rs`). The list
 * of subnets is read once: nothing in the step adds or removes one.
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { allNetuids, ROOT_NETUID } from '../subnets/lookup.ts'
import { runAutoClaims } from './auto-claim.ts'
import { mintBlockEmission } from './block-emission.ts'
import { emittingSubnets, runCoinbase } from './coinbase.ts'
import { updateMovingPrices, updateRootProportions } from './moving-price.ts'
import { applyPendingChildren } from './pending-children.ts'
import { updateRegistrationPrices } from './registration-price.ts'
import { revealTimelockedWeights } from './reveal.ts'
import { populateStakingColdkeys } from './staking-coldkeys.ts'
import { cleanUpHotkeySwapRecords } from './swap-records.ts'

/** `on_initialize` of SubtensorModule. */
export function onInitialize(ctx: Ctx): void {
  const netuids = allNetuids(ctx)
  const subnets = netuids.filter((netuid) => netuid !== ROOT_NETUID)
  const emitting = emittingSubnets(ctx, subnets)

  cleanUpHotkeySwapRecords(ctx, netuids)
  updateRegistrationPrices(ctx, netuids)
  const credit = mintBlockEmission(ctx)
  revealTimelockedWeights(ctx, subnets)
  runCoinbase(ctx, subnets, emitting, credit)
  updateMovingPrices(ctx, emitting)
  updateRootProportions(ctx, emitting)
  applyPendingChildren(ctx, netuids)
  runAutoClaims(ctx)
  populateStakingColdkeys(ctx)
}
