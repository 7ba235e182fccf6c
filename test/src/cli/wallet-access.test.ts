/** Goal: settings lead to the right key, locked ones to exit 3. Method: key files in a folder of their own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resolveSettings, type Settings } from '../../../src/cli/settings.ts'
import { accountOf, passwordSource, unlockSigner } from '../../../src/cli/wallet-access.ts'
import { devSigner, keyFromUri, saveKey } from '../../../src/wallet/index.ts'

// Known from the substrate documentation: the address of //Alice.
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

let wallets: string
let settings: Settings

beforeEach(async () => {
  wallets = mkdtempSync(join(tmpdir(), 'tao-test-'))
  vi.stubEnv('TAO_HOME', wallets)
  const location = { walletsPath: wallets, name: 'w', hotkey: 'h' }
  await saveKey('hotkey', location, await keyFromUri('//Alice'))
  settings = await resolveSettings({ 'wallet-path': wallets, 'wallet-name': 'w', hotkey: 'h' })
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(wallets, { recursive: true })
})

const silent = { showWait: () => ({ update: () => {}, done: () => {} }) }

describe('accountOf', () => {
  it('takes a hotkey by name or by address', async () => {
    const alice = (await devSigner('//Alice')).accountId
    expect(await accountOf('hotkey', settings)).toBe(alice)
    const byAddress = { ...settings, hotkey: { value: ALICE, source: 'option' } as const }
    expect(await accountOf('hotkey', byAddress)).toBe(alice)
  })

  it('exits 3 when the wallet has no such key', async () => {
    const missing = await accountOf('coldkey', settings).catch((error: unknown) => error)
    expect(missing).toMatchObject({ exitCode: 3 })
  })
})

describe('unlockSigner', () => {
  it('signs with an unencrypted key without asking', async () => {
    const signer = await unlockSigner('hotkey', settings, silent)
    expect(signer.address).toBe(ALICE)
    expect(signer.sign(Uint8Array.of(1))).toHaveLength(64)
  })

  it('exits 3 for an encrypted key when nobody can be asked', async () => {
    // The head of an encrypted file; without a password nothing behind it is looked at.
    writeFileSync(join(wallets, 'w', 'coldkey'), `$NACL${'x'.repeat(60)}`)
    const locked = await unlockSigner('coldkey', settings, silent).catch((error: unknown) => error)
    expect(locked).toMatchObject({ exitCode: 3 })
  })
})

describe('passwordSource', () => {
  it("lets our own variable stand in for the SDK's", () => {
    vi.stubEnv('BT_WALLET_PASSWORD', 'sdk')
    expect(passwordSource(settings, undefined).env?.['BT_WALLET_PASSWORD']).toBe('sdk')
    vi.stubEnv('TAO_WALLET_PASSWORD', 'own')
    expect(passwordSource(settings, undefined).env?.['BT_WALLET_PASSWORD']).toBe('own')
    expect(passwordSource(settings, undefined).prompt).toBeUndefined()
  })
})
