/**
 * `lock_stake`: commits alpha of a coldkey to a subnet, for conviction of a hotkey.
 *
 * Source: ../shared/spec/staking.md section 14 (staking/lock.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, alphaBalance, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { lockStake as lock } from '../../staking/lock-stake.ts'

/**
 * Origin: any coldkey with stake on the subnet, behind whichever hotkey. Emits `StakeLocked`.
 *
 * @throws AmountTooLow              nothing
 * @throws HotKeyAccountNotExists    nobody owns the hotkey
 * @throws LockHotkeyMismatch        the coldkey's lock on the subnet points at another hotkey
 * @throws InsufficientStakeForLock  more than the coldkey has on the subnet
 */
export const lockStake = call({
  index: 136,
  docs: 'Locks alpha of the signer on a subnet and gives a hotkey its conviction.',
  args: { hotkey: accountId, netuid, amount: alphaBalance },
  info: { weight: { refTime: 840_995_000n, proofSize: 7_655n } },
  run(ctx: Ctx, origin, { hotkey, netuid, amount }) {
    lock(ctx, { hotkey, coldkey: ensureSigned(origin), netuid, amount })
  },
})
