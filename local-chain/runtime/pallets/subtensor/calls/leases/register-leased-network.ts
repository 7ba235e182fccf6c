/**
 * `SubtensorModule.register_leased_network`: a crowdloan's call that registers a subnet on lease.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, option } from '../../../../../frame/types/combinators.ts'
import { u32 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { percent } from '../../../../types.ts'
import { registerLeasedNetwork } from '../../leases/create.ts'

export const registerLeasedNetworkCall = call({
  index: 110,
  docs: 'Registers a subnet with the money of the crowdloan that is being finalized. Its creator runs the subnet; the contributors share a part of the owner cut until the end block, or for good.',
  args: { emissionsShare: percent, endBlock: named('Option<BlockNumberFor<T>>', option(u32)) },
  // For as many contributors as a crowdloan may have.
  info: { weight: { refTime: 154_848_111_986n, proofSize: 1_299_756n } },
  run(ctx: Ctx, origin, terms) {
    registerLeasedNetwork(ctx, ensureSigned(origin), terms)
  },
})
