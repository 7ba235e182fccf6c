/**
 * `SubtensorModule.terminate_lease`: the beneficiary of an ended lease becomes the subnet's owner.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named } from '../../../../../frame/types/combinators.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import { u32 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { terminateLease } from '../../leases/terminate.ts'

/** What the recordings show for seven shares and for five hundred; a straight line in between. */
function weightOf(shares: number) {
  const n = BigInt(shares)
  return {
    refTime: 1_638_026_073n + (62_591_642_706n * (n - 7n)) / 493n,
    proofSize: 6_148n + 2_529n * n,
  }
}

export const terminateLeaseCall = call({
  index: 111,
  docs: 'Ends a lease whose end block has come. The beneficiary becomes the owner of the subnet, with the hotkey given.',
  args: { leaseId: named('LeaseId', u32), hotkey: accountId },
  info: { weight: { refTime: 64_229_668_779n, proofSize: 1_270_648n } },
  run(ctx: Ctx, origin, { hotkey, leaseId }) {
    const shares = terminateLease(ctx, ensureSigned(origin), leaseId, hotkey)
    return { actualWeight: weightOf(shares) }
  },
})
