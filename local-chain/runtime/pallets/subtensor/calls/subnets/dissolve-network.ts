/**
 * `SubtensorModule.dissolve_network`. Ends a subnet.
 *
 * @module
 */
import { ensureRoot } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { dissolveSubnet } from '../../subnets/dissolve.ts'

export const dissolveNetwork = call({
  index: 61,
  docs: 'Root ends a subnet; stakers are paid out. The coldkey is not looked at.',
  args: { coldkey: accountId, netuid },
  info: { weight: { refTime: 3_369_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    dissolveSubnet(ctx, args.netuid)
  },
})
