/**
 * Amounts of TAO and alpha: u64 counts of the smallest unit, their text form, and arithmetic whose
 * name says what happens at the edge.
 *
 * Invariant: a balance is always within u64. No float is involved anywhere.
 *
 * @module
 */

declare const balanceBrand: unique symbol

/** An amount of TAO in rao, within u64. */
export type TaoBalance = bigint & { readonly [balanceBrand]: 'tao' }

/** An amount of a subnet's token in its smallest unit (1 alpha = 1e9), within u64. */
export type AlphaBalance = bigint & { readonly [balanceBrand]: 'alpha' }

/** Either kind; generic arithmetic keeps the kind of its operands. */
export type Balance = TaoBalance | AlphaBalance

export const U64_MAX = 18_446_744_073_709_551_615n

/** Digits after the point in one TAO or one alpha. */
export const TAO_DECIMALS = 9

/** Rao in one TAO; the same scale serves alpha. */
export const RAO_PER_TAO = 1_000_000_000n

/** Why a text is no amount. */
export type AmountReason =
  | 'empty'
  | 'notANumber'
  | 'negative'
  | 'zero'
  | 'tooManyDecimals'
  | 'overflow'

/** A text that is not an amount; `reason` is stable, the caller words the message for its flag. */
export class AmountError extends Error {
  override name = 'AmountError'
  readonly reason: AmountReason
  readonly text: string

  constructor(reason: AmountReason, text: string) {
    super(`invalid amount ${JSON.stringify(text.slice(0, 60))}: ${EXPLANATIONS[reason]}`)
    this.reason = reason
    this.text = text
  }
}

const EXPLANATIONS: Readonly<Record<AmountReason, string>> = {
  empty: 'it is empty',
  notANumber: 'write plain digits with at most one point, for example 12.5',
  negative: 'it is negative',
  zero: 'it must be more than zero',
  tooManyDecimals: `it has more than ${TAO_DECIMALS} digits after the point`,
  overflow: 'it does not fit in 64 bits of rao (at most 18446744073.709551615)',
}

/** What `parseTao` and `parseAlpha` let through. */
export interface ParseAmountOptions {
  /** Zero is refused unless this is set: most amounts move something. */
  readonly allowZero?: boolean
}

/**
 * Takes a number of rao as a balance.
 *
 * @throws RangeError  outside u64
 */
export function taoBalance(rao: bigint): TaoBalance {
  return withinU64(rao) as TaoBalance
}

/**
 * Takes a number of alpha's smallest unit as a balance.
 *
 * @throws RangeError  outside u64
 */
export function alphaBalance(units: bigint): AlphaBalance {
  return withinU64(units) as AlphaBalance
}

export const ZERO_TAO: TaoBalance = taoBalance(0n)
export const ZERO_ALPHA: AlphaBalance = alphaBalance(0n)

/**
 * Reads a decimal number of TAO, exactly: nothing is rounded, nothing is guessed.
 *
 * @param text  ASCII digits with at most one point that has digits on both sides; no sign, no
 *              exponent, no separators, no surrounding space
 * @throws AmountError  anything else, more than nine decimals, zero (unless allowed), beyond u64
 */
export function parseTao(text: string, options: ParseAmountOptions = {}): TaoBalance {
  return parseUnits(text, options) as TaoBalance
}

/** Reads a decimal number of alpha; the rules of `parseTao`. */
export function parseAlpha(text: string, options: ParseAmountOptions = {}): AlphaBalance {
  return parseUnits(text, options) as AlphaBalance
}

/** Reads a whole number of rao, for flags that take rao. @throws AmountError */
export function parseRao(text: string, options: ParseAmountOptions = {}): TaoBalance {
  if (text === '') throw new AmountError('empty', text)
  if (/^-[0-9]/.test(text)) throw new AmountError('negative', text)
  if (!/^[0-9]+$/.test(text)) throw new AmountError('notANumber', text)
  return checkParsed(toBigInt(text, text), text, options) as TaoBalance
}

