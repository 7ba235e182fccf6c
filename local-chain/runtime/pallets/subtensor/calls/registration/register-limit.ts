/**
 * `SubtensorModule.register_limit`. Registers a hotkey on a subnet at a price that the caller names.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import { u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { burnedRegister, ensurePriceWithin } from '../../neurons/registration.ts'

export const registerLimit = call({
  index: 134,
  docs: 'As burned_register, but refuses when the price is above the limit (rao).',
  args: { netuid, hotkey: accountId, limitPrice: u64 },
  info: { weight: { refTime: 5_529_200_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { netuid, hotkey, limitPrice }) {
    const coldkey = ensureSigned(origin)
    ensurePriceWithin(ctx, netuid, limitPrice)
    burnedRegister(ctx, { netuid, hotkey, coldkey })
  },
})
