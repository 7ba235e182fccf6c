/** Goal: one exit code and one report in all forms. Method: small commands run in process, streams captured. */
import * as Flags from '@oclif/core/flags'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { confirmFlags } from '../../../src/cli/flags.ts'
import { runClass } from '../../../src/cli/run-command.ts'
import { TaoCommand } from '../../../src/cli/tao-command.ts'
import { netuidFlag, taoFlag } from '../../../src/cli/value-flags.ts'
import { ExitCode, TaoError } from '../../../src/primitives/tao-error.ts'

const refused = () =>
  new TaoError('HOTKEY_NOT_REGISTERED', 'hotkey x has no uid on netuid 1', {
    exitCode: ExitCode.rejected,
    suggestions: ['tao subnets register --netuid 1'],
    data: { netuid: 1 },
  })

type Behaviour = (command: Probe) => Promise<unknown>

let behave: Behaviour

class Probe extends TaoCommand<unknown> {
  static override flags = {
    ...confirmFlags,
    netuid: netuidFlag(),
    amount: taoFlag(),
    deep: Flags.boolean({ allowNo: true }),
  }

  async run(): Promise<unknown> {
    await this.parse(Probe)
    return behave(this)
  }
}

let stdout = ''
let stderr = ''

beforeEach(() => {
  stdout = ''
  stderr = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

async function run(argv: string[], does: Behaviour = async () => ({ fine: true })) {
  behave = does
  await runClass(Probe, 'probe', argv)
  return { exitCode: process.exitCode ?? 0, json: stdout.startsWith('{') ? JSON.parse(stdout) : {} }
}

describe('TaoCommand', () => {
  it('prints the rendering in text, the result in JSON', async () => {
    const does: Behaviour = async (command) => {
      command.log('all fine')
      command.note('by the way')
      return { rao: 5n }
    }
    await run([], does)
    expect([stdout, stderr]).toEqual(['all fine\n', 'by the way\n'])
    stdout = stderr = ''
    expect((await run(['--json'], does)).json).toEqual({
      schemaVersion: 1,
      ok: true,
      data: { rao: '5' },
    })
    stdout = ''
    expect((await run(['--json-out'], does)).json).toEqual({ rao: '5' })
    expect(stderr).toBe('')
  })

  it.each([
    ['a refusal of the chain', refused, 5, 'HOTKEY_NOT_REGISTERED'],
    ['a bug', () => new TypeError('x is not a function'), 1, 'BUG'],
  ])('exits alike in all forms on %s', async (_what, make, exitCode, code) => {
    const does: Behaviour = async () => {
      throw make()
    }
    expect((await run([], does)).exitCode).toBe(exitCode)
    expect(stdout).toBe('')
    expect(stderr).toContain(`(${code})`)
    for (const form of ['--json', '--json-output']) {
      stdout = stderr = ''
      process.exitCode = undefined
      const { exitCode: again, json } = await run([form], does)
      expect(again).toBe(exitCode)
      expect(form === '--json' ? json.error.code : json.code).toBe(code)
      expect(stderr).toBe('')
    }
  })

  it('says what to try', async () => {
    await run([], async () => {
      throw refused()
    })
    expect(stderr).toBe(
      'Error: hotkey x has no uid on netuid 1 (HOTKEY_NOT_REGISTERED)\n' +
        'Try this: tao subnets register --netuid 1\n',
    )
  })

  it('asks to report a bug, with version and origin', async () => {
    await run([], async () => {
      throw new Error('outer', { cause: new Error('inner') })
    })
    expect(stderr).toMatch(/this is a bug in tao \d+\.\d+\.\d+: Error: outer/)
    expect(stderr).toContain('inner')
    expect(stderr).toContain('report it')
  })

  it('keeps a partial result beside its failure', async () => {
    const { exitCode, json } = await run(['--json'], async (command) => {
      command.failWithResult(refused())
      return { done: 1 }
    })
    expect(exitCode).toBe(5)
    expect(json).toMatchObject({
      ok: false,
      data: { done: 1 },
      error: { code: 'HOTKEY_NOT_REGISTERED' },
    })
  })

  // Hostile amounts: style.md section 2.8.
  it.each(['-1', '0', '18446744073.709551616', 'NaN', '1e18', '1.', '１'])(
    'exits 2 on the amount %s and names the option',
    async (text) => {
      expect((await run([`--amount=${text}`])).exitCode).toBe(2)
      expect(stderr).toContain('--amount: invalid amount')
      expect(stderr).toContain('(INVALID_AMOUNT)')
      expect(stdout).toBe('')
    },
  )

  it.each([
    [['--netud', '1'], 'UNKNOWN_OPTION', 'did you mean --netuid?'],
    [['--netuid', '70000'], 'INVALID_NETUID', 'within 0..65535'],
    [['--netuid'], 'USAGE', '--netuid expects a value'],
    [['stray'], 'USAGE', 'too many words: stray'],
    [['--quiet', '--verbose'], 'USAGE', '--quiet'],
  ])('exits 2 on %j', async (argv, code, words) => {
    expect((await run(argv)).exitCode).toBe(2)
    expect(stderr).toContain(`(${code})`)
    expect(stderr).toContain(words)
  })

  it('needs --yes where nobody can be asked', async () => {
    const asks: Behaviour = (command) => command.confirm('Send 5 TAO?')
    expect((await run([], asks)).exitCode).toBe(2)
    expect(stderr).toContain('(CONFIRMATION_NEEDED)')
    process.exitCode = undefined
    const { exitCode, json } = await run(['--json'], asks)
    expect([exitCode, json.error.code]).toEqual([2, 'CONFIRMATION_NEEDED'])
  })

  it.each(['--yes', '-y', '--no-prompt', '--no_prompt'])('consents with %s', async (option) => {
    expect((await run([option], (c) => c.confirm('Send?', 'a preview'))).exitCode).toBe(0)
    expect(stderr).toBe('a preview\n')
  })

  it('declines with --no', async () => {
    expect((await run(['--no'], (c) => c.confirm('Send?'))).exitCode).toBe(130)
  })

  it('names the option of a missing value', async () => {
    const asks: Behaviour = (command) =>
      command.ask(undefined, { option: '--netuid', message: 'Netuid', parse: Number })
    expect((await run([], asks)).exitCode).toBe(2)
    expect(stderr).toContain('missing --netuid: Netuid (MISSING_OPTION)')
  })

  it('closes what was opened, latest first, after a failure too', async () => {
    const closed: string[] = []
    await run([], async (command) => {
      command.onEnd(() => void closed.push('first'))
      command.onEnd(async () => void closed.push('second'))
      throw refused()
    })
    expect(closed).toEqual(['second', 'first'])
  })

  it('keeps messages off with --quiet, errors on', async () => {
    await run(['-q'], async (command) => {
      command.note('hint')
      command.warn('careful')
      throw refused()
    })
    expect(stderr).toMatch(/^Error: /)
  })
})