/** How `formatTao` and `formatAlpha` write the fraction. */
export interface FormatAmountOptions {
  /**
   * Exactly this many digits after the point, 0 to 9; the rest is cut off, so that a shown balance
   * is never more than there is. Without it the shortest exact text.
   */
  readonly decimals?: number
}

/** Decimal TAO of a number of rao, exact unless `decimals` cuts it; takes negative numbers too. */
export function formatTao(rao: bigint, options: FormatAmountOptions = {}): string {
  const magnitude = rao < 0n ? -rao : rao
  const whole = magnitude / RAO_PER_TAO
  const digits = (magnitude % RAO_PER_TAO).toString().padStart(TAO_DECIMALS, '0')
  const fraction =
    options.decimals === undefined ? digits.replace(/0+$/, '') : digits.slice(0, options.decimals)
  const text = fraction === '' ? `${whole}` : `${whole}.${fraction}`
  return rao < 0n && /[1-9]/.test(text) ? `-${text}` : text
}

/** Decimal alpha; the same scale as TAO. */
export const formatAlpha = formatTao

/** Sum, or `undefined` when it leaves u64. */
export function checkedAdd<T extends Balance>(a: T, b: NoInfer<T>): T | undefined {
  return inU64<T>(plus(a, b))
}

/** Difference, or `undefined` when it is negative. */
export function checkedSub<T extends Balance>(a: T, b: NoInfer<T>): T | undefined {
  return inU64<T>(minus(a, b))
}

/** Sum, at most the largest u64. */
export function saturatingAdd<T extends Balance>(a: T, b: NoInfer<T>): T {
  return clamp<T>(plus(a, b))
}

/** Difference, at least zero. */
export function saturatingSub<T extends Balance>(a: T, b: NoInfer<T>): T {
  return clamp<T>(minus(a, b))
}

/**
 * `amount * numerator / denominator` rounded down, computed without loss in between.
 *
 * @returns `undefined` when the denominator is zero, a factor negative, or the result beyond u64
 */
export function checkedMulDiv<T extends Balance>(
  amount: T,
  ratio: { readonly numerator: bigint; readonly denominator: bigint },
): T | undefined {
  if (ratio.denominator <= 0n || ratio.numerator < 0n) return undefined
  return inU64<T>((amount * ratio.numerator) / ratio.denominator)
}

function parseUnits(text: string, options: ParseAmountOptions): bigint {
  if (text === '') throw new AmountError('empty', text)
  if (/^-\.?[0-9]/.test(text)) throw new AmountError('negative', text)
  // [0-9] rather than \d or Number(): full-width digits, exponents and blanks must not pass.
  const match = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text)
  const whole = match?.[1]
  if (whole === undefined) throw new AmountError('notANumber', text)
  const fraction = match?.[2] ?? ''
  if (fraction.length > TAO_DECIMALS) throw new AmountError('tooManyDecimals', text)
  return checkParsed(toBigInt(whole + fraction.padEnd(TAO_DECIMALS, '0'), text), text, options)
}

function checkParsed(value: bigint, text: string, options: ParseAmountOptions): bigint {
  if (value > U64_MAX) throw new AmountError('overflow', text)
  if (value === 0n && options.allowZero !== true) throw new AmountError('zero', text)
  return value
}

function toBigInt(digits: string, text: string): bigint {
  // u64 in rao has 20 digits; BigInt() of a megabyte of digits would take quadratic time.
  if (digits.replace(/^0+/, '').length > 20) throw new AmountError('overflow', text)
  return BigInt(digits)
}

function withinU64(value: bigint): bigint {
  if (value < 0n || value > U64_MAX) throw new RangeError(`outside u64: ${value}`)
  return value
}

// TypeScript types arithmetic on a generic brand as number, so the brand comes off first.
function plus(a: bigint, b: bigint): bigint {
  return a + b
}

function minus(a: bigint, b: bigint): bigint {
  return a - b
}

function inU64<T extends Balance>(value: bigint): T | undefined {
  return value < 0n || value > U64_MAX ? undefined : (value as T)
}

function clamp<T extends Balance>(value: bigint): T {
  return (value < 0n ? 0n : value > U64_MAX ? U64_MAX : value) as T
}
