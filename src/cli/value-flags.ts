/**
 * Options whose value is parsed into a domain type at the door: subnet ids, amounts, addresses,
 * fractions. What does not parse is a usage error that names the option.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import type { AccountId } from '../primitives/account-id.ts'
import { parseTao, type TaoBalance } from '../primitives/amount.ts'
import { type Netuid, parseNetuid } from '../primitives/ids.ts'
import { ss58Decode } from '../primitives/ss58.ts'
import { usageError } from './errors.ts'
import { refusalOf } from './refusal.ts'

/** A subnet: 0 to 65535. */
export const netuidFlag = Flags.custom<Netuid>({
  summary: 'subnet',
  helpValue: 'N',
  parse: async (text) => orUsage('INVALID_NETUID', () => parseNetuid(text)),
})

/** TAO as a decimal number, more than zero, exact to the rao. */
export const taoFlag = Flags.custom<TaoBalance>({
  summary: 'amount in TAO',
  helpValue: 'TAO',
  parse: async (text) => orUsage('INVALID_AMOUNT', () => parseTao(text)),
})

/** An SS58 address. */
export const addressFlag = Flags.custom<AccountId>({
  summary: 'address',
  helpValue: 'SS58',
  parse: async (text) => orUsage('INVALID_ADDRESS', () => ss58Decode(text).accountId),
})

/** A fraction from 0 to 1, for tolerances. Money never goes through it. */
export const fractionFlag = Flags.custom<number>({
  helpValue: '0..1',
  parse: async (text) => parseFraction(text),
})

/** A list of subnets: `1,3,5-8`; may be given several times. */
export const netuidsFlag = Flags.custom<Netuid[]>({
  helpValue: '1,3,5-8',
  parse: async (text) => parseNetuids(text),
})

/** @throws TaoError INVALID_NETUID */
export function parseNetuids(text: string): Netuid[] {
  const ids = text.split(',').flatMap((part) => {
    const [first = '', last = first] = part.trim().split('-')
    const [from, to] = orUsage('INVALID_NETUID', () => [parseNetuid(first), parseNetuid(last)])
    if (from === undefined || to === undefined || to < from) {
      throw usageError('INVALID_NETUID', `the range ${part.trim()} runs backwards`)
    }
    return Array.from({ length: to - from + 1 }, (_, i) => parseNetuid(String(from + i)))
  })
  return [...new Set(ids)]
}

/** @throws TaoError INVALID_FRACTION */
export function parseFraction(text: string): number {
  const value = /^[0-9]*\.?[0-9]+$/.test(text) ? Number.parseFloat(text) : Number.NaN
  if (!(value >= 0 && value <= 1)) {
    throw usageError('INVALID_FRACTION', `${JSON.stringify(text)} is no number from 0 to 1`)
  }
  return value
}

/** The parser's own refusal as a usage error; anything else it throws is our bug and passes on. */
function orUsage<T>(code: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    throw usageError(code, refusal)
  }
}
