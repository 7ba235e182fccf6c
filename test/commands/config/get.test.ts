/** Goal: an absent file is the defaults, a broken one is the user's to fix. Method: the built program. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, redact, runTao } from '../../support/cli.ts'
import { expectSchema } from '../../support/schemas.ts'

function homeWith(config: string): string {
  const home = makeHome()
  mkdirSync(join(home, '.tao'))
  writeFileSync(join(home, '.tao', 'config.yml'), config)
  return home
}

describe('tao config get', () => {
  it('shows defaults in brackets, in columns without drawing when piped', async () => {
    const run = await runTao(['config', 'get'])
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(redact(run.stdout)).toMatchInlineSnapshot(`
      "Config: <home>/.tao/config.yml
      Name                 Value                   Meaning
      network              (local)                 network name or ws:// address
      wallet_path          (~/.bittensor/wallets)  folder of wallets
      wallet_name          (default)               wallet (coldkey)
      wallet_hotkey        (default)               hotkey of that wallet
      use_cache            (true)                  keep chain metadata between runs
      disk_cache           (false)                 keep that cache on disk
      rate_tolerance       (0.005)                 price tolerance, 0 to 1
      safe_staking         (true)                  limit the price when staking
      allow_partial_stake  (false)                 accept a part of the stake
      dashboard_path       (none)                  folder of saved dashboards
      "
    `)
  })

  it('prints the bare result with --json-output', async () => {
    const run = await runTao(['config', 'get', '--json-output'], {
      home: homeWith('network: finney\n'),
    })
    const result: unknown = JSON.parse(run.stdout)
    expectSchema('config get', result)
    expect(result).toMatchObject({ network: 'finney', wallet_name: null })
  })

  it.each([
    ['is not YAML', 'network: [finney\n', 'it is not YAML'],
    ['holds a value of the wrong kind', 'safe_staking: maybe\n', 'safe_staking must be a boolean'],
    ['holds no keys', '- finney\n', 'it must hold keys and values'],
  ])('exits 3 when the file %s', async (_why, config, reason) => {
    const run = await runTao(['config', 'get'], { home: homeWith(config) })
    expect(run).toMatchObject({ exitCode: 3, stdout: '' })
    expect(run.stderr).toContain(reason)
    expect(run.stderr).toContain('Try this:')
  })
})
