/** Goal: limits are exact and never worse than asked. Method: worked examples and properties. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitAbove, limitBelow } from '../../../../src/ops/stake/price-limit.ts'
import { shareLost } from '../../../../src/ops/stake/quote.ts'

describe('price limits', () => {
  it('are the price plus and minus the tolerance, rounded down', () => {
    expect(limitAbove(1_000_000_000n, 0.005)).toBe(1_005_000_000n)
    expect(limitBelow(1_000_000_000n, 0.005)).toBe(995_000_000n)
    expect(limitAbove(3n, 0.5)).toBe(4n)
    expect(limitBelow(3n, 1)).toBe(0n)
  })

  it('enclose the price', () => {
    const price = fc.bigInt({ min: 0n, max: 10n ** 15n })
    const tolerance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(price, tolerance, (p, t) => {
        expect(limitAbove(p, t)).toBeGreaterThanOrEqual(p)
        expect(limitBelow(p, t)).toBeLessThanOrEqual(p)
        expect(limitBelow(p, t)).toBeGreaterThanOrEqual(0n)
      }),
    )
  })
})

describe('shareLost', () => {
  it('is what is missing of the ideal amount', () => {
    expect(shareLost(75n, 25n)).toBe(0.25)
    expect(shareLost(1n, 0n)).toBe(0)
    expect(shareLost(0n, 0n)).toBe(0)
  })
})
