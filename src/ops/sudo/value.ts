/**
 * Values of hyperparameters as people type them, in the type that the chain's metadata names.
 *
 * Whole numbers are raw values. With `normalise` an integer is a fraction of its whole range
 * (0.5 of a u16 is 32767) and an amount is TAO, as btcli's `--normalize` has it.
 *
 * @module
 */
import { parseTao } from '../../primitives/amount.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'

/** What a value may become. */
export type ParameterValue = boolean | bigint | string | null | readonly bigint[]

export interface ValueType {
  /** Type as the metadata spells it: `u16`, `bool`, `TaoBalance`, `FixedU128`. */
  readonly type: string
  readonly parameter: string
}

const INTEGER = /^(u|i)(8|16|32|64|128)$/
const FIXED = /^(U|I)(\d+)F(\d+)$/
const TRUE = new Set(['true', 'yes', 'on', '1'])
const FALSE = new Set(['false', 'no', 'off', '0'])

/** @throws TaoError INVALID_VALUE */
export function parseValue(
  text: string,
  { type, parameter }: ValueType,
  { normalise = false }: { normalise?: boolean } = {},
): ParameterValue {
  const wrong: Refusal = (expected, cause) => invalid(parameter, { text, expected, cause })
  const lower = text.trim().toLowerCase()
  if (type === 'bool') {
    if (TRUE.has(lower)) return true
    if (FALSE.has(lower)) return false
    throw wrong('true or false')
  }
  if (type === 'TaoBalance' || type === 'AlphaBalance') {
    if (normalise || lower.includes('.')) return amount(lower, wrong)
    return whole(lower, { bits: 64, signed: false }, wrong)
  }
  const fixed = FIXED.exec(type)
  if (fixed !== null) return fixedBits(lower, Number(fixed[3]), wrong)
  const integer = INTEGER.exec(type)
  if (integer !== null) {
    const range = { bits: Number(integer[2]), signed: integer[1] === 'i' }
    return normalise ? share(lower, range.bits, wrong) : whole(lower, range, wrong)
  }
  // Accounts and enums: the chain's own names, checked when the call is encoded.
  return text.trim()
}

type Refusal = (expected: string, cause?: unknown) => TaoError

function amount(text: string, wrong: Refusal): bigint {
  try {
    return parseTao(text, { allowZero: true })
  } catch (cause) {
    throw wrong('an amount of TAO, for example 0.5', cause)
  }
}

function whole(
  text: string,
  { bits, signed }: { bits: number; signed: boolean },
  wrong: Refusal,
): bigint {
  const most = signed ? (1n << BigInt(bits - 1)) - 1n : (1n << BigInt(bits)) - 1n
  const least = signed ? -(1n << BigInt(bits - 1)) : 0n
  const expected = `a whole number from ${least} to ${most}`
  if (!/^-?[0-9]{1,40}$/.test(text)) throw wrong(expected)
  const value = BigInt(text)
  if (value < least || value > most) throw wrong(expected)
  return value
}

/** A fraction of the whole range, rounded down; nine digits after the point count. */
function share(text: string, bits: number, wrong: Refusal): bigint {
  const parts = amount(text, () => wrong('a fraction from 0 to 1'))
  if (parts > 1_000_000_000n) throw wrong('a fraction from 0 to 1')
  return (parts * ((1n << BigInt(bits)) - 1n)) / 1_000_000_000n
}

function fixedBits(text: string, fraction: number, wrong: Refusal): bigint {
  const negative = text.startsWith('-')
  const parts = amount(negative ? text.slice(1) : text, () => wrong('a decimal number'))
  const bits = (parts << BigInt(fraction)) / 1_000_000_000n
  return negative ? -bits : bits
}

function invalid(
  parameter: string,
  { text, expected, cause }: { text: string; expected: string; cause?: unknown },
): TaoError {
  return new TaoError(
    'INVALID_VALUE',
    `${JSON.stringify(text)} is no value of ${parameter}: ${expected} is expected`,
    {
      exitCode: ExitCode.usage,
      suggestions: ['tao sudo get shows the present values'],
      data: { parameter, value: text, expected },
      cause,
    },
  )
}
