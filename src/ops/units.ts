/**
 * Amounts and fixed-point values on their way out: numbers for btcli's JSON, texts for tables.
 *
 * btcli's JSON has TAO and alpha as decimal numbers, so these leave the exact domain here and
 * nowhere else; nothing is computed with them.
 *
 * @module
 */
import { formatTao } from '../primitives/amount.ts'

/** Decimal TAO or alpha as a JSON number. */
export function taoNumber(rao: bigint): number {
  return Number.parseFloat(formatTao(rao))
}

/** Four digits after the point for tables; all of them with `exact`. */
export function taoText(rao: bigint, exact = false): string {
  return exact ? formatTao(rao) : formatTao(rao, { decimals: 4 })
}

/** A share of 65535 as a number from 0 to 1. */
export function u16Share(value: number): number {
  return value / 65_535
}

/** A chain's fixed-point number; `bits` as stored, `fraction` bits after the point. */
export function fixedNumber(bits: bigint, fraction: number): number {
  const unit = 1n << BigInt(fraction)
  const negative = bits < 0n
  const magnitude = negative ? -bits : bits
  const whole = Number(magnitude / unit)
  // 2^53 is the most a number carries exactly, and more digits than that are not shown.
  const shift = BigInt(Math.max(0, fraction - 53))
  const rest = Number((magnitude % unit) >> shift) / 2 ** Math.min(fraction, 53)
  return negative ? -(whole + rest) : whole + rest
}

/** `a * b / 10^9` rounded down: an amount at a price in rao. */
export function atPrice(amount: bigint, priceRao: bigint): bigint {
  return (amount * priceRao) / 1_000_000_000n
}
