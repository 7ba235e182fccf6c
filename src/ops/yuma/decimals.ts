/**
 * Decimal numbers as people write them, read exactly, and the chain's integers as decimals.
 *
 * Shares become n / 65535 rounded down, as btcli does when it sets a hyperparameter: kappa 0.5 is
 * 32767. `a/b` gives a share that no decimal hits: `45875/65535`.
 *
 * @module
 */
import { invalidEpoch } from './errors.ts'

/** An exact number, not negative. */
export interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

export const U16_ONE = 65_535n
const U64_ONE = (1n << 64n) - 1n
/** Longer texts are no numbers that anybody means. */
const TEXT_MAX = 60

/**
 * @param where  for errors: row, column
 * @throws TaoError INVALID_EPOCH  negative, not finite, no number
 */
export function parseFraction(text: string, where: string): Fraction {
  const found = text.trim()
  const shown = JSON.stringify(found.slice(0, TEXT_MAX))
  if (/^-\.?[0-9]/.test(found)) throw invalidEpoch(where, `${found} is negative`)
  if (/^[+-]?\.?(inf|infinity|nan)$/i.test(found))
    throw invalidEpoch(where, `${found} is not finite`)
  if (found.length > TEXT_MAX) throw invalidEpoch(where, `${shown}... is too long for a number`)
  const ratio = /^([0-9]+)\/([0-9]+)$/.exec(found)
  if (ratio !== null) {
    const [, num = '', den = ''] = ratio
    if (/^0+$/.test(den)) throw invalidEpoch(where, `${found} divides by zero`)
    return { num: BigInt(num), den: BigInt(den) }
  }
  const match = /^([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,2}))?(%?)$/.exec(found)
  if (match === null) throw invalidEpoch(where, `${shown} is no number`)
  const [, whole = '', fraction = '', exponent = '0', percent] = match
  const digits = BigInt(whole + fraction)
  const shift = Number(exponent) - fraction.length - (percent === '%' ? 2 : 0)
  return shift >= 0
    ? { num: digits * 10n ** BigInt(shift), den: 1n }
    : { num: digits, den: 10n ** BigInt(-shift) }
}

/** A share from 0 to 1. */
function parseShare(text: string, where: string): Fraction {
  const share = parseFraction(text, where)
  if (share.num > share.den) throw invalidEpoch(where, `${text} is above 1`)
  return share
}

/** A share as u16. */
export function share16(text: string, where: string): number {
  const { num, den } = parseShare(text, where)
  return Number((num * U16_ONE) / den)
}

/** A share as u64. */
export function share64(text: string, where: string): bigint {
  const { num, den } = parseShare(text, where)
  return (num * U64_ONE) / den
}

/** A number in units of 10^-decimals, exact, at most `max` units. */
export function units(text: string, where: string, decimals: number, max = U64_ONE): bigint {
  const { num, den } = parseFraction(text, where)
  const scaled = num * 10n ** BigInt(decimals)
  if (scaled % den !== 0n) {
    throw invalidEpoch(where, `${text} has more than ${decimals} digits after the point`)
  }
  const found = scaled / den
  if (found > max) throw invalidEpoch(where, `${text} is above ${decimalOf(max, decimals)}`)
  return found
}

/** The same with a sign, from `-max - 1` to `max` units. */
export function signedUnits(text: string, where: string, decimals: number, max: bigint): bigint {
  const found = text.trim()
  return /^-[0-9]/.test(found)
    ? -units(found.slice(1), where, decimals, max + 1n)
    : units(found, where, decimals, max)
}

export function flag(text: string, where: string): boolean {
  if (text === 'true') return true
  if (text === 'false') return false
  throw invalidEpoch(where, `must be true or false, not ${JSON.stringify(text)}`)
}

/** Shortest exact decimal of units of 10^-decimals. */
export function decimalOf(value: bigint, decimals: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const fraction = digits.slice(cut).replace(/0+$/, '')
  return `${sign}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Rao as a decimal number of alpha. */
export function alphaDecimal(rao: bigint): string {
  return decimalOf(rao, 9)
}

/** n / 65535 to six digits, which tells neighbours apart. */
export function share16Decimal(value: number): string {
  return decimalOf((BigInt(value) * 2_000_000n + U16_ONE) / (2n * U16_ONE), 6)
}

/** The same, rounded up, so that reading it gives n again. */
export function share16Text(value: number): string {
  return decimalOf((BigInt(value) * 1_000_000n + U16_ONE - 1n) / U16_ONE, 6)
}

/** Bits of I32F32 as a number, for tables and plots. */
export function realOf(bits: bigint): number {
  return Number(bits) / 4_294_967_296
}
