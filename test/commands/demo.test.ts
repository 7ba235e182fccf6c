/** Goal: the demo runs to its end and its books balance. Method: the built program. */
import { describe, expect, it } from 'vitest'
import { runTao } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'

interface DemoResult {
  readonly minted: string
  readonly rounding: string
  readonly earned: readonly { name: string; part: string; alpha: string }[]
  readonly from: number
  readonly to: number
}

describe('tao demo', () => {
  it('pays 18, 41 and 41 percent of what was minted, to the rao', async () => {
    const run = await runTao(['demo', '--json-output'])
    expect(run.exitCode).toBe(0)
    const result = JSON.parse(run.stdout) as DemoResult
    expectSchema('demo', result)
    const sum = (...parts: string[]): bigint =>
      result.earned
        .filter(({ part }) => parts.includes(part))
        .reduce((total, { alpha }) => total + BigInt(alpha), 0n)
    const minted = BigInt(result.minted)
    // One alpha a block, of which the owner's cut is 11796 of 65535.
    expect(minted).toBe(BigInt(result.to - result.from) * 1_000_000_000n)
    const all = sum('owner', 'validator', 'nominator', 'miner')
    expect(all + BigInt(result.rounding)).toBe(minted)
    const percent = (alpha: bigint): number => Number((alpha * 10_000n) / minted) / 100
    expect(percent(sum('owner'))).toBeCloseTo(18, 1)
    expect(percent(sum('validator', 'nominator'))).toBeCloseTo(41, 1)
    expect(percent(sum('miner'))).toBeCloseTo(41, 1)
    // The lines that were run are shown, on stderr since stdout is the JSON.
    expect(run.stderr).toContain('$ tao subnets create --wallet-name owner')
  }, 120_000)
})
