/**
 * Goal: every recorded fixed-point operation gives the recorded bits. Method: replay
 * `vectors/math/fixed_ops.json` and `transcendental.json`, which the compiled library produced.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  type AnyFixed,
  checkedPow,
  checkedSqrt,
  convert,
  exp,
  type FixedType,
  I32F32,
  I64F64,
  I96F32,
  I110F18,
  ln,
  log2,
  U64F64,
  U96F32,
  U110F18,
} from '../../../../local-chain/frame/fixed/index.ts'
import { hasShared, sharedJson } from '../../../support/shared.ts'

type Type = FixedType<AnyFixed>
type Answer = bigint | undefined

const types = new Map<string, Type>(
  [I32F32, I64F64, I96F32, I110F18, U64F64, U96F32, U110F18].map((type) => [type.name, type]),
)

function typeOf(name: string): Type {
  const type = types.get(name)
  if (type === undefined) throw new Error(`no fixed type ${name}`)
  return type
}

interface OpCase {
  type: string
  op: string
  a: string
  b?: string
  to?: string
  result: string | number | null
}

const binary: Record<string, (type: Type, a: AnyFixed, b: AnyFixed) => Answer> = {
  saturating_add: (type, a, b) => type.saturatingAdd(a, b),
  saturating_sub: (type, a, b) => type.saturatingSub(a, b),
  saturating_mul: (type, a, b) => type.saturatingMul(a, b),
  saturating_div: (type, a, b) => type.saturatingDiv(a, b),
  checked_mul: (type, a, b) => type.checkedMul(a, b),
  checked_div: (type, a, b) => type.checkedDiv(a, b),
  wrapping_mul: (type, a, b) => type.wrappingMul(a, b),
  wrapping_div: (type, a, b) => type.wrappingDiv(a, b),
  safe_div: (type, a, b) => type.safeDiv(a, b),
}

const unary: Record<string, (type: Type, a: AnyFixed) => Answer> = {
  round: (type, a) => type.round(a),
  saturating_to_num_u16: (type, a) => BigInt(type.toU16(a)),
  saturating_to_num_u64: (type, a) => type.toU64(a),
  saturating_to_num_i64: (type, a) => type.toI64(a),
}

function runOp({ type: name, op, a, b, to }: OpCase): Answer {
  const type = typeOf(name)
  if (op === 'saturating_from_num_f64') return type.fromF64(Number(a))
  const left = type.fromBits(BigInt(a))
  if (op === 'saturating_from_num') return convert(type, typeOf(to ?? ''), left)
  const one = unary[op]
  if (one !== undefined) return one(type, left)
  const two = binary[op]
  if (two === undefined || b === undefined) throw new Error(`unknown operation ${op}`)
  return two(type, left, type.fromBits(BigInt(b)))
}

interface FunctionCase {
  fn: string
  type: string
  a: string
  epsilon?: string
  exponent?: number
  result: string | null
}

const functions: Record<string, (type: Type, a: AnyFixed, given: FunctionCase) => Answer> = {
  exp: (type, a) => exp(type, a),
  ln: (type, a) => ln(type, a),
  log2: (type, a) => log2(type, a),
  checked_sqrt: (type, a, given) =>
    checkedSqrt(type, a, type.fromBits(BigInt(given.epsilon ?? ''))),
  checked_pow: (type, a, given) => checkedPow(type, a, given.exponent ?? 0),
}

function expectedBits(result: string | number | null): string {
  return result === null ? 'none' : String(result)
}

function gotBits(answer: Answer): string {
  return answer === undefined ? 'none' : String(answer)
}

describe.skipIf(!hasShared)('fixed-point operations (recorded by the compiled library)', () => {
  const cases = hasShared ? sharedJson<OpCase[]>('vectors/math/fixed_ops.json') : []
  const names = [...new Set(cases.map(({ op }) => op))]

  it.each(names)('%s gives the recorded bits for every type', (op) => {
    const given = cases.filter((one) => one.op === op)
    const got = given.map((one) => ({ ...one, result: gotBits(runOp(one)) }))
    expect(got).toEqual(given.map((one) => ({ ...one, result: expectedBits(one.result) })))
  })
})

describe.skipIf(!hasShared)('transcendental functions (recorded by the compiled library)', () => {
  const all = hasShared ? sharedJson<FunctionCase[]>('vectors/math/transcendental.json') : []

  it.each(Object.keys(functions))('%s gives the recorded bits', (fn) => {
    const given = all.filter((one) => one.fn === fn)
    expect(given.length).toBeGreaterThan(0)
    const got = given.map((one) => {
      const type = typeOf(one.type)
      return gotBits(functions[fn]?.(type, type.fromBits(BigInt(one.a)), one))
    })
    expect(got).toEqual(given.map((one) => expectedBits(one.result)))
  })
})
