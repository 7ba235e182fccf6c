/**
 * Block times as people write them: `250ms`, `12s`.
 *
 * @module
 */
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 }

/** Shorter blocks than this cannot be kept up; longer ones are a mistake in the unit. */
const MIN_MS = 10
const MAX_MS = 3_600_000

/**
 * Milliseconds of a block time.
 *
 * @throws RangeError  no number with a unit, or out of bounds
 */
export function parseBlockTimeMs(text: string): number {
  const [, digits, unit = 's'] = /^(\d{1,7})(ms|s|m)?$/.exec(text.trim()) ?? []
  const ms = Number(digits) * (UNITS[unit] ?? Number.NaN)
  if (!(ms >= MIN_MS && ms <= MAX_MS)) {
    throw new RangeError(`${JSON.stringify(text)} is no block time from 10ms to 60m, such as 250ms`)
  }
  return ms
}
