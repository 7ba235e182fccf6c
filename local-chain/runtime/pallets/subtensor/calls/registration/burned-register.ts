/**
 * `SubtensorModule.burned_register`. Registers a hotkey on a subnet.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { burnedRegister } from '../../neurons/registration.ts'

export const burnedRegisterCall = call({
  index: 7,
  docs: 'Registers a hotkey on a subnet. The signer pays the registration price of the moment.',
  args: { netuid, hotkey: accountId },
  info: { weight: { refTime: 4_086_815_000n, proofSize: 6_148n } },
  run(ctx: Ctx, origin, { netuid, hotkey }) {
    burnedRegister(ctx, { netuid, hotkey, coldkey: ensureSigned(origin) })
  },
})
