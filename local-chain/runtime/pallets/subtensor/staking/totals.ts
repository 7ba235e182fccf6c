/**
 * What all stake behind a hotkey is worth in TAO.
 *
 * Source: ../shared/spec/staking.md section 11, spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { allNetuids } from '../subnets/lookup.ts'
import { totalHotkeyAlpha } from './stake-ledger.ts'

/** At present prices, over all subnets, rao. */
export function totalStakeOfHotkey(ctx: Ctx, hotkey: AccountId): bigint {
  let total: U64F64 = U64F64.zero
  for (const netuid of allNetuids(ctx)) {
    const alpha = U64F64.fromNum(totalHotkeyAlpha(ctx, hotkey, netuid))
    total = U64F64.saturatingAdd(total, U64F64.saturatingMul(alpha, currentAlphaPrice(ctx, netuid)))
  }
  return U64F64.toU64(total)
}
