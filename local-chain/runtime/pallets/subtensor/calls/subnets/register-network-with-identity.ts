/**
 * `SubtensorModule.register_network_with_identity`. Registers a subnet and says what it is.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, option } from '../../../../../frame/types/combinators.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { registerNetwork } from '../../subnets/create.ts'
import { subnetIdentityV3 } from '../../types.ts'

export const registerNetworkWithIdentity = call({
  index: 79,
  docs: 'Registers a subnet, as register_network, and stores its name, links and description.',
  args: {
    hotkey: accountId,
    identity: named('Option<SubnetIdentityOfV3>', option(subnetIdentityV3)),
  },
  info: { weight: { refTime: 5_950_041_000n, proofSize: 9_883n } },
  run(ctx: Ctx, origin, { hotkey, identity }) {
    const coldkey = ensureSigned(origin)
    registerNetwork(ctx, { coldkey, hotkey, identity })
  },
})
