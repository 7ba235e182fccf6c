/**
 * Paying a fee in alpha: calls that take stake away may, when their signer has too little TAO.
 *
 * Source: `../shared/spec/swap.md` 13.4, step 2.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import { DispatchFailure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { blockAuthor } from '../../pallets/aura/slot.ts'
import { type StakePosition, stakeOf } from '../../pallets/subtensor/staking/stake-ledger.ts'
import { unstakeFromSubnet } from '../../pallets/subtensor/staking/stake-moves.ts'
import { allNetuids } from '../../pallets/subtensor/subnets/lookup.ts'
import { alphaForTao } from '../../pallets/swap/pool.ts'
import { minBigint } from '../../u64.ts'

/** What was taken, as the event says it. */
export interface AlphaPayment {
  readonly netuid: number
  readonly alpha: bigint
  readonly tao: bigint
}

/** Calls that name the subnet whose alpha they take, by the fields that name hotkey and subnet. */
const FROM_ONE_SUBNET: { readonly [call: string]: readonly [hotkey: string, netuid: string] } = {
  remove_stake: ['hotkey', 'netuid'],
  remove_stake_limit: ['hotkey', 'netuid'],
  remove_stake_full_limit: ['hotkey', 'netuid'],
  move_stake: ['originHotkey', 'originNetuid'],
  transfer_stake: ['hotkey', 'originNetuid'],
  swap_stake: ['hotkey', 'originNetuid'],
  swap_stake_limit: ['hotkey', 'originNetuid'],
  recycle_alpha: ['hotkey', 'netuid'],
  burn_alpha: ['hotkey', 'netuid'],
}
const FROM_ALL_SUBNETS = new Set(['unstake_all', 'unstake_all_alpha'])

/** The position that can pay for the call, when there is one that covers the fee. */
export function payingPosition(
  ctx: Ctx,
  payer: AccountId,
  call: RuntimeCallValue,
  fee: bigint,
): StakePosition | undefined {
  const position = positionOf(ctx, payer, call)
  if (position === undefined) return undefined
  return stakeOf(ctx, position) >= alphaForTao(ctx, position.netuid, fee) ? position : undefined
}

function positionOf(
  ctx: Ctx,
  coldkey: AccountId,
  call: RuntimeCallValue,
): StakePosition | undefined {
  if (call.pallet !== 'SubtensorModule') return undefined
  if (FROM_ALL_SUBNETS.has(call.name)) {
    const hotkey = call.args['hotkey'] as AccountId
    const held = allNetuids(ctx)
      .filter((netuid) => ctx.storage.subtensor.subtokenEnabled.get(netuid))
      .map((netuid) => ({ hotkey, coldkey, netuid }))
      .filter((position) => stakeOf(ctx, position) > 0n)
    return held.length === 1 ? held[0] : undefined
  }
  const fields = FROM_ONE_SUBNET[call.name]
  if (fields === undefined) return undefined
  const [hotkeyField, netuidField] = fields
  return {
    hotkey: call.args[hotkeyField] as AccountId,
    netuid: call.args[netuidField] as number,
    coldkey,
  }
}

/**
 * Sells alpha of the position for the block author. Without an author nothing is taken.
 *
 * @returns undefined  the sale is impossible, so the extrinsic cannot be paid for
 */
export function payInAlpha(
  ctx: Ctx,
  position: StakePosition,
  fee: bigint,
): AlphaPayment | undefined {
  const author = blockAuthor(ctx)
  if (author === undefined) return { netuid: 0, alpha: 0n, tao: 0n }
  const stake = stakeOf(ctx, position)
  const worth = alphaForTao(ctx, position.netuid, fee)
  const alpha = minBigint(worth === 0n ? stake : worth, stake)
  try {
    const terms = { limit: 0n, dropFees: true }
    const tao = unstakeFromSubnet(ctx, position, author, alpha, terms)
    return { netuid: position.netuid, alpha, tao }
  } catch (error) {
    if (error instanceof DispatchFailure) return undefined
    throw error
  }
}
