/**
 * e^x as the chain's library computes it: a series of 30 terms, each of them floored twice.
 *
 * Four numbers at a time: each step of a series waits for a division of the one before, and four that
 * do not wait for one another take half the time of four in turn.
 *
 * Source: ../shared/spec/fixed-point.md section 5.
 *
 * @module
 */
import { ONE, reciprocal } from './arithmetic'
import { i64At, setI64 } from './cells'

const LIMIT: i64 = 20 << 32
/** e with the 23 fraction bits of the library's constant. */
const E: i64 = 11674931200

/**
 * Replaces four numbers by e^x, x clamped to [-20, 20].
 *
 * @param at  i64 [4]; the results are bits in [8, 2^61)
 */
export function expSafe4(at: usize): void {
  const a = i64At(at, 0)
  const b = i64At(at, 1)
  const c = i64At(at, 2)
  const d = i64At(at, 3)
  series4(at, distance(a), distance(b), distance(c), distance(d))
  setI64(at, 0, power(a, i64At(at, 0)))
  setI64(at, 1, power(b, i64At(at, 1)))
  setI64(at, 2, power(c, i64At(at, 2)))
  setI64(at, 3, power(d, i64At(at, 3)))
}

@inline
function distance(x: i64): u64 {
  return u64(x < 0 ? -max(x, -LIMIT) : min(x, LIMIT))
}

@inline
function power(x: i64, sum: i64): i64 {
  if (x == 0) return ONE
  if (x == ONE) return E
  return x < 0 ? reciprocal(sum) : sum
}

/** The next term, for 0 <= x <= 20: three partial products of term * x, exact below bit 32. */
@inline
function next(term: u64, x: u64, i: u64): u64 {
  const fraction = x & 0xffffffff
  const product =
    term * (x >> 32) + (term >> 32) * fraction + (((term & 0xffffffff) * fraction) >> 32)
  return product / i
}

/** Once a term is 0, so are all later ones. */
function series4(at: usize, a: u64, b: u64, c: u64, d: u64): void {
  let termA = a
  let termB = b
  let termC = c
  let termD = d
  let sumA = a + ONE
  let sumB = b + ONE
  let sumC = c + ONE
  let sumD = d + ONE
  for (let i: u64 = 2; i < 32; i++) {
    termA = next(termA, a, i)
    termB = next(termB, b, i)
    termC = next(termC, c, i)
    termD = next(termD, d, i)
    if ((termA | termB | termC | termD) == 0) break
    sumA += termA
    sumB += termB
    sumC += termC
    sumD += termD
  }
  setI64(at, 0, sumA)
  setI64(at, 1, sumB)
  setI64(at, 2, sumC)
  setI64(at, 3, sumD)
}
