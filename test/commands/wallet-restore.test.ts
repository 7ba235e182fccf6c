/**
 * Goal: a key comes back from what was kept of it, and texts are signed as other tools read them.
 * Method: the built program; the development phrase and its well-known address, recorded keystores.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'
import { hasShared, sharedJson } from '../support/shared.ts'

const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
/** Address of the development phrase without a path, as every substrate tool shows it. */
const ROOT = '5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV'
const SEED = '0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e'
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

const regen = (home: string, ...args: string[]): Promise<Run> =>
  runTao(['wallet', 'regen-coldkey', '--wallet-name', 'back', '--no-use-password', ...args], {
    home,
  })

const stored = (home: string, name: string): unknown =>
  JSON.parse(readFileSync(join(home, '.bittensor', 'wallets', 'back', name), 'utf8'))

describe('tao wallet regen-coldkey', () => {
  it.each([
    ['a quoted phrase', ['--mnemonic', PHRASE]],
    ['a phrase in separate words', ['--mnemonic', ...PHRASE.split(' ')]],
    [
      'numbered words in any order',
      [
        '--mnemonic',
        PHRASE.split(' ')
          .map((word, i) => `${i + 1}-${word}`)
          .reverse()
          .join(' '),
      ],
    ],
    ['a seed', ['--seed', SEED]],
    ['a seed without 0x', ['--seed', SEED.slice(2)]],
  ])('restores a key from %s', async (_what, args) => {
    const home = makeHome()
    const run = await regen(home, ...args, '--json-output')
    expect(run.exitCode, run.stdout).toBe(0)
    const result: unknown = JSON.parse(run.stdout)
    expectSchema('wallet regen-coldkey', result)
    expect(result).toMatchObject({ data: { coldkey_ss58: ROOT } })
    expect(stored(home, 'coldkey')).toMatchObject({ ss58Address: ROOT })
    expect(run.stdout + run.stderr).not.toContain('curtain')
  })

  it.skipIf(!hasShared)('restores a key from a polkadot-js file', async () => {
    interface Recorded {
      readonly import: readonly {
        readonly json: Record<string, unknown>
        readonly passphrase: string
        readonly expect: { readonly ss58Address: string }
      }[]
    }
    const [recorded] = sharedJson<Recorded>('vectors/wallet/polkadot-json.json').import
    const home = makeHome()
    const file = join(home, 'key.json')
    writeFileSync(file, JSON.stringify(recorded?.json))
    const run = await regen(home, '--json', file, '--json-password', recorded?.passphrase ?? '')
    expect(run.exitCode, run.stderr).toBe(0)
    expect(run.stdout).toContain(recorded?.expect.ss58Address)
    const wrong = await regen(home, '--overwrite', '-j', file, '--json-password', 'no-such-word')
    expect(wrong).toMatchObject({ exitCode: 3, stdout: '' })
    expect(wrong.stderr).not.toContain('no-such-word')
  })

  it.each([
    ['a word that is none', ['--mnemonic', PHRASE.replace('walk', 'wokk')], 2],
    ['a wrong checksum', ['--mnemonic', PHRASE.replace('walk', 'zoo')], 2],
    ['a seed that is too short', ['--seed', '0x1234'], 2],
    ['a file that is not there', ['--json', '/nowhere/key.json'], 3],
    ['two sources', ['--seed', SEED, '--mnemonic', PHRASE], 2],
    ['nothing', [], 2],
  ])('refuses %s and writes nothing', async (_what, args, exitCode) => {
    const home = makeHome()
    const run = await regen(home, ...args)
    expect(run, run.stderr).toMatchObject({ exitCode, stdout: '' })
    expect(run.stderr).not.toMatch(/wokk|curtain|fac7959d/)
    expect(() => stored(home, 'coldkey')).toThrow()
  })

  it('does not replace a key without --overwrite', async () => {
    const home = makeHome()
    await regen(home, '--mnemonic', PHRASE)
    expect(await regen(home, '--seed', SEED)).toMatchObject({ exitCode: 3, stdout: '' })
    expect((await regen(home, '--seed', SEED, '--overwrite')).exitCode).toBe(0)
  })
})

