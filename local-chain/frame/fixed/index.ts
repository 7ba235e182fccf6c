/**
 * Fixed-point numbers of the runtime: types, conversions between them, and series.
 *
 * @module
 */
export { checkedConvert, convert, wrappingConvert } from './convert.ts'
export { type AnyFixed, FixedType } from './fixed-type.ts'
export { checkedPow, checkedSqrt } from './safe-math.ts'
export { exp, ln, log2, pow } from './transcendental.ts'
export { I32F32, I64F64, I96F32, I110F18, U64F64, U96F32, U110F18 } from './types.ts'
