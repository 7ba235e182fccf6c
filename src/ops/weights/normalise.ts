/**
 * Weights as people write them to the u16 values that a chain keeps: the largest becomes 65535.
 *
 * Double arithmetic, halves to even, zeros left out: as btcli and SDK 11 do it.
 *
 * Source: ../shared/spec/weights.md section 11.1.
 *
 * @module
 */

export interface EmittedWeights {
  readonly uids: readonly number[]
  /** 1 to 65535, in the order of `uids`. */
  readonly values: readonly number[]
}

const U16_MAX = 65_535

/**
 * @param weights  zero or more, any scale, one per uid
 * @returns  empty lists when all weights are zero
 * @throws RangeError  the lists differ in length, or a weight is negative or no number
 */
export function normaliseWeights(
  uids: readonly number[],
  weights: readonly number[],
): EmittedWeights {
  if (uids.length !== weights.length) {
    throw new RangeError(`${uids.length} uids and ${weights.length} weights`)
  }
  const wrong = weights.find((weight) => !(weight >= 0 && Number.isFinite(weight)))
  if (wrong !== undefined) throw new RangeError(`a weight is a number from 0 on, not ${wrong}`)
  const largest = Math.max(0, ...weights)
  const pairs = weights.map((weight, i) => ({
    uid: uids[i] ?? 0,
    value: largest === 0 ? 0 : roundHalfEven((weight / largest) * U16_MAX),
  }))
  const kept = pairs.filter(({ value }) => value > 0)
  return { uids: kept.map(({ uid }) => uid), values: kept.map(({ value }) => value) }
}

/** Rounding of Python and NumPy; `Math.round` takes halves up. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
