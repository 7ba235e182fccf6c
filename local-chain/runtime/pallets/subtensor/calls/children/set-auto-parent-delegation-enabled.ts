/**
 * `set_auto_parent_delegation_enabled`: whether a root validator lends its weight to new subnets.
 *
 * Source: ../shared/spec/staking.md section 12, spec 425.
 *
 * @module
 */
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import { bool } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { ownsHotkey } from '../../hotkeys.ts'
import { isRegistered, ROOT_NETUID } from '../../subnets/lookup.ts'

/**
 * Origin: the owning coldkey. Emits `AutoParentDelegationEnabledSet`.
 *
 * @throws NonAssociatedColdKey         another coldkey owns the hotkey
 * @throws HotKeyNotRegisteredInSubNet  the hotkey has no uid on root
 */
export const setAutoParentDelegationEnabled = call({
  index: 135,
  docs: 'Sets whether a root validator becomes a parent on every new subnet. Signed by its owner.',
  args: { hotkey: accountId, enabled: bool },
  info: { weight: { refTime: 178_023_000n, proofSize: 4_364n } },
  run(ctx: Ctx, origin, { hotkey, enabled }) {
    const coldkey = ensureSigned(origin)
    ensure(ownsHotkey(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
    const isOnRoot = isRegistered(ctx, ROOT_NETUID, hotkey)
    ensure(isOnRoot, errors.HotKeyNotRegisteredInSubNet)
    ctx.storage.subtensor.autoParentDelegationEnabled.set(hotkey, enabled)
    ctx.emit(events.AutoParentDelegationEnabledSet, { hotkey, enabled })
  },
})
