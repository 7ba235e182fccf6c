/**
 * A share pool: one value shared by many, each with a share of a common denominator.
 *
 * What everybody holds grows by raising the value; one member joins or leaves by moving shares. The
 * numbers live elsewhere (`SharePoolStore`); a zero written there removes the entry.
 *
 * Source: ../shared/spec/staking.md section 2.2 (primitives/share-pool), spec 425.
 *
 * @module
 */
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { add, fromU64, isZero, mulDiv, type SafeFloat, sub, toU64, ZERO } from './safe-float.ts'

/** Where a pool keeps its numbers. */
export interface SharePoolStore<K> {
  value(): bigint
  setValue(value: bigint): void
  denominator(): SafeFloat
  setDenominator(denominator: SafeFloat): void
  /** undefined when the member has no entry */
  share(member: K): SafeFloat | undefined
  setShare(member: K, share: SafeFloat): void
}

/** What a member's share is worth, floored. 0 without a share. */
export function worthOf<K>(pool: SharePoolStore<K>, member: K): bigint {
  const share = pool.share(member)
  if (share === undefined || isZero(share)) return 0n
  const worth = mulDiv(fromU64(pool.value()), share, pool.denominator())
  return worth === undefined ? 0n : toU64(worth)
}

/** Raises or lowers the common value; every member's worth moves in proportion. */
export function updateAll<K>(pool: SharePoolStore<K>, delta: bigint): void {
  const value = pool.value()
  pool.setValue(delta < 0n ? saturatingSubU64(value, -delta) : saturatingAddU64(value, delta))
}

/** Shares that an amount is worth; zero in a pool without value. */
function sharesFor<K>(pool: SharePoolStore<K>, amount: bigint): SafeFloat {
  const value = pool.value()
  if (value === 0n) return ZERO
  return mulDiv(fromU64(amount), pool.denominator(), fromU64(value)) ?? ZERO
}

/**
 * Raises or lowers one member's worth, and the common value with it.
 *
 * An empty pool takes the amount as shares one to one, even a negative one. With shares but without
 * value only the value moves. The chain keeps an old number where an operation has no result.
 */
export function updateOne<K>(pool: SharePoolStore<K>, member: K, delta: bigint): void {
  const amount = delta < 0n ? -delta : delta
  const denominator = pool.denominator()
  if (isZero(denominator)) {
    const shares = fromU64(amount)
    pool.setDenominator(shares)
    pool.setShare(member, shares)
  } else {
    const shares = sharesFor(pool, amount)
    const share = pool.share(member) ?? ZERO
    const move = delta > 0n ? add : sub
    pool.setDenominator(move(denominator, shares) ?? denominator)
    pool.setShare(member, move(share, shares) ?? share)
  }
  updateAll(pool, delta)
}

/** Whether adding `amount` for one member would give a share at all. */
export function wouldGiveShares<K>(pool: SharePoolStore<K>, amount: bigint): boolean {
  return isZero(pool.denominator()) || !isZero(sharesFor(pool, amount))
}
