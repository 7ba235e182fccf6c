/** Goal: btcli's spellings of options reach the declared one. Method: tokens in, tokens out. */
import { describe, expect, it } from 'vitest'
import { moveLeadingOptions, normaliseOptions } from '../../../src/cli/spellings.ts'

const known = {
  long: new Set([
    'wallet-name',
    'wallet.name',
    'subtensor.chain-endpoint',
    'safe-staking',
    'no-safe-staking',
    'allow-partial-stake',
    'no-allow-partial-stake',
    'include-hotkeys',
    'exclude-hotkeys',
    'all',
  ]),
  short: new Set(['p']),
}

describe('normaliseOptions', () => {
  it.each([
    ['--wallet_name', '--wallet-name'],
    ['--wallet_name=my_wallet', '--wallet-name=my_wallet'],
    ['--wallet.name', '--wallet.name'],
    ['--subtensor.chain_endpoint', '--subtensor.chain-endpoint'],
    ['--unsafe', '--no-safe-staking'],
    ['--no_safe', '--no-safe-staking'],
    ['--not-partial', '--no-allow-partial-stake'],
    ['--no-allow-partial', '--no-allow-partial-stake'],
    ['-in', '--include-hotkeys'],
    ['-ex', '--exclude-hotkeys'],
    ['--a', '--all'],
    ['-p', '-p'],
    ['-', '-'],
    ['my_wallet', 'my_wallet'],
    ['--mystery_flag', '--mystery-flag'],
  ])('turns %s into %s', (typed, spelled) => {
    expect(normaliseOptions([typed], known)).toEqual([spelled])
  })

  it('leaves a rewrite alone where the command lacks the target', () => {
    const bare = { long: new Set<string>(), short: new Set<string>() }
    expect(normaliseOptions(['-in', '--unsafe'], bare)).toEqual(['-in', '--unsafe'])
  })

  it('leaves everything after -- alone', () => {
    expect(normaliseOptions(['--a', '--', '--wallet_name'], known)).toEqual([
      '--all',
      '--',
      '--wallet_name',
    ])
  })
})

describe('moveLeadingOptions', () => {
  it.each([
    ['--network test wallet list', 'wallet list --network test'],
    ['--network=test wallet list --all', 'wallet list --network=test --all'],
    ['--json explain CODE', 'explain CODE --json'],
    ['-y -H h stake add -- x', 'stake add -y -H h -- x'],
    ['wallet list --network test', 'wallet list --network test'],
    ['--mystery wallet list', '--mystery wallet list'],
    ['--version', '--version'],
    ['--json', '--json'],
  ])('turns %s into %s', (typed, moved) => {
    expect(moveLeadingOptions(typed.split(' ')).join(' ')).toBe(moved)
  })
})
