/**
 * How much a hotkey's stake counts on a subnet: alpha and weighted root stake, after what children
 * use and parents lend.
 *
 * Source: ../shared/spec/yuma.md section 3 (subtensor `staking/stake_utils.rs`
 * `get_stake_weights_for_hotkey_on_subnet`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { I64F64 } from '../../../../frame/fixed/index.ts'
import { stakeWeights } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { gatherStake } from './gather.ts'

/** Stake weight of one hotkey, whether it holds a uid or not. */
export function stakeWeightOf(ctx: Ctx, hotkey: AccountId, netuid: number): I64F64 {
  const hotkeys = [hotkey]
  const [weight] = stakeWeights({
    n: 1,
    hotkeys,
    taoWeight: ctx.storage.subtensor.taoWeight.get(),
    ...gatherStake(ctx, netuid, hotkeys),
  })
  return weight ?? I64F64.zero
}
