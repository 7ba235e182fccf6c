/**
 * Goal: wallets are made, found and used as a person or a script would, and nothing is ever lost.
 * Method: the built program, in homes of its own, on the embedded chain.
 *
 * @module
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson } from '../support/cli.ts'
import { expectSchema } from '../support/schemas.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'

async function createWallet(home: string, name: string, ...args: string[]) {
  return runTao(['wallet', 'create', '--wallet-name', name, '--no-use-password', ...args], { home })
}

const file = (home: string, ...path: string[]) => join(home, '.bittensor', 'wallets', ...path)

describe('tao wallet create', () => {
  it('writes both keys in bittensor files that only the user can read', async () => {
    const home = makeHome()
    const made = await runTaoJson<{ data: { coldkey_ss58: string } }>(
      ['wallet', 'create', '--wallet-name', 'alice', '--no-use-password', '--uri', '//Alice'],
      { home },
    )
    expectSchema('wallet create', made)
    expect(made.data.coldkey_ss58).toBe(ALICE)
    const stored = JSON.parse(readFileSync(file(home, 'alice', 'coldkeypub.txt'), 'utf8')) as object
    expect(stored).toMatchObject({ ss58Address: ALICE })
    expect(statSync(file(home, 'alice', 'coldkey')).mode & 0o077).toBe(0)
    expect(statSync(file(home, 'alice', 'hotkeys', 'default')).mode & 0o077).toBe(0)
  })

  it('shows the phrase once on the terminal, and never in JSON', async () => {
    const home = makeHome()
    const run = await createWallet(home, 'mine')
    expect(run.exitCode).toBe(0)
    const { secretPhrase } = JSON.parse(readFileSync(file(home, 'mine', 'coldkey'), 'utf8')) as {
      secretPhrase: string
    }
    expect(secretPhrase.split(' ')).toHaveLength(12)
    expect(run.stderr).toContain(secretPhrase)
    expect(run.stdout).not.toContain(secretPhrase)
    const json = await createWallet(home, 'other', '--json', '--n-words', '24')
    const other = JSON.parse(readFileSync(file(home, 'other', 'coldkey'), 'utf8')) as {
      secretPhrase: string
    }
    expect(other.secretPhrase.split(' ')).toHaveLength(24)
    expect(json.stdout + json.stderr).not.toContain(other.secretPhrase)
  })

  it('never replaces a key without --overwrite, and leaves no half wallet', async () => {
    const home = makeHome()
    await createWallet(home, 'mine')
    const before = readFileSync(file(home, 'mine', 'coldkey'), 'utf8')
    const again = await createWallet(home, 'mine')
    expect(again).toMatchObject({ exitCode: 3, stdout: '' })
    expect(readFileSync(file(home, 'mine', 'coldkey'), 'utf8')).toBe(before)
    const hotkeyOnly = await createWallet(home, 'mine', '--hotkey', 'second')
    expect(hotkeyOnly.exitCode).toBe(3)
    expect(existsSync(file(home, 'mine', 'hotkeys', 'second'))).toBe(false)
    expect((await createWallet(home, 'mine', '--overwrite')).exitCode).toBe(0)
    expect(readFileSync(file(home, 'mine', 'coldkey'), 'utf8')).not.toBe(before)
  })

  it('asks for no password without a terminal, and takes one from the environment', async () => {
    const home = makeHome()
    const bare = await runTao(['wallet', 'new-coldkey', '--wallet-name', 'safe'], { home })
    expect(bare).toMatchObject({ exitCode: 2, stdout: '' })
    expect(existsSync(file(home, 'safe', 'coldkey'))).toBe(false)
    const weak = await runTao(['wallet', 'new-coldkey', '--wallet-name', 'safe'], {
      home,
      env: { TAO_WALLET_PASSWORD: 'abc' },
    })
    expect(weak.exitCode).toBe(3)
    expect(weak.stderr).not.toContain('abc')
  })

  it('makes keys one by one, and no hotkey without a wallet', async () => {
    const home = makeHome()
    const lost = await runTao(['wallet', 'new-hotkey', '--wallet-name', 'none'], { home })
    expect(lost).toMatchObject({ exitCode: 3, stdout: '' })
    const args = ['--wallet-name', 'mine']
    const coldkey = await runTaoJson(['w', 'new_coldkey', ...args, '--no-use-password'], { home })
    expectSchema('wallet new-coldkey', coldkey)
    const hotkey = await runTaoJson(
      ['wallets', 'new-hotkey', ...args, '--wallet-hotkey', 'miner'],
      { home },
    )
    expectSchema('wallet new-hotkey', hotkey)
    const listed = await runTaoJson<{ wallets: { name: string; hotkeys: { name: string }[] }[] }>(
      ['wallet', 'list'],
      { home },
    )
    expectSchema('wallet list', listed)
    expect(listed.wallets).toMatchObject([{ name: 'mine', hotkeys: [{ name: 'miner' }] }])
  })

  it('refuses a number of words that no phrase has', async () => {
    const run = await createWallet(makeHome(), 'mine', '--n-words', '13')
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  })
})

describe('tao wallet balance and transfer', () => {
  it('moves TAO, pays the fee, and shows both sides', async () => {
    const home = makeHome()
    await createWallet(home, 'alice', '--uri', '//Alice')
    await createWallet(home, 'fresh')
    type Balances = { balances: Record<string, { coldkey: string; free: number }> }
    const first = await runTaoJson<Balances>(['wallet', 'balance', '--all'], { home })
    expectSchema('wallet balance', first)
    const fresh = first.balances['fresh']?.coldkey ?? ''
    expect(first.balances).toMatchObject({ alice: { free: 1_000_000 }, fresh: { free: 0 } })
    const args = ['wallet', 'transfer', '--wallet-name', 'alice', '--dest', fresh]
    const moved = await runTaoJson([...args, '--amount', '12.5', '--yes'], { home })
    expectSchema('wallet transfer', moved)
    const { balances } = await runTaoJson<Balances>(
      ['wallet', 'balance', '--ss58', fresh, '--ss58', ALICE],
      { home },
    )
    expect(balances['Provided Address 1']).toMatchObject({ coldkey: fresh, free: 12.5 })
    const paid = 1_000_000 - 12.5 - (balances['Provided Address 2']?.free ?? 0)
    expect(paid).toBeGreaterThan(0)
    expect(paid).toBeLessThan(0.001)
  })

  it('says how much is missing, the fee included, and changes nothing', async () => {
    const home = makeHome()
    await createWallet(home, 'poor')
    const args = ['wallet', 'transfer', '--wallet-name', 'poor', '--dest', BOB, '--amount', '3']
    const run = await runTao([...args, '--yes'], { home })
    expect(run).toMatchObject({ exitCode: 5, stdout: '' })
    expect(run.stderr).toMatch(/3\.000\d+ TAO are missing/)
    const status = await runTaoJson<{ block: number }>(['chain', 'status'], { home })
    expect(status.block).toBe(0)
  })

  it('moves everything, leaving the deposit unless the account may go', async () => {
    const home = makeHome()
    await createWallet(home, 'alice', '--uri', 'alice')
    await createWallet(home, 'temp')
    type Balances = { balances: Record<string, { coldkey: string; free: number }> }
    const { balances } = await runTaoJson<Balances>(['wallet', 'balance', '--all'], { home })
    const temp = balances['temp']?.coldkey ?? ''
    const send = (name: string, ...args: string[]) =>
      runTao(['wallet', 'transfer', '--wallet-name', name, '--yes', ...args], { home })
    const left = async (): Promise<number | undefined> =>
      (await runTaoJson<Balances>(['wallet', 'balance', '--wallet-name', 'temp'], { home }))
        .balances['temp']?.free
    const small = await send('alice', '--dest', temp, '--amount', '0.000000499')
    expect(small).toMatchObject({ exitCode: 5, stdout: '' })
    expect(small.stderr).toContain('at least 0.0000005 TAO')
    expect((await send('alice', '--dest', temp, '--amount', '1')).exitCode).toBe(0)
    expect((await send('temp', '--dest', BOB, '--all')).exitCode).toBe(0)
    expect(await left()).toBe(0.000_000_5)
    const none = await send('temp', '--dest', BOB, '--all')
    expect(none).toMatchObject({ exitCode: 5, stdout: '' })
    expect(none.stderr).toContain('NOTHING_TO_MOVE')
    await send('alice', '--dest', temp, '--amount', '1')
    expect((await send('temp', '--dest', BOB, '--all', '--allow-death')).exitCode).toBe(0)
    expect(await left()).toBe(0)
    const both = await send('alice', '--dest', BOB, '--all', '--amount', '1')
    expect(both).toMatchObject({ exitCode: 2, stdout: '' })
  })

  it.each([
    ['-1', 'negative'],
    ['0', 'more than zero'],
    ['1e5', 'plain digits'],
    ['NaN', 'plain digits'],
    ['1.', 'plain digits'],
    ['0.0000000001', 'more than 9 digits'],
    ['18446744073.709551616', 'does not fit'],
    ['１２', 'plain digits'],
  ])('refuses %s TAO', async (amount, reason) => {
    const run = await runTao(['wallet', 'transfer', '--dest', BOB, `--amount=${amount}`, '--yes'])
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain(reason)
  })

  it.each([
    ['a checksum', `${BOB.slice(0, -1)}z`],
    ['a length', BOB.slice(0, 40)],
    ['an alphabet', `0${BOB.slice(1)}`],
  ])('refuses an address with a wrong %s', async (_what, dest) => {
    const run = await runTao(['wallet', 'transfer', '--dest', dest, '--amount', '1', '--yes'])
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain('INVALID_ADDRESS')
  })

  it('moves nothing without consent, and nothing to the same account', async () => {
    const home = makeHome()
    await createWallet(home, 'alice', '--uri', '//Alice')
    const args = ['wallet', 'transfer', '--wallet-name', 'alice', '--amount', '1']
    expect((await runTao([...args, '--dest', BOB], { home })).exitCode).toBe(2)
    expect((await runTao([...args, '--dest', BOB, '--no'], { home })).exitCode).toBe(130)
    expect((await runTao([...args, '--dest', ALICE, '--yes'], { home })).exitCode).toBe(2)
    const status = await runTaoJson<{ block: number }>(['chain', 'status'], { home })
    expect(status.block).toBe(0)
  })

  it('names a wallet that is not there and a key file that is broken', async () => {
    const home = makeHome()
    const missing = await runTao(['wallet', 'balance', '--wallet-name', 'ghost'], { home })
    expect(missing).toMatchObject({ exitCode: 3, stdout: '' })
    await createWallet(home, 'alice', '--uri', '//Alice')
    writeFileSync(file(home, 'alice', 'coldkeypub.txt'), '{"accountId": "0x12')
    const broken = await runTao(['wallet', 'balance', '--wallet-name', 'alice'], { home })
    expect(broken).toMatchObject({ exitCode: 3, stdout: '' })
    expect(broken.stderr).toContain('coldkeypub.txt')
  })
})
