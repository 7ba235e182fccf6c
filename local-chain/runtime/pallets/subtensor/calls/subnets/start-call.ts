/**
 * `SubtensorModule.start_call`. Starts a subnet.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { startSubnet } from '../../subnets/start.ts'

export const startCall = call({
  index: 92,
  docs: 'Starts a subnet: its token can be traded from now on, and it may receive emission. For its owner, once.',
  args: { netuid },
  info: { weight: { refTime: 364_454_000n, proofSize: 4_583n } },
  run(ctx: Ctx, origin, args) {
    startSubnet(ctx, origin, args.netuid)
  },
})
