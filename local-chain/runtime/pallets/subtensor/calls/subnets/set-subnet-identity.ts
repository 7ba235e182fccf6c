/**
 * `SubtensorModule.set_subnet_identity`. Says what a subnet is.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { bytes } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { storeSubnetIdentity } from '../../subnets/identity.ts'

export const setSubnetIdentity = call({
  index: 78,
  docs: "Stores a subnet's name, links and description. For its owner.",
  args: {
    netuid,
    subnetName: bytes,
    githubRepo: bytes,
    subnetContact: bytes,
    subnetUrl: bytes,
    discord: bytes,
    description: bytes,
    logoUrl: bytes,
    additional: bytes,
  },
  info: { weight: { refTime: 142_513_000n, proofSize: 4_060n } },
  run(ctx: Ctx, origin, { netuid, ...identity }) {
    const who = ensureSigned(origin)
    if (ctx.storage.subtensor.subnetOwner.get(netuid) !== who) throw errors.NotSubnetOwner
    storeSubnetIdentity(ctx, netuid, identity)
  },
})
