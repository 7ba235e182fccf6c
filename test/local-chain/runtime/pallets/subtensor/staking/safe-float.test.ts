/**
 * Goal: the decimal floats of share pools equal the chain's. Method: recorded operations.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  add,
  div,
  fromU64F64,
  mulDiv,
  newSafeFloat,
  type SafeFloat,
  sub,
  toU64,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/safe-float.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'

interface Raw {
  mantissa: string
  exponent: number | string
}
interface Case {
  name: string
  op: string
  a: Raw
  b: Raw
  c: Raw
  bits: string
  expected: Raw | string | null
}

const read = (raw: Raw) => newSafeFloat(BigInt(raw.mantissa), BigInt(raw.exponent))
const made = (raw: Raw) => read(raw) as SafeFloat
const shown = (x: SafeFloat | undefined) =>
  x === undefined ? null : { mantissa: x.mantissa.toString(), exponent: x.exponent.toString() }

function answer(c: Case): unknown {
  switch (c.op) {
    case 'new':
      return shown(read(c.a))
    case 'add':
      return shown(add(made(c.a), made(c.b)))
    case 'sub':
      return shown(sub(made(c.a), made(c.b)))
    case 'div':
      return shown(div(made(c.a), made(c.b)))
    case 'mul_div':
      return shown(mulDiv(made(c.a), made(c.b), made(c.c)))
    case 'to_u64':
      return toU64(made(c.a)).toString()
    default:
      return shown(fromU64F64(BigInt(c.bits)))
  }
}

describe.skipIf(!hasShared)('SafeFloat (needs ../shared/vectors/staking)', () => {
  const cases = hasShared
    ? sharedJson<{ cases: Case[] }>('vectors/staking/safe_float.json').cases
    : []
  it.each(cases)('$name', (c) => {
    const expected =
      c.expected !== null && typeof c.expected === 'object'
        ? { ...c.expected, exponent: String(c.expected.exponent) }
        : c.expected
    expect(answer(c)).toEqual(expected)
  })
})
