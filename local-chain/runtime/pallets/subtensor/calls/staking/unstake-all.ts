/**
 * `unstake_all`: unstakes from a hotkey wherever that is possible.
 *
 * Source: ../shared/spec/staking.md section 6 (staking/remove_stake.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { DispatchFailure, ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { saturatingAddU64 } from '../../../../u64.ts'
import { PRICE_MIN } from '../../../swap/pool.ts'
import { errors } from '../../errors.ts'
import { hotkeyExists } from '../../hotkeys.ts'
import { clearSmallNomination } from '../../staking/small-nominations.ts'
import { type StakePosition, stakeOf } from '../../staking/stake-ledger.ts'
import { unstakeFromSubnet } from '../../staking/stake-moves.ts'
import { validateRemoveStake, wholeAmount } from '../../staking/validation.ts'
import { allNetuids } from '../../subnets/lookup.ts'

/**
 * Origin: the coldkey that staked. Positions that may not be unstaked are skipped, all of them if
 * need be. Emits `StakeRemoved` per subnet.
 *
 * @throws HotKeyAccountNotExists  nobody owns the hotkey
 * @throws InsufficientBalance, errors of Swap  an accepted sale fails
 */
export const unstakeAll = call({
  index: 83,
  docs: 'Unstakes all alpha of the signer from a hotkey, on every subnet where that is possible.',
  args: { hotkey: accountId },
  info: { weight: { refTime: 176_830_000n, proofSize: 9_189n } },
  run(ctx: Ctx, origin, { hotkey }) {
    unstakeEverywhere(ctx, ensureSigned(origin), hotkey, allNetuids(ctx))
  },
})

/** @returns rao paid out */
export function unstakeEverywhere(
  ctx: Ctx,
  coldkey: AccountId,
  hotkey: AccountId,
  netuids: readonly number[],
): bigint {
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  const { subtokenEnabled } = ctx.storage.subtensor
  let total = 0n
  for (const netuid of netuids) {
    if (!subtokenEnabled.get(netuid)) continue
    const position = { hotkey, coldkey, netuid }
    const stake = stakeOf(ctx, position)
    if (!mayUnstake(ctx, position, stake)) continue
    const terms = { limit: PRICE_MIN, dropFees: false }
    const tao = unstakeFromSubnet(ctx, position, coldkey, stake, terms)
    total = saturatingAddU64(total, tao)
    clearSmallNomination(ctx, position)
  }
  return total
}

function mayUnstake(ctx: Ctx, position: StakePosition, stake: bigint): boolean {
  try {
    validateRemoveStake(ctx, position, stake, wholeAmount(stake))
    return true
  } catch (error) {
    if (error instanceof DispatchFailure) return false
    throw error
  }
}
