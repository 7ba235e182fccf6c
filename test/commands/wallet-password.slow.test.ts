/**
 * Goal: an encrypted coldkey opens with its password and with no other, unattended. Method: the built
 * program; each derivation takes seconds, so the cases share one wallet.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao } from '../support/cli.ts'

const PASSWORD = 'Corr3ct-Horse-Battery'

describe('an encrypted coldkey', () => {
  it('is made and opened with a password from outside', { timeout: 300_000 }, async () => {
    const home = makeHome()
    const env = { TAO_WALLET_PASSWORD: PASSWORD }
    const made = await runTao(['wallet', 'create', '--wallet-name', 'safe'], { home, env })
    expect(made.exitCode, made.stderr).toBe(0)
    const coldkey = readFileSync(join(home, '.bittensor', 'wallets', 'safe', 'coldkey'))
    expect(coldkey.subarray(0, 5).toString()).toBe('$NACL')
    const sign = ['wallet', 'sign', '--wallet-name', 'safe', '--message', 'it is me']
    const file = join(home, 'password')
    writeFileSync(file, `${PASSWORD}\n`)
    const [signed, wrong, asked] = await Promise.all([
      runTao([...sign, '--wallet-password-file', file], { home }),
      runTao(sign, { home, env: { TAO_WALLET_PASSWORD: 'Wr0ng-Horse-Battery' } }),
      runTao(sign, { home }),
    ])
    expect(signed.stdout).toMatch(/^[0-9a-f]{128}\n$/)
    expect(wrong).toMatchObject({ exitCode: 3, stdout: '' })
    expect(wrong.stderr).toContain('WRONG_PASSWORD')
    expect(wrong.stderr).not.toContain('Wr0ng')
    expect(asked).toMatchObject({ exitCode: 3, stdout: '' })
    expect(asked.stderr).toContain('PASSWORD_MISSING')
    const balance = await runTao(['wallet', 'balance', '--wallet-name', 'safe'], { home })
    expect(balance.exitCode, balance.stderr).toBe(0)
  })
})
