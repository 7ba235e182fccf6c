/**
 * `SubtensorModule.set_identity`. Says who a coldkey is.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { bytes } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { storeChainIdentity } from '../../subnets/identity.ts'

export const setIdentity = call({
  index: 68,
  docs: 'Stores name, links and description of a coldkey that has a registered hotkey.',
  args: {
    name: bytes,
    url: bytes,
    githubRepo: bytes,
    image: bytes,
    discord: bytes,
    description: bytes,
    additional: bytes,
  },
  info: { weight: { refTime: 207_040_000n, proofSize: 6_829n } },
  run(ctx: Ctx, origin, identity) {
    storeChainIdentity(ctx, ensureSigned(origin), identity)
  },
})
