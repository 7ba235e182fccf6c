/**
 * Goal: decimals, matrices and the plain form are read exactly, and what breaks a rule is refused
 * with its row and column. Method: small texts by hand, against the chain's integers of the
 * specification (../shared/spec/yuma.md section 9).
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../src/ops/yuma/csv.ts'
import {
  decimalOf,
  parseFraction,
  share16,
  share16Decimal,
  units,
} from '../../../../src/ops/yuma/decimals.ts'
import { type Loaded, loadText, onlyJob } from '../../../../src/ops/yuma/load.ts'
import { DEFAULT_PARAMETERS, PARAMETERS } from '../../../../src/ops/yuma/parameters.ts'
import { weightRow } from '../../../../src/ops/yuma/rows.ts'

function load(text: string, file = 'f.yaml'): Loaded {
  return loadText(text, file, (name) => readCsv('0,1\n1,0\n', name))
}

function refusal(text: string, file?: string): string {
  try {
    load(text, file)
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID_EPOCH', exitCode: 2 })
    return error instanceof Error ? error.message : ''
  }
  throw new Error('was not refused')
}

describe('decimals', () => {
  it.each([
    ['0.5', 32_767],
    ['1', 65_535],
    ['0', 0],
    ['50%', 32_767],
    ['45875/65535', 45_875],
    ['58982/65535', 58_982],
    ['5e-1', 32_767],
  ])('reads the share %s as %d', (text, value) => {
    expect(share16(text, '')).toBe(value)
  })

  it.each([
    ['-0.5', /-0.5 is negative/],
    ['NaN', /not finite/],
    ['.inf', /not finite/],
    ['Infinity', /not finite/],
    ['0x10', /is no number/],
    ['1.', /is no number/],
    ['', /is no number/],
    ['1/0', /divides by zero/],
    ['１', /is no number/],
    ['9'.repeat(99), /too long/],
  ])('refuses %j', (text, rule) => {
    expect(() => parseFraction(text, 'here')).toThrow(rule)
  })

  it('refuses a share above one, and more digits than a unit has', () => {
    expect(() => share16('1.0001', 'kappa')).toThrow('kappa: 1.0001 is above 1')
    expect(() => units('0.0000000001', 'stake', 9)).toThrow(/more than 9 digits/)
    expect(() => units('18446744073.709551616', 'stake', 9)).toThrow(/is above/)
  })

  it('writes units and shares shortly', () => {
    expect(decimalOf(1_500_000_000n, 9)).toBe('1.5')
    expect(decimalOf(0n, 9)).toBe('0')
    expect(share16Decimal(65_535)).toBe('1')
    expect(share16Decimal(32_767)).toBe('0.499992')
  })
})

describe('weightRow', () => {
  it('makes the largest 65535 and keeps the proportion, to the nearest', () => {
    const cells = ['3', '1', '0', '1.5'].map((text, i) => [i, parseFraction(text, '')] as const)
    // 65535 / 3 = 21845 exactly; 65535 / 2 = 32767.5 goes up, as clients round.
    expect([...weightRow(cells)]).toEqual([
      [0, 65_535],
      [1, 21_845],
      [3, 32_768],
    ])
  })

  it('is empty for zeros', () => {
    expect([...weightRow([[0, { num: 0n, den: 1n }]])]).toEqual([])
  })
})

describe('the plain form', () => {
  it('fills in the values of a new subnet', () => {
    const { step } = onlyJob(load('stake: [1]\n')).setup
    const expected = {
      ...{ tempo: 360, maxAllowedValidators: 64, kappa: 32_767, bondsPenalty: 65_535 },
      ...{ bondsMovingAverage: 900_000n, yuma3: true, liquidAlpha: false, stakeThreshold: 0n },
      ...{ alphaValues: [45_875, 58_982], alphaSigmoidSteepness: 1000, revealPeriod: 1n },
      ...{ taoWeight: 971_718_665_099_567_868n, activityCutoffFactorMilli: 13_889 },
    }
    expect(step.input).toMatchObject(expected)
    expect(DEFAULT_PARAMETERS).toMatchObject(expected)
    expect(step.emission).toBe(1_000_000_000n)
    expect(step.input.block).toBe(36_000n)
  })

  it('reads decimals, names, rows of both kinds and a matrix of bonds', () => {
    const job = onlyJob(
      load(`
names: [ann, bea, cas]
stake: [0.000000001, "2.5", 0]
rootStake: [1, 0, 0]
weights: {ann: [0, 0, 2], bea: {cas: 1, ann: 0.5}}
bonds: [[0, 0, 0.5], [0, 0, 0], [0, 0, 0]]
kappa: 0.6
alphaLow: 0.1
owner: cas
emission: 2.25
epochs: 7
variants: {strict: {kappa: 0.9}}
`),
    )
    const { input, emission } = job.setup.step
    expect(job.setup.names).toEqual(['ann', 'bea', 'cas'])
    expect([...input.alpha.values()]).toEqual([1n, 2_500_000_000n, 0n])
    expect([...input.rootStake.values()]).toEqual([1_000_000_000n, 0n, 0n])
    expect(input.mechanisms[0]?.weights.map((row) => [...(row ?? [])])).toEqual([
      [[2, 65_535]],
      [
        [2, 65_535],
        [0, 32_768],
      ],
    ])
    expect(input.mechanisms[0]?.bonds.map((row) => [...(row ?? [])])).toEqual([
      [[2, 32_767]],
      [],
      [],
    ])
    expect(input.kappa).toBe(39_321)
    expect(input.alphaValues).toEqual([6553, 58_982])
    expect(input.ownerHotkey).toBe(2)
    expect(emission).toBe(2_250_000_000n)
    expect(job.epochs).toBe(7)
    expect(job.variants).toEqual({ strict: { kappa: '0.9' } })
  })

  it('gives permits to those whom an epoch would give them', () => {
    const { input } = onlyJob(load('stake: [3, 1, 2, 0]\nmaxAllowedValidators: 2\n')).setup.step
    expect(input.validatorPermit).toEqual([true, false, true, false])
  })

  it('takes JSON, a CSV file by name, and a CSV of everything', () => {
    const json = onlyJob(load('{"stake": [1, 2], "weights": [[0, 1], [1, 0]]}', 'f.json'))
    const named = onlyJob(load('stake: [1, 2]\nweights: w.csv\n'))
    const csv = onlyJob(load('uid,name,stake,0,1\n1,b,2,1,0\n0,a,1,0,1\n', 'f.csv'))
    for (const { setup } of [named, csv]) {
      expect(setup.step.input).toEqual(json.setup.step.input)
    }
    expect(csv.setup.names).toEqual(['a', 'b'])
  })

  it.each([
    ['stake: [1, 2]\nkapa: 0.5\n', /unknown field "kapa"; there are: names, stake/],
    ['stake: [1, 2]\nkappa: -0.5\n', /f.yaml, kappa: -0.5 is negative/],
    ['stake: [1, .nan]\n', /stake, element 1: .nan is not finite/],
    ['stake: []\n', /there is no neuron/],
    [`stake: [${'1,'.repeat(4096)}1]\n`, /has 4097 neurons; at most 4096/],
    ['kappa: 0.5\n', /stake: is missing/],
    ['stake: [1, 2]\nweights: [[0, 1], [1]]\n', /weights, row 1: has 1 columns, but there are 2/],
    ['stake: [1, 2]\nweights: [[0, 1]]\n', /weights: has 1 rows, but there are 2 neurons/],
    ['stake: [1, 2]\nweights: [[0, 1], [-3, 0]]\n', /weights, row 1, column 0: -3 is negative/],
    [
      'names: [a, b]\nstake: [1, 2]\nweights: {b: [x, 0]}\n',
      /row 1 \(b\), column 0: "x" is no number/,
    ],
    ['stake: [1, 2]\nweights: {5: [0, 1]}\n', /no uid 5: uids go from 0 to 1/],
    ['stake: [1, 2]\nweights: {0: {carl: 1}}\n', /no neuron "carl"/],
    [
      'names: [a, b]\nstake: [1, 2]\nweights: {0: [0, 1], a: [0, 1]}\n',
      /row 0 \(a\): is given twice/,
    ],
    ['stake: [1, 2]\nbonds: [[0, 1.5], [0, 0]]\n', /bonds, row 0, column 1: 1.5 is above 1/],
    ['names: [a, a]\nstake: [1, 2]\n', /a is there already/],
    ['names: [a, "1"]\nstake: [1, 2]\n', /must be letters, digits/],
    ['stake: [1, 2]\nvalidatorPermit: [true]\n', /has 1 elements, but stake has 2/],
    ['stake: [1, 2]\nyuma3: yes\n', /must be true or false, not "yes"/],
    ['stake: [1]\nalphaLow: 0.95\n', /alphaLow 0.949997 is above alphaHigh/],
    ['stake: [1]\nstake: [2]\n', /Map keys must be unique/],
    ['stake: [1\n', /f.yaml: /],
    ['', /f.yaml: is empty/],
    ['stake: [1]\ntoString: 1\n', /unknown field "toString"/],
    [`stake: [${'0,'.repeat(3_000_000)}0]`, /larger than 4 MiB: put the matrix into a CSV/],
  ])('refuses %j', (text, rule) => {
    expect(refusal(text)).toMatch(rule)
  })

  it('suggests the field that was meant', () => {
    const found = (): unknown => load('stake: [1]\nkapa: 0.5\n')
    expect(found).toThrow(
      expect.objectContaining({ suggestions: expect.arrayContaining(['kappa']) }),
    )
  })

  it('takes a steepness below 0, as the chain does', () => {
    const { input } = onlyJob(load('stake: [1]\nalphaSigmoidSteepness: -327.68\n')).setup.step
    expect(input.alphaSigmoidSteepness).toBe(-32_768)
    expect(refusal('stake: [1]\nalphaSigmoidSteepness: -327.69\n')).toMatch(/is above 327.68/)
  })

  it('has a getter that reads back what each setter took', () => {
    const { input } = onlyJob(load('stake: [1]\n')).setup.step
    for (const { get, set } of Object.values(PARAMETERS)) {
      expect(get({ ...input, ...set(get(input), '', input) })).toBe(get(input))
    }
  })
})

describe('a CSV matrix', () => {
  it.each([
    ['0,1\n1\n', /row 1 \(line 2\): has 1 columns instead of 2.*ragged/],
    ['uid,0,1\n0,0\n', /line 2: has 2 columns instead of 3/],
    ['uid,0,2\n', /column 2 must be titled 1, not 2/],
    ['uid,stake,0,1\n0,1,0,1\n', /no line for uid 1/],
    ['uid,0,1\n0,0,1\n0,0,1\n', /uid 0 has a line already/],
    ['uid,0,1\n7,0,1\n', /uid "7" is not from 0 to 1/],
    ['"0,5",1\n1,0\n', /line 1: has a quote or a comma inside a cell/],
    ['0,1\n\n1,0\n', /line 2: is blank/],
    ['uid;0;1\n0;0;1\n', /line 1: separates cells by semicolons/],
    ['0\t1\n1\t0\n', /line 1: separates cells by tabs/],
    ['\n', /is blank|is empty/],
    ['uid\n', /no columns of weights/],
  ])('refuses %j', (text, rule) => {
    expect(() => readCsv(text, 'm.csv')).toThrow(rule)
  })

  it('may have quotes around cells and lines that end in CRLF', () => {
    const text = '"uid","name","stake",0,1\r\n0,"ann",1,0,"1"\r\n1,"bea",2,0,0\r\n'
    const plain = 'uid,name,stake,0,1\n0,ann,1,0,1\n1,bea,2,0,0\n'
    expect(readCsv(text, 'm.csv')).toEqual(readCsv(plain, 'm.csv'))
    // From stdin there is no name that says CSV.
    expect(onlyJob(load(text, 'stdin')).setup.names).toEqual(['ann', 'bea'])
  })

  it('names line and column of a bad cell', () => {
    expect(refusal('uid,stake,0,1\n0,1,0,1\n1,2,-1,0\n', 'm.csv')).toMatch(
      /weights, row 1, column 0: -1 is negative/,
    )
  })

  it('says that a matrix alone has no stake', () => {
    expect(refusal('0,1\n1,0\n', 'm.csv')).toMatch(/stake/)
  })
})

describe('native JSON', () => {
  it.each([
    ['[]', /there is no step/],
    ['[{"call": "epoch_mechanism"}]', /missing/],
    ['{"hotkeys": []}', /missing n, block/],
    ['{"n": 1', /JSON|Expected/],
  ])('refuses %s', (text, rule) => {
    expect(refusal(text, 'f.json')).toMatch(rule)
  })
})
