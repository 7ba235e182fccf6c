/**
 * `set_coldkey_auto_stake_hotkey`: where the incentives of a coldkey's miners are staked.
 *
 * Source: ../shared/spec/staking.md section 15, spec 425.
 *
 * @module
 */
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { isRegistered, subnetExists } from '../../subnets/lookup.ts'

/**
 * Origin: any coldkey. No call unsets it. Emits `AutoStakeDestinationSet`.
 *
 * @throws SubnetNotExists
 * @throws HotKeyNotRegisteredInSubNet      the hotkey has no uid there
 * @throws SameAutoStakeHotkeyAlreadySet
 */
export const setColdkeyAutoStakeHotkey = call({
  index: 114,
  docs: 'Sets the hotkey behind which incentives of the signer on a subnet are staked.',
  args: { netuid, hotkey: accountId },
  info: { weight: { refTime: 333_853_000n, proofSize: 4_274n } },
  run(ctx: Ctx, origin, { netuid, hotkey }) {
    const coldkey = ensureSigned(origin)
    const { autoStakeDestination, autoStakeDestinationColdkeys } = ctx.storage.subtensor
    ensure(subnetExists(ctx, netuid), errors.SubnetNotExists)
    ensure(isRegistered(ctx, netuid, hotkey), errors.HotKeyNotRegisteredInSubNet)
    const present = autoStakeDestination.get(coldkey, netuid)
    ensure(present !== hotkey, errors.SameAutoStakeHotkeyAlreadySet)

    if (present !== undefined) {
      // An empty list stays as an entry.
      const others = autoStakeDestinationColdkeys.get(present, netuid)
      const rest = others.filter((other) => other !== coldkey)
      autoStakeDestinationColdkeys.set(present, netuid, rest)
    }
    autoStakeDestination.set(coldkey, netuid, hotkey)
    const coldkeys = autoStakeDestinationColdkeys.get(hotkey, netuid)
    if (!coldkeys.includes(coldkey)) {
      autoStakeDestinationColdkeys.set(hotkey, netuid, [...coldkeys, coldkey])
    }
    ctx.emit(events.AutoStakeDestinationSet, { coldkey, netuid, hotkey })
  },
})
