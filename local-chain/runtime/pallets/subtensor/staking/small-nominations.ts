/**
 * Nominations too small to keep are sold for their owner.
 *
 * Source: ../shared/spec/staking.md section 10 (staking/helpers.rs), spec 425.
 *
 * @module
 */
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingMulU64 } from '../../../u64.ts'
import { currentAlphaPrice, PRICE_MIN } from '../../swap/pool.ts'
import { ownsHotkey } from '../hotkeys.ts'
import { forceReduceLock } from './locks.ts'
import { decreaseStake, type StakePosition, stakeOf } from './stake-ledger.ts'
import { MIN_STAKE, unstakeFromSubnet } from './stake-moves.ts'

const PARTS = 1_000_000n

/** Least value of a nomination, rao; 0 on a new chain. */
export function nominatorMinimum(ctx: Ctx): bigint {
  const required = ctx.storage.subtensor.nominatorMinRequiredStake.get()
  return saturatingMulU64(MIN_STAKE, required) / PARTS
}

/**
 * Sells a nomination that is below the minimum, fees on. Where the pool refuses, the alpha is lost.
 * An owner's own stake is never touched.
 */
export function clearSmallNomination(ctx: Ctx, position: StakePosition): void {
  const { hotkey, coldkey, netuid } = position
  if (ownsHotkey(ctx, coldkey, hotkey)) return
  const stake = stakeOf(ctx, position)
  if (stake === 0n) return
  const minimum = U64F64.fromNum(nominatorMinimum(ctx))
  const least = U64F64.toU64(U64F64.safeDiv(minimum, currentAlphaPrice(ctx, netuid)))
  if (stake >= least) return
  try {
    // As on the chain, a refusal here keeps what was written before it.
    unstakeFromSubnet(ctx, position, coldkey, stake, { limit: PRICE_MIN, dropFees: false })
  } catch (error) {
    if (!(error instanceof DispatchFailure)) throw error
    decreaseStake(ctx, { ...position, amount: stakeOf(ctx, position) })
  }
  forceReduceLock(ctx, coldkey, netuid, stake)
}

/** Clears every small nomination of the chain: after the minimum was raised. */
export function clearAllSmallNominations(ctx: Ctx): void {
  for (const position of allPositions(ctx)) clearSmallNomination(ctx, position)
}

/** Every position of both share maps, ordered by hotkey, coldkey, netuid. */
export function allPositions(ctx: Ctx): StakePosition[] {
  const { alpha, alphaV2 } = ctx.storage.subtensor
  const found = new Map<string, StakePosition>()
  for (const { keys } of [...alpha.entriesOf(), ...alphaV2.entriesOf()]) {
    const [hotkey, coldkey, netuid] = keys
    const id = hotkey + coldkey + netuid.toString(16).padStart(4, '0')
    found.set(id, { hotkey, coldkey, netuid })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, position]) => position)
}
