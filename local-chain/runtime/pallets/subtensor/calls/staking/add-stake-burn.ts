/**
 * `add_stake_burn`: stakes and burns the alpha at once, to support a subnet's price.
 *
 * Source: ../shared/spec/staking.md section 5, spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, option } from '../../../../../frame/types/combinators.ts'
import { accountId, netuid, taoBalance } from '../../../../../frame/types/common.ts'
import { u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { events } from '../../events.ts'
import { addStakeAtMarket } from './add-stake.ts'
import { addStakeUnderLimit } from './add-stake-limit.ts'
import { burnStake } from './burn-alpha.ts'

/**
 * Origin: any coldkey. Emits `StakeAdded`, `AlphaBurned` and `AddStakeBurn`.
 *
 * @throws what `add_stake` (or, with a limit, `add_stake_limit`) and `burn_alpha` throw
 */
export const addStakeBurn = call({
  index: 132,
  docs: 'Stakes TAO of the signer to a hotkey and burns the alpha that it bought.',
  args: {
    hotkey: accountId,
    netuid,
    amount: taoBalance,
    limit: named('Option<TaoBalance>', option(u64)),
  },
  info: { weight: { refTime: 3_492_308_000n, proofSize: 8_727n } },
  run(ctx: Ctx, origin, { hotkey, netuid, amount, limit }) {
    const coldkey = ensureSigned(origin)
    const position = { hotkey, coldkey, netuid }
    const alpha =
      limit === undefined
        ? addStakeAtMarket(ctx, position, amount)
        : addStakeUnderLimit(ctx, position, { amount, limit, allowPartial: false })
    burnStake(ctx, position, alpha)
    ctx.emit(events.AddStakeBurn, { netuid, hotkey, amount, alpha })
  },
})
