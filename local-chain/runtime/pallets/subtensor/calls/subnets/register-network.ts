/**
 * `SubtensorModule.register_network`. Registers a subnet.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { registerNetwork } from '../../subnets/create.ts'

export const registerNetworkCall = call({
  index: 59,
  docs: 'Registers a subnet. The signer pays the lock cost, which becomes the pool, and is the owner; the hotkey takes uid 0.',
  args: { hotkey: accountId },
  info: { weight: { refTime: 6_077_125_000n, proofSize: 9_947n } },
  run(ctx: Ctx, origin, { hotkey }) {
    const coldkey = ensureSigned(origin)
    registerNetwork(ctx, { coldkey, hotkey, identity: undefined })
  },
})
