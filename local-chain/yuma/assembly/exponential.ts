/**
 * e^x as the chain's library computes it: a series of 30 terms, each of them floored twice.
 *
 * Source: ../shared/spec/fixed-point.md section 5.
 *
 * @module
 */
import { ONE, reciprocal } from './arithmetic'

const LIMIT: i64 = 20 << 32
/** e with the 23 fraction bits of the library's constant. */
const E: i64 = 11674931200

/**
 * e^x, x clamped to [-20, 20].
 *
 * @returns bits in [8, 2^61)
 */
export function expSafe(x: i64): i64 {
  if (x == 0) return ONE
  if (x == ONE) return E
  const sum = series(x < 0 ? -max(x, -LIMIT) : min(x, LIMIT))
  return x < 0 ? reciprocal(sum) : sum
}

/** For 0 < x <= 20. Once a term is 0, so are all later ones. */
function series(x: i64): i64 {
  const whole = u64(x) >> 32
  const fraction = u64(x) & 0xffffffff
  let term = u64(x)
  let sum = u64(x + ONE)
  for (let i: u64 = 2; i < 32; i++) {
    // Three partial products of the 96-bit term * x; every one of them is exact below bit 32.
    term =
      (term * whole + (term >> 32) * fraction + (((term & 0xffffffff) * fraction) >> 32)) / i
    if (term == 0) break
    sum += term
  }
  return i64(sum)
}
