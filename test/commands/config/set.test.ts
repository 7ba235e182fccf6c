/** Goal: what is set is what is read back, by us and from a file of btcli. Method: the built program. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson } from '../../support/cli.ts'
import { expectSchema } from '../../support/schemas.ts'

describe('tao config set', () => {
  it('writes the given keys and leaves the others unset', async () => {
    const home = makeHome()
    const set = ['config', 'set', '--network', 'test', '--wallet.name', 'alice', '--unsafe']
    const result = await runTaoJson<{ changed: unknown }>(set, { home })
    expectSchema('config set', result)
    expect(result.changed).toEqual({ network: 'test', wallet_name: 'alice', safe_staking: false })
    const kept = await runTaoJson<Record<string, unknown>>(['config', 'get'], { home })
    expectSchema('config get', kept)
    expect(kept).toMatchObject({ network: 'test', wallet_name: 'alice', safe_staking: false })
    expect(kept['wallet_hotkey']).toBeNull()
  })

  it('keeps keys and comments it does not know, readable by the owner only', async () => {
    const home = makeHome()
    const path = join(home, 'btcli.yml')
    writeFileSync(path, '# mine\nmetagraph_cols:\n  UID: true\nnetwork: finney\n')
    const options = { home, env: { TAO_CONFIG: path } }
    const run = await runTao(['conf', 'set', '--tolerance', '0.01'], options)
    expect(run).toMatchObject({ exitCode: 0, stdout: 'rate_tolerance = 0.01\n' })
    expect(readFileSync(path, 'utf8')).toBe(
      '# mine\nmetagraph_cols:\n  UID: true\nnetwork: finney\nrate_tolerance: 0.01\n',
    )
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['a tolerance above one', ['--tolerance', '1.5'], 'INVALID_FRACTION'],
    ['a tolerance that is no number', ['--tolerance', 'NaN'], 'INVALID_FRACTION'],
    ['nothing to set', [], 'NOTHING_TO_SET'],
    ['a missing value', ['--network'], 'USAGE'],
  ])('exits 2 on %s and writes nothing', async (_why, args, code) => {
    const home = makeHome()
    const run = await runTao(['config', 'set', ...args], { home })
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain(`(${code})`)
    expect(() => statSync(join(home, '.tao'))).toThrow()
  })
})