describe('tao wallet regen-hotkey, regen-coldkeypub, regen-hotkeypub', () => {
  it('restores a hotkey into a wallet that is there', async () => {
    const home = makeHome()
    const args = ['wallet', 'regen-hotkey', '--wallet-name', 'back', '--hotkey', 'miner']
    expect((await runTao([...args, '--seed', SEED], { home })).exitCode).toBe(3)
    await regen(home, '--mnemonic', PHRASE)
    const run = await runTao([...args, '--seed', SEED, '--json-output'], { home })
    const result: unknown = JSON.parse(run.stdout)
    expectSchema('wallet regen-hotkey', result)
    expect(result).toMatchObject({ data: { hotkey_ss58: ROOT, coldkey_ss58: ROOT } })
  })

  it('makes a wallet to watch, by address or public key', async () => {
    const home = makeHome()
    const args = ['wallet', 'regen-coldkeypub', '--wallet-name', 'back', '--json-output']
    const run = await runTao([...args, '--ss58', ALICE], { home })
    expectSchema('wallet regen-coldkeypub', JSON.parse(run.stdout))
    expect(stored(home, 'coldkeypub.txt')).toMatchObject({ ss58Address: ALICE })
    expect((await runTao([...args, '--ss58', ROOT], { home })).exitCode).toBe(3)
    const hex = '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
    const again = await runTao([...args, '--public-key-hex', hex, '--overwrite'], { home })
    expect(JSON.parse(again.stdout)).toMatchObject({ data: { coldkey_ss58: ALICE } })
    const hotkey = await runTao(
      ['wallet', 'regen-hotkeypub', '--wallet-name', 'back', '--ss58', ALICE, '--json-output'],
      { home },
    )
    expectSchema('wallet regen-hotkeypub', JSON.parse(hotkey.stdout))
    const bad = await runTao([...args, '--ss58', `${ALICE}x`], { home })
    expect(bad.exitCode, bad.stdout).toBe(2)
  })
})

describe('tao wallet sign and verify', () => {
  it('signs with either key, and tells a true signature from a false one', async () => {
    const home = makeHome()
    await runTao(
      ['wallet', 'create', '--wallet-name', 'alice', '--no-use-password', '--uri', 'alice'],
      { home },
    )
    const args = ['wallet', 'sign', '--wallet-name', 'alice', '--message', '0xabcd is text']
    const signed = await runTao([...args, '--json-output'], { home })
    const result = JSON.parse(signed.stdout) as { signed_message: string; signer_address: string }
    expectSchema('wallet sign', result)
    expect(result.signer_address).toBe(ALICE)
    const verify = (message: string, ...more: string[]) =>
      runTao(['wallet', 'verify', '-m', message, '-s', `0x${result.signed_message}`, ...more])
    const good = await verify('0xabcd is text', '-a', ALICE, '--json-output')
    expectSchema('wallet verify', JSON.parse(good.stdout))
    expect(good).toMatchObject({ exitCode: 0 })
    expect((await verify('0xabcd is text', '-p', ALICE)).exitCode).toBe(0)
    const bad = await verify('0xabcd is text ', '-a', ALICE, '--json-output')
    expectSchema('wallet verify', JSON.parse(bad.stdout))
    expect(JSON.parse(bad.stdout)).toMatchObject({ verified: false })
    expect(bad.exitCode).toBe(3)
    const text = await verify('other', '-a', ALICE)
    expect(text).toMatchObject({ exitCode: 3, stdout: '' })
    expect((await runTao([...args, '--use-hotkey'], { home })).stdout).toMatch(/^[0-9a-f]{128}\n$/)
  })
})
