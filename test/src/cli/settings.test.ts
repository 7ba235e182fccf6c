/** Goal: option, environment, configuration, default, in that order. Method: one source more each time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chosenNetwork, resolveSettings } from '../../../src/cli/settings.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tao-test-'))
  vi.stubEnv('TAO_HOME', folder)
  for (const name of ['NETWORK', 'WALLET_NAME', 'WALLET_PATH', 'WALLET_HOTKEY']) {
    vi.stubEnv(`TAO_${name}`, '')
    vi.stubEnv(`BT_${name}`, '')
  }
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('resolveSettings', () => {
  it('lets each source win over the next', async () => {
    const wallet = async (option?: string) =>
      (await resolveSettings({ 'wallet-name': option })).walletName
    expect(await wallet()).toEqual({ value: 'default', source: 'default' })
    writeFileSync(join(folder, 'config.yml'), 'wallet_name: kept\n')
    expect(await wallet()).toEqual({ value: 'kept', source: 'config' })
    vi.stubEnv('BT_WALLET_NAME', 'sdk')
    expect(await wallet()).toEqual({ value: 'sdk', source: 'environment' })
    vi.stubEnv('TAO_WALLET_NAME', 'own')
    expect(await wallet()).toEqual({ value: 'own', source: 'environment' })
    expect(await wallet('typed')).toEqual({ value: 'typed', source: 'option' })
  })

  it('keeps the network local until somebody says otherwise', async () => {
    expect((await resolveSettings({})).network).toEqual({ value: 'local', source: 'default' })
  })

  it('expands the home folder and the word default', async () => {
    const wallets = join(homedir(), '.bittensor', 'wallets')
    expect((await resolveSettings({ 'wallet-path': 'default' })).walletPath.value).toBe(wallets)
    expect((await resolveSettings({ 'wallet-path': '~/w' })).walletPath.value).toBe(
      join(homedir(), 'w'),
    )
  })
})

describe('chosenNetwork', () => {
  // ../shared/spec/cli.md section 5: the first address wins, else the last name.
  it.each([
    [['test', 'ws://a', 'wss://b'], 'ws://a'],
    [['test', 'finney'], 'finney'],
    [[], undefined],
  ])('picks from %j', (given, chosen) => {
    expect(chosenNetwork(given)).toBe(chosen)
  })
})
