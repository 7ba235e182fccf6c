/** Goal: ranges and metrics in each form. Method: the built program on the example. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson, startTao } from '../../support/cli.ts'
import { expectSchema } from '../../support/schemas.ts'

interface SweepJson {
  points: {
    values: Record<string, string>
    measured: Record<string, { value: string; raw: string }>
  }[]
}

const SWEEP = ['yuma', 'sweep', resolve('docs/examples/yuma-subnet.yaml')]

describe('tao yuma sweep', () => {
  it('measures at every value of a range, its end included', async () => {
    const args = [...SWEEP, '--param', 'kappa=0.4:0.6:0.01', '--metric', 'dividends:0']
    const result = await runTaoJson<SweepJson>(args)
    expectSchema('yuma sweep', result)
    expect(result.points.length).toBe(21)
    expect(result.points.at(-1)?.values).toEqual({ kappa: '0.6' })
    for (const { measured } of result.points) {
      const { value = '', raw = '' } = measured['dividends:0'] ?? {}
      expect(Math.abs(Number(value) - Number(raw) / 65_535)).toBeLessThan(1e-6)
    }
  })

  it('draws a map over two keys', async () => {
    const home = makeHome()
    const params = ['--param', 'kappa=0.4:0.6:0.1', '--param', 'cabal.frank=0.1|0.6']
    const metrics = ['--metric', 'incentive:frank', '--plot', 's.svg', '--plot', 'terminal']
    const run = await runTao([...SWEEP, ...params, ...metrics], { home })
    expect(run.exitCode).toBe(0)
    expect(run.stdout).toMatch(/0.4 +0.6 +1\n/)
    expect(run.stdout).toContain('cabal.frank 0.1 to 0.6')
    expect(readFileSync(join(home, 's.svg'), 'utf8')).toContain('incentive:frank')
  })

  it('prints CSV', async () => {
    const args = ['--param', 'yuma3=true|false', '--metric', 'settled', '--csv']
    const run = await runTao([...SWEEP, ...args])
    expect(run.stdout).toBe('yuma3,settled\ntrue,-\nfalse,-\n')
  })

  it.each([
    [
      'a range that runs backwards',
      ['--param', 'kappa=1:0:0.1', '--metric', 'settled'],
      /backwards/,
    ],
    ['an unknown metric', ['--param', 'kappa=0:1:0.5', '--metric', 'gain:1'], /unknown metric/],
    [
      'three keys',
      [...Array(3).fill('--param=tempo=1:2:1'), '--metric', 'settled'],
      /once or twice/,
    ],
    ['no metric', ['--param', 'kappa=0:1:0.5'], /metric/],
  ])('exits 2 on %s', async (_what, args, reason) => {
    const run = await runTao([...SWEEP, ...args])
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(reason)
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends on %s in the middle of a long sweep', async (signal, exitCode) => {
    // Ten million epochs: hours.
    const long = ['--param', 'kappa=0:0.999:0.001', '--metric', 'settled', '--epochs', '10000']
    const running = await startTao([...SWEEP, ...long])
    setTimeout(() => running.kill(signal), 1500)
    expect(await running.finished).toEqual({ stdout: '', stderr: '', exitCode })
  })
})
