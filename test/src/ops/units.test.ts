/** Goal: numbers leave the exact domain unharmed. Method: worked examples. */
import { describe, expect, it } from 'vitest'
import { atPrice, fixedNumber, taoNumber, taoText } from '../../../src/ops/units.ts'

describe('units', () => {
  it('write amounts as btcli does', () => {
    expect(taoNumber(1_500_000_000n)).toBe(1.5)
    expect(taoNumber(0n)).toBe(0)
    expect(taoText(1_234_567_891n)).toBe('1.2345')
    expect(taoText(1_234_567_891n, true)).toBe('1.234567891')
  })

  it('read fixed-point numbers of both signs', () => {
    expect(fixedNumber(3n << 63n, 64)).toBe(1.5)
    expect(fixedNumber(-(1n << 31n), 32)).toBe(-0.5)
    expect(fixedNumber(0n, 64)).toBe(0)
  })

  it('value amounts at a price, rounded down', () => {
    expect(atPrice(3n, 500_000_000n)).toBe(1n)
    expect(atPrice(2_000_000_000n, 1_090_055_898n)).toBe(2_180_111_796n)
  })
})
