/**
 * Goal: the epoch as a library takes and gives JSON, refuses what is none with place and rule, and
 * needs neither Node nor a browser. Method: recorded steps, broken copies of one, a bundle in a bare
 * script context.
 *
 * @module
 */
import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import {
  EpochInputError,
  type EpochStepJson,
  epoch,
  epochInputFromJson,
  epochInputToJson,
  epochStepFromJson,
} from '../../../local-chain/yuma/index.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'
import type { Expectation, RecordedStep, Scenario } from './recorded-epochs.ts'

const golden = hasShared ? sharedJson<RecordedStep[]>('vectors/yuma/golden.json') : []
const logs = hasShared ? sharedJson<Scenario[]>('vectors/yuma/epoch_logs.json') : []

describe.skipIf(!hasShared)('epoch as JSON', () => {
  it('gives every recorded field of steps with two mechanisms, commits and liquid alpha', () => {
    for (const step of golden) expect(epoch(step).exact).toMatchObject(step.exact)
  })

  const vectors = ['S', 'activeStake', 'C', 'VT', 'I', 'D'].map((name) => `trace.${name}`)
  const traced = logs.filter(({ steps }) =>
    steps.some(({ expect: all = [] }) => all.some(({ field }) => vectors.includes(field))),
  )

  it.each(traced)('gives the intermediates of $name as bits', ({ steps: [step] }) => {
    if (step === undefined) throw new Error('no step')
    const { traces } = epoch(step, { trace: true })
    const [trace] = traces
    const fields: Record<string, readonly string[] | undefined> = {
      'trace.S': trace?.stake,
      'trace.activeStake': trace?.activeStake,
      'trace.C': trace?.consensus,
      'trace.VT': trace?.validatorTrust,
      'trace.I': trace?.incentive,
      'trace.D': trace?.dividends,
    }
    const known = (step.expect ?? []).filter(({ field }) => field in fields)
    for (const { field, value, tolerance } of known as (Expectation & { value: number[] })[]) {
      const found = (fields[field] ?? []).map((bits) => Number(bits) / 2 ** 32)
      expect(found.length, field).toBe(value.length)
      value.forEach((wanted, uid) => {
        expect(Math.abs((found[uid] ?? Number.NaN) - wanted), field).toBeLessThanOrEqual(tolerance)
      })
    }
  })

  it('traces every mechanism of a subnet', () => {
    const step = golden.find(({ input }) => input.mechanismCount === 2)
    if (step === undefined) throw new Error('no step with two mechanisms')
    expect(epoch(step, { trace: true }).traces.map(({ mecid }) => mecid)).toEqual([0, 1])
    expect(epoch(step).traces).toEqual([])
  })

  it('writes an input that it reads back', () => {
    for (const { input } of golden) {
      const typed = epochInputFromJson(input)
      expect(epochInputFromJson(JSON.parse(JSON.stringify(epochInputToJson(typed))))).toEqual(typed)
    }
  })

  it('knows neither Node nor a browser', async () => {
    const { outputFiles } = await build({
      entryPoints: ['local-chain/yuma/index.ts'],
      bundle: true,
      format: 'iife',
      globalName: 'yuma',
      platform: 'neutral',
      loader: { '.wasm': 'binary' },
      write: false,
    })
    const [step] = golden
    // A context has the language and nothing else: no process, no require, no document.
    const context = createContext({ text: JSON.stringify(step) })
    new Script(outputFiles[0]?.text ?? '').runInContext(context)
    const run = new Script('JSON.stringify(yuma.epoch(JSON.parse(text)).exact)')
    expect(JSON.parse(String(run.runInContext(context)))).toMatchObject(step?.exact ?? {})
  })
})

