/**
 * Goal: changes do to a subnet what they say, comparisons and sweeps measure it, plots show it.
 * Method: a small subnet; expected values follow from the rules of ../shared/spec/yuma.md (half of
 * the emission by incentive, all of it where there is one miner), not from our own output.
 *
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { applyChanges, parseVariant } from '../../../../src/ops/yuma/changes.ts'
import { BASE, compareNeurons, compareVariants } from '../../../../src/ops/yuma/compare.ts'
import { loadText, onlyJob } from '../../../../src/ops/yuma/load.ts'
import { parseMetric, totals } from '../../../../src/ops/yuma/metrics.ts'
import { fitted, numberText } from '../../../../src/ops/yuma/plots/chart.ts'
import { compareCharts, runCharts, sweepCharts } from '../../../../src/ops/yuma/plots/charts.ts'
import { checkPlotTarget, plotText, writePlots } from '../../../../src/ops/yuma/plots/index.ts'
import type { Setup } from '../../../../src/ops/yuma/setup.ts'
import { simulate } from '../../../../src/ops/yuma/simulate.ts'
import { parseSweptKey, sweep } from '../../../../src/ops/yuma/sweep.ts'

const TEXT = `
names: [ann, bea, mia, max]
stake: [600, 400, 0, 0]
weights: {ann: {mia: 1}, bea: {mia: 1}}
emission: 100
`

function small(): Setup {
  return onlyJob(
    loadText(TEXT, 'f.yaml', () => {
      throw new Error('no matrix')
    }),
  ).setup
}

function changed(text: string): Setup {
  return applyChanges(small(), parseVariant(text).changes, 'variant')
}

function emissionOf(setup: Setup): bigint[] {
  return totals(simulate(setup, { epochs: 1 }))
}

describe('applyChanges', () => {
  it('gives the only miner half, and validators the other half by stake', () => {
    const [ann = 0n, bea = 0n, mia = 0n, max = 0n] = emissionOf(small())
    // Fixed point loses a part in 2^32; a thousandth of an alpha is far more than that.
    const near = (rao: bigint, alpha: number): void => {
      expect(Math.abs(Number(rao) / 1e9 - alpha)).toBeLessThan(0.001)
    }
    near(mia, 50)
    near(ann, 30)
    near(bea, 20)
    expect(max).toBe(0n)
  })

  it('sets parameters, emission, stake and whole rows', () => {
    const { step } = changed(
      'kappa=0.6, emission=2.5, stake.ann=7, rootStake.bea=3, weights.bea=max:1+2:3',
    )
    expect(step.input.kappa).toBe(39_321)
    expect(step.emission).toBe(2_500_000_000n)
    expect(step.input.alpha.get(0)).toBe(7_000_000_000n)
    expect(step.input.rootStake.get(1)).toBe(3_000_000_000n)
    expect([...(step.input.mechanisms[0]?.weights[1] ?? [])]).toEqual([
      [3, 21_845],
      [2, 65_535],
    ])
  })

  it('moves one weight and keeps the proportion of the others', () => {
    const before = changed('weights.ann=mia:3+max:1')
    const after = applyChanges(before, [['weight.ann.mia', '0.5']], 'variant')
    expect([...(after.step.input.mechanisms[0]?.weights[0] ?? [])]).toEqual([
      [3, 65_535],
      [2, 65_535],
    ])
  })

  it('lets a validator join with its weights, a permit and no registration mask', () => {
    const grown = changed('validator.eve=500@max:1')
    const { input } = grown.step
    expect(input.n).toBe(5)
    expect(grown.names[4]).toBe('eve')
    expect(input.validatorPermit[4]).toBe(true)
    expect([...(input.mechanisms[0]?.weights[4] ?? [])]).toEqual([[3, 65_535]])
    // A third of the stake is below kappa, so its weight on max counts for nothing.
    expect(emissionOf(grown)[3]).toBe(0n)
    expect(emissionOf(changed('validator.eve=1500@max:1'))[3]).toBeGreaterThan(0n)
  })

  it('gives a cabal its share of all stake', () => {
    const { input } = changed('cabal.max=20%').step
    expect(input.alpha.get(4)).toBe(250_000_000_000n)
    const twice = changed('cabal.max=20%, cabal.mia=50%')
    expect(twice.names.slice(4)).toEqual(['cabal', 'cabal-2'])
    expect(twice.step.input.alpha.get(5)).toBe(1_250_000_000_000n)
  })

  it.each([
    ['gamma=1', /unknown key "gamma"; there are: kappa/],
    ['stake=5', /unknown key "stake"/],
    ['kappa=2', /kappa: 2 is above 1/],
    ['stake.eve=5', /no neuron "eve"; there are: ann, bea, mia, max/],
    ['stake.9=5', /no uid 9: uids go from 0 to 3/],
    ['weights.ann=mia', /"mia" is not NEURON:WEIGHT/],
    ['weights.ann=mia:1+2:1', /column 2 is given twice/],
    ['weights.ann=mia:-1', /-1 is negative/],
    ['weight.ann.max=0.5, weight.ann.mia=1.5', /1.5 is above 1/],
    ['validator.ann=5@mia:1', /ann is there already/],
    ['validator.eve=5', /not STAKE@ROW/],
    ['validator.9=5@mia:1', /must be letters/],
    ['cabal.max=1', /leaves nothing to the others/],
    ['alphaLow=0.95', /alphaLow 0.949997 is above alphaHigh/],
    ['toString=1', /unknown key/],
  ])('refuses %s', (text, rule) => {
    expect(() => changed(text)).toThrow(rule)
  })
})

describe('parseVariant', () => {
  it.each([
    ['strict: kappa=0.7', 'strict', [['kappa', '0.7']]],
    ['kappa=0.7', 'kappa=0.7', [['kappa', '0.7']]],
    ['weights.a=b:1', 'weights.a=b:1', [['weights.a', 'b:1']]],
    [
      'x y: a=1, b=2; c=3',
      'x y',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ],
  ])('reads %j', (text, name, changes) => {
    expect(parseVariant(text)).toEqual({ name, changes })
  })

  it('refuses what is no change', () => {
    expect(() => parseVariant('strict')).toThrow(/"strict" is not KEY=VALUE/)
    expect(() => parseVariant('weights.a=b:1,c:2')).toThrow(/"c:2" is not .* joined by \+/)
    expect(() => parseVariant('kappa=0.5, kappa=0.6')).toThrow(/kappa is given twice/)
  })
})

describe('compareVariants', () => {
  const variants = ['rich: stake.ann=1200', 'join: validator.eve=500@mia:1'].map(parseVariant)

  it('shows who gains and who loses against the subnet as it is', async () => {
    const runs = await compareVariants(small(), variants, { epochs: 3 })
    expect(runs.map(({ name }) => name)).toEqual([BASE, 'rich', 'join'])
    const neurons = compareNeurons(runs)
    expect(neurons.map(({ name }) => name)).toEqual(['ann', 'bea', 'mia', 'max', 'eve'])
    const [ann, bea, , , eve] = neurons
    expect(ann?.changes[1]).toBeGreaterThan(0n)
    expect(bea?.changes[1]).toBeLessThan(0n)
    expect(bea?.changes[2]).toBeLessThan(0n)
    expect(eve?.totals.slice(0, 2)).toEqual([undefined, undefined])
    expect(eve?.changes[2]).toBe(eve?.totals[2])
  })

  it('refuses more than memory holds, before it runs anything', async () => {
    const many = Array.from({ length: 12 }, (_, i) => parseVariant(`v${i}: tempo=${i + 1}`))
    const run = compareVariants(small(), many, { epochs: 10_000 })
    await expect(run).rejects.toThrow(/10000 epochs of 4 neurons, 13 times .* at most 9615/)
  })

  it('finds out when bonds stand still', async () => {
    const half = await compareVariants(small(), [parseVariant('bondsMovingAverage=0.5')], {
      epochs: 30,
    })
    // Bonds of Yuma 3 close half of the distance each epoch: 0.5^10 is the first below 0.001.
    expect(half[1]?.settled).toBe(9)
    expect(half[0]?.settled).toBeUndefined()
  })

  it.each([
    ['none', [], /no variant/],
    ['two of one name', ['a: kappa=0.6', 'a: kappa=0.7'], /two variants are called a/],
    ['too many', Array.from({ length: 13 }, (_, i) => `v${i}: tempo=${i + 1}`), /at most 12/],
  ])('refuses %s', async (_what, texts, rule) => {
    const all = texts.map(parseVariant)
    await expect(compareVariants(small(), all, { epochs: 1 })).rejects.toThrow(rule)
  })
})

describe('sweep', () => {
  it('reads ranges exactly, the end included', () => {
    expect(parseSweptKey('kappa=0.4:0.6:0.01').values.length).toBe(21)
    expect(parseSweptKey('kappa=0.1:0.3:0.1').values).toEqual(['0.1', '0.2', '0.3'])
    expect(parseSweptKey('tempo=1:8:3').values).toEqual(['1', '4', '7'])
    expect(parseSweptKey('yuma3=true|false').values).toEqual(['true', 'false'])
    expect(parseSweptKey('alphaSigmoidSteepness=-1:1:0.5').values).toEqual([
      ...['-1', '-0.5', '0', '0.5', '1'],
    ])
  })

  it('checks every value and metric before it runs anything', async () => {
    const run = (param: string, metric: string): Promise<unknown> => {
      const onPoint = (): void => expect.unreachable()
      return sweep(small(), [parseSweptKey(param)], [parseMetric(metric)], { epochs: 1, onPoint })
    }
    await expect(run('kappa=0:2:0.5', 'settled')).rejects.toThrow(/1.5 is above 1/)
    await expect(run('kappa=0:1:0.5', 'dividends:zed')).rejects.toThrow(/no neuron "zed"/)
  })

  it.each([
    ['kappa', /not KEY=FROM:TO:STEP/],
    ['kappa=0.4:0.6', /FROM:TO:STEP/],
    ['kappa=0.6:0.4:0.1', /runs backwards/],
    ['kappa=0.4:0.6:0', /STEP is 0/],
    ['kappa=0:1:0.00001', /100001 values/],
    ['kappa=0:1:-1', /STEP is negative/],
    ['kappa=a:1:1', /kappa=a:1:1, FROM: "a" is no number/],
  ])('refuses %s', (text, rule) => {
    expect(() => parseSweptKey(text)).toThrow(rule)
  })

  it('measures every combination, the last key fastest', async () => {
    const keys = ['kappa=0.4:0.6:0.1', 'cabal.max=0.1|0.8'].map(parseSweptKey)
    const metrics = ['incentive:max', 'totalEmission:max', 'bond:cabal:max'].map(parseMetric)
    const points = await sweep(small(), keys, metrics, { epochs: 2 })
    expect(points.map(({ values }) => values.join(' '))).toEqual([
      ...['0.4 0.1', '0.4 0.8', '0.5 0.1', '0.5 0.8', '0.6 0.1', '0.6 0.8'],
    ])
    const [weak, strong] = points
    expect(weak?.measured[0]).toEqual({ value: '0', raw: '0' })
    expect(strong?.measured[0]).toEqual({ value: '1', raw: '65535' })
    expect(Number(strong?.measured[2]?.value)).toBeGreaterThan(0)
  })

  it.each([
    ['gain:1', /unknown metric "gain"; there are: emission/],
    ['dividends', /must be dividends:WHO/],
    ['settled:1', /must be settled/],
    ['bond:1', /must be bond:WHO:WHOM/],
  ])('refuses the metric %s', (text, rule) => {
    expect(() => parseMetric(text)).toThrow(rule)
  })
})

describe('plots', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tao-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const page = {
    title: '<Yuma> & co',
    subtitle: 'x',
    tables: [{ title: 't', titles: ['a'], rows: [['<b>']] }],
  }

  it('are SVG and HTML files that load nothing', async () => {
    const charts = runCharts(small(), simulate(small(), { epochs: 3 }))
    expect(charts.map(({ kind }) => kind)).toEqual(['lines', 'heat', 'heat'])
    for (const name of ['p.svg', 'p.html']) {
      await writePlots(join(folder, name), charts, page)
      const text = readFileSync(join(folder, name), 'utf8')
      // Names of XML's own vocabularies are no addresses that anybody opens.
      const links = text.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')
      expect(links).not.toMatch(/https?:|<script|@import|<link|<image|url\((?!#)/)
      expect(text).toContain('>ann<')
      expect(text).not.toContain('<Yuma>')
    }
  })

  it('write names from outside as text', async () => {
    const runs = await compareVariants(small(), [{ name: '<i>&"', changes: [] }], { epochs: 2 })
    const path = join(folder, 'names.svg')
    await writePlots(path, compareCharts(runs, compareNeurons(runs)), page)
    expect(readFileSync(path, 'utf8')).not.toContain('<i>')
  })

  it('show curves, bars and shades in a terminal', async () => {
    const keys = [parseSweptKey('kappa=0.4:0.6:0.1')]
    const points = await sweep(small(), keys, [parseMetric('incentive:mia')], { epochs: 1 })
    const charts = [
      ...runCharts(small(), simulate(small(), { epochs: 4 })),
      ...runCharts(small(), simulate(small(), { epochs: 1 })).slice(0, 1),
      ...sweepCharts(keys, ['incentive:mia'], points),
    ]
    const text = await plotText(charts, { width: 80, color: false })
    expect(text).toMatch(/Emission over epochs {2}\[alpha per epoch\]\n━ ann {3}┅ bea {3}• mia/)
    expect(text).toMatch(/ann +│██│/)
    expect(text).toMatch(/as validator +█+ 30/)
    expect(text).toContain('incentive over kappa')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  it('draw neighbours as one where a side is too long, and say so', () => {
    const names = Array.from({ length: 5 }, (_, i) => `n${i}`)
    const map = fitted(
      {
        ...{ kind: 'heat', title: 'T', rowTitle: '', columnTitle: '' },
        ...{ rows: ['r'], columns: names, cells: [[1, 5, 2, 0, 3]] },
      },
      3,
    )
    expect(map.cells).toEqual([[5, 2, 3]])
    expect(map.title).toBe('T, largest of 1 x 2')
  })

  it.each(['terminal', 'a.svg', '/tmp/b.html'])('go to %s', (target) => {
    expect(() => checkPlotTarget(target)).not.toThrow()
  })

  it('go nowhere where no file can be written', () => {
    expect(() => checkPlotTarget('/nowhere/b.html')).toThrow(/there is no folder \/nowhere/)
  })

  it.each(['a.png', 'svg', ''])('refuse to go to %j', (target) => {
    expect(() => checkPlotTarget(target)).toThrow(/neither terminal nor a file/)
  })

  it.each([
    [0, '0'],
    [0.123456, '0.1235'],
    [1234567, '1.23e+6'],
    [45, '45'],
  ])('write %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text)
  })
})
