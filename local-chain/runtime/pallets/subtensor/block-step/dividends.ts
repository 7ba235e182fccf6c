/**
 * Coinbase 7.7, steps 5 and 6: each validator's dividends are split into alpha and root dividends by
 * its stake, and the pots are divided by those.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.7 (subtensor `coinbase/run_coinbase.rs`
 * `calculate_dividend_distribution`).
 *
 * @module
 */
import { U96F32 } from '../../../../frame/fixed/index.ts'
import type { HotkeyStake } from './parent-dividends.ts'

/** One validator with its dividends of the epoch and its stake. */
export interface Dividend {
  readonly dividend: U96F32
  readonly stake: HotkeyStake
}

/** By position of the dividends. A pot whose dividends sum to zero goes to nobody. */
export interface DividendShares {
  readonly alpha: readonly U96F32[]
  readonly root: readonly U96F32[]
}

/**
 * @param validatorPot  rao of alpha for validators, with the servers' where no server earned
 * @param rootPot       rao of alpha for root
 */
export function divideDividends(
  dividends: readonly Dividend[],
  validatorPot: bigint,
  rootPot: bigint,
  taoWeight: U96F32,
): DividendShares {
  const rootParts = dividends.map(({ dividend, stake }) => {
    const root = U96F32.saturate(stake.root * taoWeight)
    const total = U96F32.saturatingAdd(U96F32.fromNum(stake.alpha), root)
    return U96F32.saturatingMul(dividend, U96F32.safeDiv(root, total))
  })
  const alphaParts = dividends.map(({ dividend }, i) =>
    U96F32.saturatingSub(dividend, rootParts[i] ?? U96F32.zero),
  )
  return { alpha: dividePot(validatorPot, alphaParts), root: dividePot(rootPot, rootParts) }
}

function dividePot(pot: bigint, parts: readonly U96F32[]): U96F32[] {
  const sum = parts.reduce((total, part) => U96F32.saturatingAdd(total, part), U96F32.zero)
  const whole = U96F32.fromNum(pot)
  return parts.map((part) => U96F32.saturatingMul(whole, U96F32.safeDiv(part, sum)))
}
