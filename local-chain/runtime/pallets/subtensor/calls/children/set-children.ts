/**
 * `set_children`: lends parts of a hotkey's stake weight on a subnet to other hotkeys.
 *
 * Source: ../shared/spec/staking.md section 12 (staking/set_children.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { tuple, vec } from '../../../../../frame/types/combinators.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import { u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { setChildren as announce } from '../../children/set-children.ts'

/**
 * Origin: the owning coldkey. Emits `SetChildrenScheduled`, or `SetChildren` on a subnet that has not
 * started.
 *
 * @throws TxRateLimitExceeded           announced too few blocks ago
 * @throws RegistrationNotPermittedOnRootSubnet, SubnetNotExists
 * @throws NonAssociatedColdKey          another coldkey owns the hotkey
 * @throws DuplicateChild, InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency
 * @throws NotEnoughStakeToSetChildkeys  the hotkey is below the stake threshold
 */
export const setChildren = call({
  index: 67,
  docs: 'Announces the children of a hotkey on a subnet. Signed by the owner of the hotkey.',
  args: { hotkey: accountId, netuid, children: vec(tuple(u64, accountId)) },
  info: { weight: { refTime: 3_369_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { hotkey, netuid, children }) {
    announce(ctx, { coldkey: ensureSigned(origin), hotkey, netuid, children })
  },
})
