/**
 * `remove_stake_full_limit`: unstakes a whole position, with or without a limit.
 *
 * Source: ../shared/spec/staking.md section 6 (staking/remove_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, option } from '../../../../../frame/types/combinators.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import { u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { stakeOf } from '../../staking/stake-ledger.ts'
import { removeStakeAtMarket } from './remove-stake.ts'
import { removeStakeAboveLimit } from './remove-stake-limit.ts'

/**
 * Origin: the coldkey that staked. Emits `StakeRemoved`.
 *
 * @throws what `remove_stake_limit` (without partial fills) or, without a limit, `remove_stake` throws
 */
export const removeStakeFullLimit = call({
  index: 103,
  docs: 'Unstakes all alpha of the signer from a hotkey on a subnet, above a limit if one is given.',
  args: { hotkey: accountId, netuid, limitPrice: named('Option<TaoBalance>', option(u64)) },
  info: { weight: { refTime: 2_729_292_000n, proofSize: 10_591n } },
  run(ctx: Ctx, origin, { hotkey, netuid, limitPrice }) {
    const coldkey = ensureSigned(origin)
    const position = { hotkey, coldkey, netuid }
    const amount = stakeOf(ctx, position)
    if (limitPrice === undefined) removeStakeAtMarket(ctx, position, amount)
    else removeStakeAboveLimit(ctx, position, { amount, limit: limitPrice, allowPartial: false })
  },
})
