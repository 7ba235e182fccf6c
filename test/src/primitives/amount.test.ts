/** Goal: no text becomes another amount than it says, no arithmetic leaves u64. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AmountError,
  alphaBalance,
  checkedAdd,
  checkedMulDiv,
  checkedSub,
  formatTao,
  parseAlpha,
  parseRao,
  parseTao,
  saturatingAdd,
  saturatingSub,
  taoBalance,
  U64_MAX,
} from '../../../src/primitives/amount.ts'

function reasonOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof AmountError) return error.reason
    throw error
  }
  return 'accepted'
}

const balance = fc.bigInt({ min: 0n, max: U64_MAX }).map(taoBalance)

describe('parseTao', () => {
  it.each([
    ['1', 1_000_000_000n],
    ['0.000000001', 1n],
    ['2.5', 2_500_000_000n],
    ['007', 7_000_000_000n],
    ['1.000000000', 1_000_000_000n],
    ['18446744073.709551615', U64_MAX],
  ])('reads %s', (text, rao) => {
    expect(parseTao(text)).toBe(rao)
    expect(parseAlpha(text)).toBe(rao)
  })

  it.each([
    ['', 'empty'],
    ['0', 'zero'],
    ['0.000', 'zero'],
    ['-1', 'negative'],
    ['-0.5', 'negative'],
    ['-.5', 'negative'],
    ['+1', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['1e18', 'notANumber'],
    ['0x10', 'notANumber'],
    ['1.', 'notANumber'],
    ['.5', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['1,5', 'notANumber'],
    ['1_000', 'notANumber'],
    [' 1', 'notANumber'],
    ['1 ', 'notANumber'],
    ['1\n', 'notANumber'],
    ['1\u00a0', 'notANumber'],
    ['１２', 'notANumber'],
    ['١', 'notANumber'],
    ['1.0000000001', 'tooManyDecimals'],
    ['18446744073.709551616', 'overflow'],
    ['100000000000', 'overflow'],
    ['9'.repeat(100_000), 'overflow'],
  ])('refuses %j as %s', (text, reason) => {
    expect(reasonOf(() => parseTao(text))).toBe(reason)
  })

  it('takes zero only where the caller says so', () => {
    expect(parseTao('0', { allowZero: true })).toBe(0n)
    expect(reasonOf(() => parseTao('-0', { allowZero: true }))).toBe('negative')
  })

  it('reads back whatever formatTao writes', () => {
    fc.assert(
      fc.property(balance, (rao) => {
        expect(parseTao(formatTao(rao), { allowZero: true })).toBe(rao)
        expect(parseTao(formatTao(rao, { decimals: 9 }), { allowZero: true })).toBe(rao)
      }),
    )
  })
})

describe('parseRao', () => {
  it('reads whole numbers and refuses the rest', () => {
    expect(parseRao('18446744073709551615')).toBe(U64_MAX)
    expect(reasonOf(() => parseRao('18446744073709551616'))).toBe('overflow')
    expect(reasonOf(() => parseRao('1.5'))).toBe('notANumber')
    expect(reasonOf(() => parseRao('-1'))).toBe('negative')
    expect(reasonOf(() => parseRao('0'))).toBe('zero')
    expect(reasonOf(() => parseRao(''))).toBe('empty')
  })
})

describe('formatTao', () => {
  it.each([
    [0n, undefined, '0'],
    [1n, undefined, '0.000000001'],
    [1_500_000_000n, undefined, '1.5'],
    [1_999_999_999n, 4, '1.9999'],
    [1_000_000_000n, 4, '1.0000'],
    [1_999_999_999n, 0, '1'],
    [-1_500_000_000n, undefined, '-1.5'],
    [-1n, 4, '0.0000'],
  ])('writes %s with %s decimals as %s', (rao, decimals, text) => {
    expect(formatTao(rao, decimals === undefined ? {} : { decimals })).toBe(text)
  })
})

describe('balance arithmetic', () => {
  it('refuses numbers outside u64', () => {
    expect(() => taoBalance(-1n)).toThrow(RangeError)
    expect(() => alphaBalance(U64_MAX + 1n)).toThrow(RangeError)
    expect(taoBalance(U64_MAX)).toBe(U64_MAX)
  })

  it('agrees with plain arithmetic inside u64 and stops at its edges', () => {
    fc.assert(
      fc.property(balance, balance, (a, b) => {
        const sum = BigInt(a) + BigInt(b)
        const difference = BigInt(a) - BigInt(b)
        expect(checkedAdd(a, b)).toBe(sum > U64_MAX ? undefined : sum)
        expect(saturatingAdd(a, b)).toBe(sum > U64_MAX ? U64_MAX : sum)
        expect(checkedSub(a, b)).toBe(difference < 0n ? undefined : difference)
        expect(saturatingSub(a, b)).toBe(difference < 0n ? 0n : difference)
      }),
    )
  })

  it('multiplies before it divides', () => {
    const amount = taoBalance(U64_MAX)
    expect(checkedMulDiv(amount, { numerator: U64_MAX, denominator: U64_MAX })).toBe(U64_MAX)
    expect(checkedMulDiv(amount, { numerator: 2n, denominator: 1n })).toBeUndefined()
    expect(checkedMulDiv(amount, { numerator: 1n, denominator: 0n })).toBeUndefined()
    expect(checkedMulDiv(taoBalance(7n), { numerator: 1n, denominator: 2n })).toBe(3n)
  })
})
