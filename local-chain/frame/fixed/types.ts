/**
 * The fixed-point types of the chain: for each a branded bigint type and, under the same name, the
 * value that carries its operations.
 *
 * Source: ../shared/spec/fixed-point.md section 1.
 *
 * @module
 */
import { type Fixed, FixedType } from './fixed-type.ts'

/** Epoch values, sigmoid parameters, flow-share powers. */
export type I32F32 = Fixed<'I32F32'>
export const I32F32: FixedType<I32F32> = new FixedType('I32F32', {
  signed: true,
  integerBits: 32,
  fractionBits: 32,
})

/** Stake weights before normalisation, TAO flow averages, lock decay exponents. */
export type I64F64 = Fixed<'I64F64'>
export const I64F64: FixedType<I64F64> = new FixedType('I64F64', {
  signed: true,
  integerBits: 64,
  fractionBits: 64,
})

/** Moving prices, claimable rates, the block emission curve. */
export type I96F32 = Fixed<'I96F32'>
export const I96F32: FixedType<I96F32> = new FixedType('I96F32', {
  signed: true,
  integerBits: 96,
  fractionBits: 32,
})

/** Old registration prices; encodings of recorded data. */
export type I110F18 = Fixed<'I110F18'>
export const I110F18: FixedType<I110F18> = new FixedType('I110F18', {
  signed: true,
  integerBits: 110,
  fractionBits: 18,
})

/** Prices, pool shares, burn multipliers, mechanism weights. */
export type U64F64 = Fixed<'U64F64'>
export const U64F64: FixedType<U64F64> = new FixedType('U64F64', {
  signed: false,
  integerBits: 64,
  fractionBits: 64,
})

/** TAO weight, proportions, takes, per-block emissions. */
export type U96F32 = Fixed<'U96F32'>
export const U96F32: FixedType<U96F32> = new FixedType('U96F32', {
  signed: false,
  integerBits: 96,
  fractionBits: 32,
})

/** Unsigned sibling of I110F18. */
export type U110F18 = Fixed<'U110F18'>
export const U110F18: FixedType<U110F18> = new FixedType('U110F18', {
  signed: false,
  integerBits: 110,
  fractionBits: 18,
})