/** A small step, written here, so that refusals are tested without recorded data too. */
function smallStep(): EpochStepJson & { input: Record<string, unknown> } {
  const input = {
    ...{ n: 2, block: 1000, tempo: 360, lastMechanismStepBlock: 640 },
    ...{ activityCutoffFactorMilli: 13_889, hotkeys: [10, 11], ownerHotkey: null },
    ...{ blockAtRegistration: [0, 0], validatorPermit: [true, false], maxAllowedValidators: 1 },
    ...{ kappa: 32_767, bondsMovingAverage: '900000', bondsPenalty: 65_535, liquidAlpha: false },
    ...{ yuma3: true, alphaValues: [45_875, 58_982] as const, alphaSigmoidSteepness: 1000 },
    ...{ stakeThreshold: '0', taoWeight: '0', alpha: { '10': '1000' }, rootStake: {}, parents: {} },
    ...{ children: {}, commitReveal: false, currentEpoch: 2, revealPeriod: 1, weightCommits: {} },
    ...{ timelockedCommits: {}, mechanismCount: 1, mechanismEmissionSplit: null },
    ...{ lastUpdate: { '0': [999, 0] }, weights: { '0': { '0': [[1, 65_535]] } }, bonds: {} },
  }
  return { call: 'epoch_with_mechanisms', emission: '1000', input: input as never }
}

/** By what is wrong: the field, its value, the place and the rule. */
const REFUSALS: readonly [string, Record<string, unknown>, string, RegExp][] = [
  ['an unknown parameter', { rho: 10 }, 'input', /unknown field rho; there are: n, block/],
  ['a missing one', { kappa: undefined }, 'input', /missing kappa/],
  ['a negative number', { tempo: -1 }, 'input.tempo', /from 0 to 65535, not -1/],
  ['a fraction', { kappa: 0.5 }, 'input.kappa', /whole number, not 0.5/],
  ['a number that is none', { kappa: Number.NaN }, 'input.kappa', /whole number, not NaN/],
  ['infinity', { block: Number.POSITIVE_INFINITY }, 'input.block', /not Infinity/],
  ['a share beyond u16', { kappa: 65_536 }, 'input.kappa', /from 0 to 65535/],
  ['too many uids', { n: 4097 }, 'input.n', /from 0 to 4096/],
  ['a longer vector', { hotkeys: Array(4097).fill(1) }, 'input.hotkeys', /4097 elements/],
  ['a number that JSON rounds', { taoWeight: 2 ** 60 }, 'input.taoWeight', /quotes/],
  [
    'a weight beyond u16',
    { weights: { 0: { 1: [[0, 70_000]] } } },
    'input.weights.0.1[0] (column 0)',
    /65535/,
  ],
  [
    'a weight without column',
    { weights: { 0: { 1: [[7]] } } },
    'input.weights.0.1[0]',
    /two values/,
  ],
  ['a row of no uid', { bonds: { 0: { x: [] } } }, 'input.bonds.0', /row "x"/],
  ['stake of no account', { alpha: { alice: '1' } }, 'input.alpha', /must be an account/],
  ['negative stake', { alpha: { 10: '-5' } }, 'input.alpha.10', /from 0/],
  ['accounts of two kinds', { ownerHotkey: 'ab' }, 'input.ownerHotkey', /a whole number/],
  ['a hotkey with two uids', { hotkeys: [10, 10] }, 'input.hotkeys', /holds two uids/],
]

describe('epoch refuses', () => {
  it('nothing of the small step', () => {
    expect(epoch(smallStep()).exact.incentive).toEqual({ '0': [0, 65_535] })
  })

  it.each(REFUSALS)('%s', (_what, change, path, rule) => {
    const step = smallStep()
    const broken = { ...step, input: { ...step.input, ...change } }
    expect(() => epochStepFromJson(broken)).toThrow(EpochInputError)
    expect(() => epochStepFromJson(broken)).toThrow(expect.objectContaining({ path }))
    expect(() => epochStepFromJson(broken)).toThrow(rule)
  })

  it.each([
    ['an unknown call', { call: 'epoch' }, /must be "epoch_mechanism"/],
    ['one mechanism of no number', { call: 'epoch_mechanism' }, /mecid: is needed/],
    ['an unknown field', { gain: 2 }, /unknown field gain/],
    ['emission below zero', { emission: '-1' }, /emission: must be from 0/],
  ])('%s', (_what, change, rule) => {
    expect(() => epochStepFromJson({ ...smallStep(), ...change })).toThrow(rule)
  })

  it.each([null, [], 'x', 7])('%j instead of a step', (json) => {
    expect(() => epochStepFromJson(json)).toThrow(/must be an object/)
  })
})
