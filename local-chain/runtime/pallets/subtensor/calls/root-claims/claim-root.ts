/**
 * `claim_root`: takes the alpha that root stake earned on some subnets.
 *
 * Source: ../shared/spec/staking.md sections 13.2 and 13.4 (staking/claim_root.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { btreeSet, named } from '../../../../../frame/types/combinators.ts'
import type { DispatchWeight } from '../../../../../frame/types/common.ts'
import { u16 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { DB_WEIGHT } from '../../../system/constants.ts'
import { errors } from '../../errors.ts'
import { claimRootDividends } from '../../root-claims/claim.ts'
import { addStakingColdkey } from '../../root-claims/coldkey-index.ts'

const SUBNETS_MAX = 5

const { read: READ, write: WRITE } = DB_WEIGHT
/** One hotkey: three reads. One claim on a subnet, made or not: its own work, 7 reads, 5 writes. */
const PER_HOTKEY = 3n * READ
const PER_CLAIM = { refTime: 60_000_000n + 7n * READ + 5n * WRITE, proofSize: 6_987n }

/**
 * Origin: any coldkey. Emits `RootClaimed`, also when nothing was owed.
 *
 * @throws InvalidSubnetNumber  no subnet, or more than five
 * @throws InsufficientBalance, RootNetworkDoesNotExist, errors of Swap  alpha cannot be sold
 */
export const claimRoot = call({
  index: 121,
  docs: 'Claims what the root stake of the signer earned on up to five subnets.',
  args: { subnets: named('BTreeSet<NetUid>', btreeSet(u16)) },
  info: { weight: { refTime: 938_999_000n, proofSize: 7_875n } },
  run(ctx: Ctx, origin, { subnets }) {
    const coldkey = ensureSigned(origin)
    const isCountAllowed = subnets.length > 0 && subnets.length <= SUBNETS_MAX
    ensure(isCountAllowed, errors.InvalidSubnetNumber)
    addStakingColdkey(ctx, coldkey)
    const filter = new Set(subnets)
    const actualWeight = weightOf(ctx, coldkey, filter)
    claimRootDividends(ctx, coldkey, filter)
    return { actualWeight }
  },
})

/** What the claims cost; it can exceed the declaration, which then counts. */
function weightOf(ctx: Ctx, coldkey: AccountId, filter: ReadonlySet<number>): DispatchWeight {
  const { rootClaimable, stakingHotkeys } = ctx.storage.subtensor
  let refTime = READ
  let proofSize = 0n
  for (const hotkey of stakingHotkeys.get(coldkey)) {
    refTime += PER_HOTKEY
    for (const [netuid] of rootClaimable.get(hotkey)) {
      if (!filter.has(netuid)) continue
      refTime += PER_CLAIM.refTime
      proofSize += PER_CLAIM.proofSize
    }
  }
  return { refTime, proofSize }
}
