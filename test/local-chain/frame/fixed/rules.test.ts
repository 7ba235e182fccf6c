/**
 * Goal: the rounding and overflow rules that the recorded cases do not reach. Method: the numbers
 * and rules written in `../shared/spec/fixed-point.md`, and exact rational arithmetic as the oracle.
 *
 * @module
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkedConvert,
  checkedPow,
  convert,
  exp,
  I32F32,
  I64F64,
  I96F32,
  ln,
  log2,
  pow,
  U64F64,
  U96F32,
  wrappingConvert,
} from '../../../../local-chain/frame/fixed/index.ts'

const ONE = 1n << 32n
const i32f32 = fc
  .bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n })
  .map((b) => I32F32.fromBits(b))

describe('FixedType', () => {
  it('refuses bits outside the storage integer', () => {
    expect(() => I32F32.fromBits(1n << 63n)).toThrow(RangeError)
    expect(() => U64F64.fromBits(-1n)).toThrow(RangeError)
  })

  it('floors products and truncates quotients of negative numbers', () => {
    const minusHalfBit = I32F32.saturatingMul(I32F32.fromBits(-1n), I32F32.fromBits(ONE / 2n))
    expect(minusHalfBit).toBe(-1n)
    expect(I32F32.saturatingDiv(I32F32.fromBits(-1n), I32F32.fromInt(2))).toBe(0n)
  })

  it('panics on division by zero except in the checked and safe forms', () => {
    const { one, zero } = U64F64
    expect(() => U64F64.saturatingDiv(one, zero)).toThrow(RangeError)
    expect(() => U64F64.wrappingDiv(one, zero)).toThrow(RangeError)
    expect(U64F64.checkedDiv(one, zero)).toBeUndefined()
    expect(U64F64.safeDiv(one, zero)).toBe(0n)
    expect(U64F64.safeDivOr(one, zero, one)).toBe(one)
  })

  it('gives 0 or the fallback, not the bound, when a safe quotient does not fit', () => {
    const { one, max } = I32F32
    const tiny = I32F32.fromBits(1n)
    expect(I32F32.safeDiv(max, tiny)).toBe(0n)
    expect(I32F32.safeDivOr(max, tiny, one)).toBe(one)
  })

  it('saturates, wraps or refuses integers out of range as the name says', () => {
    expect(I32F32.fromNum(1n << 31n)).toBe(I32F32.max)
    expect(I32F32.wrappingFromNum(1n << 31n)).toBe(I32F32.min)
    expect(I32F32.checkedFromNum(1n << 31n)).toBeUndefined()
    expect(U96F32.fromNum(-5n)).toBe(0n)
  })

  it('floors on the way to integers', () => {
    const minusHalf = I32F32.fromF64(-0.5)
    expect(I32F32.toInteger(minusHalf)).toBe(-1n)
    expect(I32F32.toI64(minusHalf)).toBe(-1n)
    expect(I32F32.toU64(minusHalf)).toBe(0n)
    expect(I32F32.wrappingToU64(minusHalf)).toBe((1n << 64n) - 1n)
    expect(I32F32.toU32(I32F32.max)).toBe(0x7fff_ffff)
    expect(U96F32.toU128(U96F32.max)).toBe((1n << 96n) - 1n)
  })

  it('splits a number into floor and fraction, and rounds ties away from zero', () => {
    const x = I32F32.fromF64(-1.5)
    expect(I32F32.floor(x)).toBe(-2n * ONE)
    expect(I32F32.ceil(x)).toBe(-ONE)
    expect(I32F32.round(x)).toBe(-2n * ONE)
    expect(I32F32.fraction(x)).toBe(ONE / 2n)
    expect(I32F32.toF64(x)).toBe(-1.5)
  })

  it('refuses floats without a fixed-point form', () => {
    expect(() => U64F64.fromF64(Number.NaN)).toThrow(RangeError)
    expect(() => U64F64.fromF64(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })

  it('agrees with exact arithmetic for sums of any two numbers', () => {
    fc.assert(
      fc.property(i32f32, i32f32, (a, b) => {
        const exact: bigint = a + b
        const fits = exact <= I32F32.max && exact >= I32F32.min
        expect(I32F32.wrappingAdd(a, b)).toBe(BigInt.asIntN(64, exact))
        expect(I32F32.checkedAdd(a, b)).toBe(fits ? exact : undefined)
        expect(I32F32.saturatingAdd(a, b)).toBe(fits ? exact : exact > 0n ? I32F32.max : I32F32.min)
        expect(I32F32.wrappingSub(I32F32.wrappingAdd(a, b), b)).toBe(a)
      }),
    )
  })
})

describe('conversion between types', () => {
  it('floors lost fraction bits, also of negative numbers', () => {
    expect(convert(I64F64, I32F32, I64F64.fromBits(-1n))).toBe(-1n)
  })

  it('saturates, wraps or refuses what does not fit', () => {
    const big = U96F32.fromNum(1n << 64n)
    expect(convert(U96F32, U64F64, big)).toBe(U64F64.max)
    expect(wrappingConvert(U96F32, U64F64, big)).toBe(0n)
    expect(checkedConvert(U96F32, U64F64, big)).toBeUndefined()
    expect(convert(I96F32, U64F64, I96F32.fromNum(-1n))).toBe(0n)
  })
})

describe('series', () => {
  it('uses the 23-bit constant for e and the cut series elsewhere', () => {
    expect(exp(I32F32, I32F32.one)).toBe(11_674_931_200n)
    expect(exp(I32F32, I32F32.fromInt(-1))).toBe(1_580_030_169n)
    expect(exp(I32F32, I32F32.fromInt(20))).toBe(2_066_907_302_758_576_256n)
    expect(exp(I32F32, I32F32.fromInt(-20))).toBe(8n)
    expect(exp(I32F32, I32F32.fromInt(30))).toBeUndefined()
  })

  it('has no logarithm of zero, of negatives, and of numbers whose inverse does not fit', () => {
    expect(ln(I32F32, I32F32.fromInt(2))).toBe(2_977_044_511n)
    expect(ln(I32F32, I32F32.zero)).toBeUndefined()
    expect(ln(I32F32, I32F32.fromBits(2n))).toBeUndefined()
    expect(ln(I32F32, I32F32.fromBits(3n))).toBe(-90_546_920_456n)
    expect(log2(I96F32, I96F32.fromNum(-1n))).toBeUndefined()
    expect(log2(I96F32, I96F32.fromNum(8n))).toBe(3n * ONE)
  })

  it('takes the shortcuts of pow', () => {
    const two = I32F32.fromInt(2)
    expect(pow(I32F32, I32F32.zero, two)).toBe(0n)
    expect(pow(I32F32, two, I32F32.zero)).toBe(ONE)
    expect(pow(I32F32, two, I32F32.one)).toBe(two)
    expect(checkedPow(I32F32, I32F32.zero, -1)).toBeUndefined()
  })
})
