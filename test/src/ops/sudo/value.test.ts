/** Goal: a parameter gets the value that was typed or none. Method: bounds and hostile texts by type. */
import { describe, expect, it } from 'vitest'
import { parameterOf } from '../../../../src/ops/sudo/parameters.ts'
import { parseValue } from '../../../../src/ops/sudo/value.ts'

const read = (text: string, type: string, normalise = false) =>
  parseValue(text, { type, parameter: 'p' }, { normalise })

describe('parseValue', () => {
  it.each([
    ['65535', 'u16', 65_535n],
    ['-32768', 'i16', -32_768n],
    ['18446744073709551615', 'u64', 18_446_744_073_709_551_615n],
    ['yes', 'bool', true],
    ['0', 'bool', false],
    ['500000', 'TaoBalance', 500_000n],
    ['0.5', 'TaoBalance', 500_000_000n],
    ['1.5', 'U64F64', (3n << 64n) / 2n],
    ['-0.5', 'I96F32', -(1n << 31n)],
    ['Recycle', 'Enum', 'Recycle'],
  ])('reads %s as %s', (text, type, value) => {
    expect(read(text, type)).toBe(value)
  })

  it('takes fractions of the range and TAO where asked to', () => {
    expect(read('0.5', 'u16', true)).toBe(32_767n)
    expect(read('1', 'u64', true)).toBe(18_446_744_073_709_551_615n)
    expect(read('2', 'TaoBalance', true)).toBe(2_000_000_000n)
  })

  it.each([
    ['65536', 'u16'],
    ['-1', 'u16'],
    ['1.5', 'u16'],
    ['1e3', 'u64'],
    ['１', 'u64'],
    ['', 'u64'],
    ['maybe', 'bool'],
    ['1..5', 'TaoBalance'],
    ['NaN', 'U64F64'],
  ])('refuses %j as %s', (text, type) => {
    expect(() => read(text, type)).toThrow(expect.objectContaining({ code: 'INVALID_VALUE' }))
  })

  it('refuses fractions above one', () => {
    expect(() => read('1.1', 'u16', true)).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE', exitCode: 2 }),
    )
  })
})

describe('parameterOf', () => {
  it('knows other spellings and names that only the chain knows', () => {
    expect(parameterOf('Max-Allowed-Validators')).toMatchObject({ name: 'max_validators' })
    expect(parameterOf('ck_burn')).toMatchObject({
      call: 'AdminUtils.sudo_set_ck_burn',
      setter: 'root',
    })
  })
})
