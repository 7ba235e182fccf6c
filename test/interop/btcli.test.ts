/**
 * Goal: the real btcli works against our node with wallets that `tao` wrote, and the other way round.
 * Method: an unmodified btcli from its package, a node as users start it, and our own client to look at
 * the state afterwards.
 *
 * @module
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson } from '../support/cli.ts'
import { type InteropNode, startNode } from './support/node.ts'
import { type Outcome, pythonEnvironment, runProgram } from './support/python.ts'

const BTCLI_VERSION = '9.23.2'
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'

const home = makeHome()
const wallets = join(home, 'wallets')
let node: InteropNode
let btcliProgram = ''

/** Runs btcli with JSON output and without questions. */
async function btcli(words: string, ...args: string[]): Promise<Outcome> {
  const network = ['--network', node.url]
  return runProgram(btcliProgram, [...words.split(' '), ...args, ...network, '--json-output'], {
    home,
  })
}

const wallet = (name: string) => ['--wallet-name', name, '--wallet-path', wallets]

function json<T>(outcome: Outcome): T {
  const start = outcome.stdout.indexOf('{')
  if (outcome.exitCode !== 0 || start < 0) {
    throw new Error(`exit ${outcome.exitCode}\n${outcome.stdout}\n${outcome.stderr}`)
  }
  return JSON.parse(outcome.stdout.slice(start)) as T
}

/** Free balance in rao as our own client reads it. */
async function freeRao(name: string): Promise<bigint> {
  const { balances } = await runTaoJson<{ balances: Record<string, { free: number | string }> }>(
    ['wallet', 'balance', ...wallet(name), '--network', node.url],
    { home },
  )
  const entry = Object.values(balances)[0]
  return BigInt(Math.round(Number(entry?.free ?? 0) * 1e9))
}

beforeAll(async () => {
  const environment = pythonEnvironment(`btcli-${BTCLI_VERSION}`, [
    `bittensor-cli==${BTCLI_VERSION}`,
  ])
  btcliProgram = environment.program('btcli')
  mkdirSync(wallets, { recursive: true })
  for (const [name, uri] of [
    ['alice', '//Alice'],
    ['bob', '//Bob'],
  ] as const) {
    const args = ['wallet', 'create', ...wallet(name), '--hotkey', 'default', '--uri', uri]
    const made = await runTao([...args, '--no-use-password'], { home })
    expect(made.exitCode, made.stderr).toBe(0)
  }
  node = await startNode(home)
})

afterAll(async () => {
  await node?.stop()
})

describe('btcli against our node', () => {
  it('reads a balance', async () => {
    const answer = json<{ balances: Record<string, { free: number }> }>(
      await btcli('wallet balance', ...wallet('alice')),
    )
    const entry = Object.values(answer.balances)[0]
    expect(entry?.free).toBe(1_000_000)
  })

  it('moves TAO, and our client sees it', async () => {
    const before = await freeRao('bob')
    const sent = await btcli(
      'wallet transfer',
      ...wallet('alice'),
      ...['--dest', BOB, '--amount', '12.5', '--no-prompt'],
    )
    expect(json<{ success: boolean }>(sent).success).toBe(true)
    expect(await freeRao('bob')).toBe(before + 12_500_000_000n)
  })

  it('creates a subnet, registers a neuron, stakes and takes stake back', async () => {
    const created = await btcli(
      'subnets create',
      ...wallet('alice'),
      ...['--hotkey', 'default', '--subnet-name', 'interop', '--no-prompt', '--no-mev-protection'],
      // Whatever is left out is asked for, in JSON mode too.
      ...['--repo', 'https://github.com/tao/interop', '--contact', 'owner@example.org'],
      ...['--url', 'https://example.org', '--discord', 'owner', '--description', 'a test'],
      ...['--logo-url', 'https://example.org/logo.png', '--additional-info', 'none'],
    )
    const { success, netuid } = json<{ success: boolean; netuid: number }>(created)
    expect(success).toBe(true)

    const started = await runTao(
      [
        'subnets',
        'start',
        '--netuid',
        String(netuid),
        ...wallet('alice'),
        '--yes',
        '--network',
        node.url,
      ],
      { home },
    )
    expect(started.exitCode, started.stderr).toBe(0)

    const registered = await btcli(
      'subnets register',
      ...wallet('bob'),
      ...['--hotkey', 'default', '--netuid', String(netuid), '--no-prompt'],
    )
    expect(json<{ success: boolean }>(registered).success).toBe(true)

    const staked = await btcli(
      'stake add',
      ...wallet('bob'),
      ...['--hotkey', 'default', '--netuid', String(netuid), '--amount', '10'],
      ...['--no-prompt', '--no-mev-protection', '--unsafe'],
    )
    expect(staked.exitCode, staked.stdout + staked.stderr).toBe(0)

    type StakeList = { stake_info: Record<string, { netuid: number; stake_value: number }[]> }
    const listed = json<StakeList>(await btcli('stake list', ...wallet('bob'), '--no-prompt'))
    const rows = Object.values(listed.stake_info).flat()
    const row = rows.find((entry) => entry.netuid === netuid)
    expect(row?.stake_value).toBeGreaterThan(0)

    // Emission goes on meanwhile, so what is left of the stake says nothing; the free TAO does.
    const before = await freeRao('bob')
    const removed = await btcli(
      'stake remove',
      ...wallet('bob'),
      ...['--hotkey', 'default', '--netuid', String(netuid), '--amount', '1'],
      ...['--no-prompt', '--no-mev-protection', '--unsafe'],
    )
    expect(removed.exitCode, removed.stdout + removed.stderr).toBe(0)
    expect(await freeRao('bob')).toBeGreaterThan(before)
  })

  it('lists subnets and shows one', async () => {
    const listed = json<{ subnets: Record<string, { netuid: number }> }>(
      await btcli('subnets list'),
    )
    expect(Object.keys(listed.subnets)).toContain('2')
    const shown = json<{ netuid: number; uids: unknown[] }>(
      await btcli('subnets show', '--netuid', '2', '--no-prompt'),
    )
    expect(shown.netuid).toBe(2)
    expect(shown.uids.length).toBeGreaterThan(0)
  })
})

describe('wallets that btcli wrote', () => {
  it('open in tao', async () => {
    const args = ['wallet', 'create', ...wallet('carol'), '--hotkey', 'miner']
    const made = await runProgram(
      btcliProgram,
      [...args, '--n-words', '12', '--no-use-password', '--json-output'],
      { home },
    )
    expect(made.exitCode, made.stdout + made.stderr).toBe(0)
    const listed = await runTao(['wallet', 'list', '--wallet-path', wallets], { home })
    expect(listed.stdout).toContain('carol')
    expect(await freeRao('carol')).toBe(0n)
  })
})
