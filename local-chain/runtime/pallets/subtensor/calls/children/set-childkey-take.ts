/**
 * `set_childkey_take`: what a child keeps of the dividends that its parents' stake earns.
 *
 * Source: ../shared/spec/staking.md section 12 (staking/set_children.rs), spec 425.
 *
 * @module
 */
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import { u16 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { ownsHotkey } from '../../hotkeys.ts'
import {
  hasPassed,
  lastTransactionBlock,
  markTransaction,
  transactionKey,
} from '../../rate-limits.ts'

/**
 * Origin: the owning coldkey. Only a higher take waits, but every change is recorded. Emits
 * `ChildKeyTakeSet`.
 *
 * @throws NonAssociatedColdKey             another coldkey owns the hotkey
 * @throws InvalidChildkeyTake              outside the bounds of the network or the subnet
 * @throws TxChildkeyTakeRateLimitExceeded  changed too few blocks ago
 */
export const setChildkeyTake = call({
  index: 75,
  docs: 'Sets what a child hotkey keeps of dividends on a subnet. Signed by its owner.',
  args: { hotkey: accountId, netuid, take: u16 },
  info: { weight: { refTime: 428_870_000n, proofSize: 4_498n } },
  run(ctx: Ctx, origin, { hotkey, netuid, take }) {
    const coldkey = ensureSigned(origin)
    const s = ctx.storage.subtensor
    ensure(ownsHotkey(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
    const least = Math.max(s.minChildkeyTake.get(), s.minChildkeyTakePerSubnet.get(netuid))
    ensure(take >= least && take <= s.maxChildkeyTake.get(), errors.InvalidChildkeyTake)
    if (take > Math.max(s.childkeyTake.get(hotkey, netuid), least)) {
      const last = lastTransactionBlock(ctx, hotkey, netuid, transactionKey.SetChildkeyTake)
      const passed = hasPassed(ctx, last, s.txChildkeyTakeRateLimit.get())
      ensure(passed, errors.TxChildkeyTakeRateLimitExceeded)
    }

    markTransaction(ctx, hotkey, netuid, transactionKey.SetChildkeyTake)
    s.childkeyTake.set(hotkey, netuid, take)
    ctx.emit(events.ChildKeyTakeSet, [hotkey, take])
  },
})
