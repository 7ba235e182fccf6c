/** Goal: the program as a script meets it. Method: the built program, real processes. */
import { describe, expect, it } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { runTao } from '../../support/cli.ts'

describe('tao', () => {
  it('prints its version', async () => {
    const run = await runTao(['--version'])
    expect(run).toEqual({ stdout: `tao ${packageJson.version}\n`, stderr: '', exitCode: 0 })
  })

  it.each([[[]], [['--help']], [['-h']]])('prints help for %j', async (argv) => {
    const run = await runTao(argv)
    expect(run).toMatchObject({ stderr: '', exitCode: 0 })
    expect(run.stdout).toContain('tao COMMAND [OPTIONS]')
    expect(run.stdout).toMatch(/^ {2}config {2}/m)
  })

  it('prints the help of a group through its alias, and of a command', async () => {
    const group = await runTao(['conf'])
    expect(group.stdout).toMatch(/^ {2}config set {2,}keep defaults/m)
    const command = await runTao(['conf', 'set', '--help'])
    expect(command.stdout).toContain('--wallet-name NAME')
    expect(command.stdout).toContain('tao config set --network local')
  })

  it('lists every visible command', async () => {
    const run = await runTao(['--commands'])
    expect(run.stdout).toMatch(/^ {2}tao config get {2,}show the kept defaults$/m)
  })

  it.each([
    [['confg', 'set'], 'did you mean "tao config set"?'],
    [['config', 'gte'], 'did you mean "tao config get"?'],
    [['--verson'], 'option --verson needs a command before it'],
    [['config', 'get', '--jsn'], 'did you mean --json?'],
  ])('exits 2 on %j with a suggestion', async (argv, words) => {
    const run = await runTao(argv)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain(words)
  })

  it('reports an unknown command in JSON when JSON was asked for', async () => {
    const run = await runTao(['confg', '--json'])
    expect(run).toMatchObject({ exitCode: 2, stderr: '' })
    expect(JSON.parse(run.stdout)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_COMMAND' } })
  })

  it('prints the same stdout with --verbose', async () => {
    const [plain, verbose] = await Promise.all([
      runTao(['config', 'get', '--json'], { home: '/tmp' }),
      runTao(['config', 'get', '--json', '-v'], { home: '/tmp' }),
    ])
    expect(verbose.stdout).toBe(plain.stdout)
  })

  it('does not mind a reader that leaves', async () => {
    const { execFile } = await import('node:child_process')
    const code = await new Promise((done) => {
      const shell = `"${process.execPath}" bin/run.js --commands | true; echo \${PIPESTATUS[0]}`
      execFile('bash', ['-c', shell], (_error, stdout) => done(stdout.trim()))
    })
    expect(code).toBe('0')
  })
})
