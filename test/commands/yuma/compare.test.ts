/** Goal: variants of options and of the file, in each form. Method: the built program on the example. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson } from '../../support/cli.ts'
import { expectSchema } from '../../support/schemas.ts'

interface CompareJson {
  epochs: number
  variants: {
    name: string
    changes: { key: string; value: string }[]
    settledEpoch: number | null
    neurons: { uid: number; name: string; totalEmission: string; change: string }[]
  }[]
}

const EXAMPLE = resolve('docs/examples/yuma-subnet.yaml')
const COMPARE = ['yuma', 'compare', EXAMPLE]

describe('tao yuma compare', () => {
  it('runs the variants of the file and those given, against the subnet as it is', async () => {
    const args = [...COMPARE, '--epochs', '4', '--variant', 'poor alice: stake.alice=1']
    const result = await runTaoJson<CompareJson>(args)
    expectSchema('yuma compare', result)
    const names = result.variants.map(({ name }) => name)
    expect(names).toEqual([
      ...['as is', 'strict', 'carol agrees', 'newcomer', 'cabal of 30 %', 'poor alice'],
    ])
    const [base, ...others] = result.variants
    expect(base?.neurons.every(({ change }) => change === '0')).toBe(true)
    const changeOf = (variant: string, neuron: string): bigint => {
      const found = others.find(({ name }) => name === variant)?.neurons
      return BigInt(found?.find(({ name }) => name === neuron)?.change ?? '0')
    }
    expect(changeOf('poor alice', 'alice')).toBeLessThan(0n)
    expect(changeOf('poor alice', 'bob')).toBeGreaterThan(0n)
    expect(changeOf('newcomer', 'grace')).toBeGreaterThan(0n)
    expect(changeOf('cabal of 30 %', 'frank')).toBeGreaterThan(0n)
  })

  it('lets bonds grow first, so that a change has something to move', async () => {
    const args = [...COMPARE, '--epochs', '60', '--warm-up', '80']
    const { variants } = await runTaoJson<CompareJson>(args)
    expect(variants[0]?.settledEpoch).toBe(1)
    expect(variants[1]?.settledEpoch).toBeGreaterThan(1)
  })

  it('prints tables, CSV and plots', async () => {
    const home = makeHome()
    const run = await runTao([...COMPARE, '--epochs', '2', '--plot', 'c.html'], { home })
    expect(run.exitCode).toBe(0)
    expect(run.stdout).toMatch(/variant +changes +bonds settle +gains most +loses most/)
    expect(run.stdout).toMatch(/grace +- +- +-/)
    expect(readFileSync(join(home, 'c.html'), 'utf8')).toContain('Variants of a subnet')
    const csv = await runTao([...COMPARE, '--epochs', '2', '--csv'])
    // Six neurons in three variants, seven in two, for two epochs.
    expect(csv.stdout.trimEnd().split('\n').length).toBe(1 + 2 * (3 * 6 + 2 * 7))
  })

  it.each([
    ['an unknown key', ['--variant', 'gamma=1'], /variant gamma=1, gamma: unknown key "gamma"/],
    ['an unknown neuron', ['--variant', 'x: stake.zed=1'], /no neuron "zed"; there are: alice/],
    ['a name that is there', ['--variant', 'strict: kappa=0.6'], /two variants are called strict/],
    ['no change', ['--variant', 'strict'], /is not KEY=VALUE/],
  ])('exits 2 on %s', async (_what, args, reason) => {
    const run = await runTao([...COMPARE, ...args])
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(reason)
  })
})
