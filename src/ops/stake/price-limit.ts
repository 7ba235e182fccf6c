/**
 * Price limits from a tolerance.
 *
 * Source: ../shared/spec/cli-stake-subnets.md section 1.
 *
 * @module
 */

/** Tolerances are used to a millionth. */
const PARTS = 1_000_000n

/** The highest price to pay: `price * (1 + tolerance)`, rounded down. */
export function limitAbove(priceRao: bigint, tolerance: number): bigint {
  return (priceRao * (PARTS + parts(tolerance))) / PARTS
}

/** The lowest price to take: `price * (1 - tolerance)`, rounded down. */
export function limitBelow(priceRao: bigint, tolerance: number): bigint {
  return (priceRao * (PARTS - parts(tolerance))) / PARTS
}

function parts(tolerance: number): bigint {
  return BigInt(Math.round(tolerance * Number(PARTS)))
}
