/**
 * Goal: every recorded file checks out through the program, and each form of input and output works.
 * Method: the built program on ../shared/vectors/yuma and on the example of the documentation.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson } from '../../support/cli.ts'
import { expectSchema } from '../../support/schemas.ts'
import { hasShared, sharedJson, sharedPath } from '../../support/shared.ts'

interface RunJson {
  form: string
  steps: {
    label: string
    epoch: number
    block: number
    emission: string
    exact: Record<string, unknown>
    explain?: { mecid: number; consensus: string[] }[]
    matches: boolean | null
  }[]
}

interface Recorded {
  exact: Record<string, unknown>
  input: unknown
}

const EXAMPLE = resolve('docs/examples/yuma-subnet.yaml')
const FILES = ['epoch', 'yuma3', 'permits', 'commit_reveal', 'epoch_logs', 'mechanisms', 'golden']

function recordedSteps(file: string): Recorded[] {
  const found = sharedJson<(Recorded & { steps?: Recorded[] })[]>(`vectors/yuma/${file}.json`)
  return found.flatMap((one) => one.steps ?? [one])
}

describe.skipIf(!hasShared)('tao yuma run of recorded files', () => {
  it.each(FILES)('gives every field of exact in %s.json', async (file) => {
    const path = sharedPath(`vectors/yuma/${file}.json`)
    const result = await runTaoJson<RunJson>(['yuma', 'run', path])
    expectSchema('yuma run', result)
    expect(result.form).toBe('native')
    const recorded = recordedSteps(file)
    expect(result.steps.length).toBe(recorded.length)
    recorded.forEach(({ exact }, i) => {
      const step = result.steps[i]
      for (const [field, value] of Object.entries(exact)) {
        // An empty object marks bonds that were not recorded.
        if (field === 'bonds' && Object.keys(Object(value)).length === 0) continue
        expect(step?.exact[field], `${step?.label}: ${field}`).toEqual(value)
      }
      expect(step?.matches).toBe(true)
    })
  })

  it('takes one input alone, from stdin, and hands out 1 alpha', async () => {
    const [first] = recordedSteps('golden')
    const input = JSON.stringify(first?.input)
    const result = await runTaoJson<RunJson>(['yuma', 'run', '-'], { input })
    expectSchema('yuma run', result)
    expect(result.steps).toMatchObject([{ emission: '1000000000', matches: null }])
    const emission = { input: JSON.stringify(recordedSteps('golden')[3]?.input) }
    const more = await runTaoJson<RunJson>(['yuma', 'run', '-', '--emission', '148'], emission)
    expect(more.steps[0]?.exact).toMatchObject(recordedSteps('golden')[3]?.exact ?? {})
  })

  it('checks what is recorded, and fails where it is not what comes out', async () => {
    const path = sharedPath('vectors/yuma/mechanisms.json')
    expect(await runTao(['yuma', 'run', path, '--check'])).toMatchObject({ exitCode: 0 })
    const home = makeHome()
    const steps = structuredClone(recordedSteps('mechanisms'))
    Object.assign(steps[1]?.exact ?? {}, { dividends: [1] })
    writeFileSync(join(home, 'wrong.json'), JSON.stringify(steps))
    const run = await runTao(['yuma', 'run', 'wrong.json', '--check'], { home })
    expect(run.exitCode).toBe(3)
    expect(run.stderr).toContain('not as recorded, or nothing recorded: step 2 (EPOCH_DIFFERS)')
    expect(run.stdout).toContain('step 2: block')
    expect(run.stdout).toContain('NOT as recorded')
  })
})

describe('tao yuma run', () => {
  it('runs the example, explains every step and draws it', async () => {
    const home = makeHome()
    const args = ['yuma', 'run', EXAMPLE, '--epochs', '3', '--explain', '--plot', 'p.svg']
    const run = await runTao([...args, '--plot', 'terminal', '--plot', 'p.html'], { home })
    expect(run).toMatchObject({ exitCode: 0, stderr: 'written to p.svg\nwritten to p.html\n' })
    for (const words of [
      'Clipped weights',
      'active stake',
      'Bonds after this epoch',
      'all epochs',
    ]) {
      expect(run.stdout).toContain(words)
    }
    expect(run.stdout).toMatch(/0 {2}alice +500 {2}yes/)
    expect(run.stdout).toContain('Emission over epochs')
    expect(readFileSync(join(home, 'p.svg'), 'utf8')).toMatch(/^<svg xmlns=/)
    expect(readFileSync(join(home, 'p.html'), 'utf8')).toMatch(/^<!doctype html>/)
  })

  it('gives intermediates and epochs as JSON', async () => {
    const args = ['yuma', 'run', EXAMPLE, '--epochs', '2', '--explain']
    const result = await runTaoJson<RunJson>(args)
    expectSchema('yuma run', result)
    expect(result.steps.map(({ epoch, block }) => [epoch, block])).toEqual([
      [1, 36_000],
      [2, 36_360],
    ])
    // Alice alone holds half of the stake, so her weight on dave is the consensus: 0.5.
    expect(result.steps[0]?.explain?.[0]?.consensus[3]).toBe(String(2 ** 31))
  })

  it('prints a table as CSV', async () => {
    const run = await runTao(['yuma', 'run', EXAMPLE, '--csv', '--epochs', '2'])
    const lines = run.stdout.trimEnd().split('\n')
    expect(lines.length).toBe(1 + 2 * 6)
    expect(lines[0]).toMatch(
      /^step,epoch,block,uid,name,stakeRao,active,validatorPermit,stakeWeight/,
    )
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
    expect(lines[1]).toMatch(/^,1,36000,0,alice,500000000000,true,true,0.499992,0,0.999985,0,/)
  })

  it('keeps what was run as native JSON that gives the same again', async () => {
    const home = makeHome()
    const first = await runTaoJson<RunJson>(['yuma', 'run', EXAMPLE, '--save', 's.json'], { home })
    const again = await runTaoJson<RunJson>(['yuma', 'run', 's.json'], { home })
    expect(again.form).toBe('native')
    expect(again.steps[0]?.exact).toEqual(first.steps[0]?.exact)
  })

  it('takes weights from a CSV file in place of those of the file', async () => {
    const home = makeHome()
    writeFileSync(join(home, 'w.csv'), 'uid,0,1,2,3,4,5\n0,0,0,0,0,0,1\n')
    const args = ['yuma', 'run', EXAMPLE, '--weights', 'w.csv']
    const result = await runTaoJson<RunJson>(args, { home })
    // Only alice has weights now, and half of the stake is more than kappa asks for.
    expect(result.steps[0]?.exact['incentive']).toEqual({ '0': [0, 0, 0, 0, 0, 65_535] })
  })

  it.each([
    ['a missing file', ['nowhere.json'], 3, 'FILE_UNREADABLE', /no such file.*\n.*ls \./],
    ['a folder as file', [resolve('docs')], 3, 'FILE_UNREADABLE', /it is a folder.*\n.*ls /],
    ['a device as file', ['/dev/zero'], 3, 'FILE_UNREADABLE', /it is a device/],
    ['nothing on stdin', ['-'], 2, 'INVALID_EPOCH', /stdin: is empty/],
    ['a folder to save into', [EXAMPLE, '--save', '/'], 3, 'FILE_UNREADABLE', /it is a folder/],
    ['no file at all', [], 2, 'INVALID_EPOCH', /name a FILE, or --from-chain/],
    ['a plot of no kind', [EXAMPLE, '--plot', 'p.png'], 2, 'INVALID_EPOCH', /p.png is neither/],
    [
      'a folder that is not there',
      [EXAMPLE, '--plot', 'no/x.svg'],
      3,
      'FILE_UNREADABLE',
      /no\/x.svg: there is no folder no.*\n.*mkdir -p no/,
    ],
    ['a chain without subnet', ['--from-chain'], 2, 'INVALID_EPOCH', /--netuid: is missing/],
    ['a chain and a file', [EXAMPLE, '--from-chain', '--netuid', '2'], 2, 'INVALID_EPOCH', /FILE/],
    ['a netuid without chain', [EXAMPLE, '--netuid', '2'], 2, 'INVALID_EPOCH', /--from-chain/],
    ['root', ['--from-chain', '--netuid', '0'], 2, 'INVALID_EPOCH', /runs no epoch/],
    ['no such subnet', ['--from-chain', '--netuid', '77'], 5, 'SUBNET_NOT_FOUND', /subnet 77/],
    ['negative emission', [EXAMPLE, '--emission=-1'], 2, 'INVALID_EPOCH', /-1 is negative/],
    ['nothing to check', [EXAMPLE, '--check'], 3, 'EPOCH_DIFFERS', /nothing recorded/],
    ['no epochs', [EXAMPLE, '--epochs', '0'], 2, 'USAGE', /1/],
  ])('exits with a code and a reason on %s', async (_what, args, exitCode, code, reason) => {
    const run = await runTao(['yuma', 'run', ...args])
    expect(run.exitCode).toBe(exitCode)
    expect(run.stderr).toContain(`(${code})`)
    expect(run.stderr).toMatch(reason)
    if (code !== 'EPOCH_DIFFERS') expect(run.stdout).toBe('')
  })

  it('names file, row and column of a bad cell, in JSON too', async () => {
    const input = 'names: [a, b]\nstake: [1, 2]\nweights: [[0, 1], [0.5, -1]]\n'
    const run = await runTao(['yuma', 'run', '-', '--json'], { input })
    expect(run.exitCode).toBe(2)
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: {
        code: 'INVALID_EPOCH',
        data: { where: 'stdin, weights, row 1 (b), column 1', rule: '-1 is negative' },
      },
    })
  })
})
