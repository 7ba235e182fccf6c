/**
 * Coinbase 7.7: a hotkey's dividends are shared with the parents whose stake it used.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.7 `parentChild` (subtensor
 * `coinbase/run_coinbase.rs` `get_parent_child_dividends_distribution`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { U96F32 } from '../../../../frame/fixed/index.ts'
import { proportionOfU64 } from './subnet-terms.ts'

/** Stake of a hotkey, rao. */
export interface HotkeyStake {
  readonly alpha: bigint
  readonly root: bigint
}

/** What the split of one hotkey's dividends depends on. */
export interface ParentTerms {
  readonly stake: HotkeyStake
  /** Shares that the hotkey gave away, of 2^64 - 1. */
  readonly childShares: readonly bigint[]
  readonly parents: readonly {
    readonly hotkey: AccountId
    readonly share: bigint
    readonly stake: HotkeyStake
    /** Parents of the same owner pay neither take nor burn. */
    readonly sameOwner: boolean
  }[]
  /** Kept by the hotkey from what parents of other owners get. */
  readonly childkeyTake: U96F32
  /** Recycled from what parents of other owners get. */
  readonly burn: U96F32
  readonly taoWeight: U96F32
}

export interface SharedDividends {
  /** Rao by receiver: the parents in stored order, then the hotkey itself. */
  readonly payouts: readonly (readonly [hotkey: AccountId, amount: bigint])[]
  /** Rao to recycle, one amount per parent. */
  readonly burned: readonly bigint[]
}

/** Alpha and weighted root stake, counted at a share. */
function contribution(stake: HotkeyStake, share: U96F32, taoWeight: U96F32): U96F32 {
  const alpha = (stake.alpha * share) as U96F32
  const root = U96F32.saturatingMul((stake.root * share) as U96F32, taoWeight)
  return U96F32.saturatingAdd(alpha, root)
}

/** What the hotkey's own stake contributes, after what its children use. Whole rao. */
function ownContribution(terms: ParentTerms): U96F32 {
  let rest = U96F32.one
  for (const share of terms.childShares) rest = U96F32.saturatingSub(rest, proportionOfU64(share))
  const own = contribution(terms.stake, rest, terms.taoWeight)
  return U96F32.fromNum(U96F32.toU64(own))
}

export function shareWithParents(
  hotkey: AccountId,
  dividends: bigint,
  terms: ParentTerms,
): SharedDividends {
  const whole = U96F32.fromNum(dividends)
  const used = terms.parents.map((parent) =>
    contribution(parent.stake, proportionOfU64(parent.share), terms.taoWeight),
  )
  let total = ownContribution(terms)
  for (const part of used) total = U96F32.saturatingAdd(total, part)

  const payouts: [AccountId, bigint][] = []
  const burned: bigint[] = []
  let rest = whole
  let taken = U96F32.zero
  terms.parents.forEach((parent, i) => {
    const factor = U96F32.safeDiv(used[i] ?? U96F32.zero, total)
    let part = U96F32.saturatingMul(whole, factor)
    rest = U96F32.saturatingSub(rest, part)
    if (!parent.sameOwner) {
      const burn = U96F32.saturatingMul(terms.burn, part)
      const take = U96F32.saturatingMul(terms.childkeyTake, part)
      part = U96F32.saturatingSub(U96F32.saturatingSub(part, burn), take)
      taken = U96F32.saturatingAdd(taken, take)
      burned.push(U96F32.toU64(burn))
    }
    payouts.push([parent.hotkey, U96F32.toU64(part)])
  })
  payouts.push([hotkey, U96F32.toU64(U96F32.saturatingAdd(rest, taken))])
  return { payouts, burned }
}
