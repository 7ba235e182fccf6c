/**
 * `set_root_claim_type`: whether root dividends of a coldkey are sold for root stake or kept.
 *
 * Source: ../shared/spec/staking.md section 13.4 (staking/claim_root.rs), spec 425.
 *
 * @module
 */
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { addStakingColdkey } from '../../root-claims/coldkey-index.ts'
import { rootClaimTypeEnum } from '../../types.ts'

/**
 * Origin: any coldkey. Emits `RootClaimTypeSet`.
 *
 * @throws InvalidSubnetNumber  keeps the alpha of no subnet
 */
export const setRootClaimType = call({
  index: 122,
  docs: 'Sets whether claims of the signer are sold for root stake or kept as alpha.',
  args: { newRootClaimType: rootClaimTypeEnum },
  info: { weight: { refTime: 468_283_000n, proofSize: 3_941n } },
  run(ctx: Ctx, origin, { newRootClaimType }) {
    const coldkey = ensureSigned(origin)
    if (newRootClaimType.type === 'KeepSubnets') {
      ensure(newRootClaimType.value.subnets.length > 0, errors.InvalidSubnetNumber)
    }
    addStakingColdkey(ctx, coldkey)
    ctx.storage.subtensor.rootClaimType.set(coldkey, newRootClaimType)
    ctx.emit(events.RootClaimTypeSet, { coldkey, rootClaimType: newRootClaimType })
  },
})
