/**
 * Goal: the older Python generation works against our node: async-substrate-interface on scalecodec, which
 * checks types another way than the newer one, and the bittensor SDK on top of it. Method: the packages
 * as published; a script per layer reports what it saw, and the facts are checked here.
 *
 * @module
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHome, runTao } from '../support/cli.ts'
import { type InteropNode, startNode } from './support/node.ts'
import { type PythonEnvironment, pythonEnvironment, runProgram } from './support/python.ts'

const SDK_VERSION = '10.2.0'
/** The SDK pins the client; without pins its codec and transport would be the newest. */
const REQUIREMENTS = [
  `bittensor==${SDK_VERSION}`,
  'async-substrate-interface==1.6.4',
  'scalecodec==1.2.12',
  'websockets==15.0.1',
]
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'
const BOB_HEX = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const TAO = 1_000_000_000

const home = makeHome()
let python: PythonEnvironment

/** Runs a script of `clients/` and reads the JSON on its last line. */
async function report<T>(script: string, ...args: string[]): Promise<T> {
  const path = resolve('test', 'interop', 'clients', script)
  const run = await runProgram(python.program('python'), [path, ...args], { home })
  if (run.exitCode !== 0) throw new Error(`exit ${run.exitCode}\n${run.stdout}\n${run.stderr}`)
  return JSON.parse(run.stdout.trimEnd().split('\n').at(-1) ?? '') as T
}

beforeAll(() => {
  python = pythonEnvironment(`bittensor-${SDK_VERSION}`, REQUIREMENTS)
})

describe('async-substrate-interface 1.6.4 against our node', () => {
  interface Transfer {
    readonly success: boolean
    readonly events: string[]
    readonly fee: number
    readonly received: number
    readonly paid: number
  }
  interface Seen {
    readonly slotMs: number
    readonly networks: [number, boolean][]
    readonly several: unknown[]
    readonly dynamicInfo: number
    readonly neurons: number[]
    readonly estimate: number
    readonly transfers: Transfer[]
    readonly failures: unknown[][]
    readonly refusal: string
    readonly calls: string[]
    readonly events: string[]
    readonly itemsRead: number
    readonly itemsFailed: string[]
  }
  let node: InteropNode
  let seen: Seen

  beforeAll(async () => {
    node = await startNode()
    seen = await report<Seen>('substrate.py', node.url)
  })
  afterAll(async () => {
    await node?.stop()
  })

  it('reads constants, values, maps and runtime APIs', () => {
    expect(seen.slotMs).toBe(250)
    expect(seen.networks).toEqual([
      [0, true],
      [1, true],
    ])
    expect(seen.several).toEqual([2, false])
    expect(seen.dynamicInfo).toBe(1)
    expect(seen.neurons).toEqual([0])
  })

  it('pays, immortal and mortal: the balances moved by the amount and the fee', () => {
    expect(seen.transfers).toHaveLength(2)
    for (const { success, events, fee, received, paid } of seen.transfers) {
      expect(success).toBe(true)
      expect(events).toContain('Balances.Transfer')
      expect(events).toContain('TransactionPayment.TransactionFeePaid')
      expect(events.at(-1)).toBe('System.ExtrinsicSuccess')
      expect(received).toBe(1.5 * TAO)
      expect(paid).toBe(1.5 * TAO + fee)
    }
    expect(seen.transfers[0]?.fee).toBe(seen.estimate)
  })

  it('names the errors of calls that failed in their block', () => {
    expect(seen.failures).toEqual([
      [false, true, 'Module', 'SubnetNotExists', [expect.stringMatching(/no such subnet/)]],
      [false, true, 'System', 'BadOrigin', 'Bad origin'],
      [false, true, 'System', 'Token', 'FundsUnavailable'],
    ])
  })

  it('is told why the pool refused a call', () => {
    expect(seen.refusal).toContain("'code': 1010")
    expect(seen.refusal).toContain('Invalid signing address')
  })

  it('decodes every block and its events', () => {
    expect(seen.calls).toEqual(
      expect.arrayContaining([
        'Timestamp.set',
        'SubtensorModule.register_network',
        'SubtensorModule.add_stake',
        'Utility.batch_all',
        'Sudo.sudo',
      ]),
    )
    expect(seen.events).toEqual(
      expect.arrayContaining([
        'SubtensorModule.NetworkAdded',
        'SubtensorModule.NeuronRegistered',
        'SubtensorModule.StakeAdded',
        'SubtensorModule.IncentiveAlphaEmittedToMiners',
        'Utility.BatchCompleted',
        'Sudo.Sudid',
        'System.ExtrinsicFailed',
      ]),
    )
  })

  it('reads every storage item, whole maps included', () => {
    expect(seen.itemsFailed).toEqual([])
    expect(seen.itemsRead).toBeGreaterThan(280)
  })
})

describe('the bittensor SDK 10.2.0 against our node', () => {
  interface Done {
    readonly steps: Record<string, [success: boolean, message: string | null]>
    readonly received: number
    readonly staked: number
    readonly stakePaid: number
    readonly unstakeReceived: number
    readonly subnets: number[]
    readonly metagraph: { readonly uids: number[]; readonly hotkeys: string[] }
    readonly stakeInfo: unknown[][]
    readonly tempo: number
    readonly weightCommits: unknown[][]
    readonly asyncReceived: number
    readonly asyncWaited: boolean
  }
  const wallets = join(home, 'wallets')
  let node: InteropNode
  let done: Done

  beforeAll(async () => {
    mkdirSync(wallets, { recursive: true })
    for (const [name, uri] of [
      ['alice', '//Alice'],
      ['bob', '//Bob'],
    ] as const) {
      const words = ['wallet', 'create', '--wallet-name', name, '--wallet-path', wallets]
      const args = [...words, '--hotkey', 'default', '--uri', uri, '--no-use-password']
      const made = await runTao(args, { home })
      expect(made.exitCode, made.stderr).toBe(0)
    }
    node = await startNode(home)
    done = await report<Done>('sdk.py', node.url, wallets)
  })
  afterAll(async () => {
    await node?.stop()
  })

  it('pays with wallets that tao wrote', () => {
    expect(done.steps['transfer']).toEqual([true, 'Success'])
    expect(done.received).toBe(1.5 * TAO)
  })

  it('creates a subnet, registers, stakes and takes stake back', () => {
    for (const name of ['registerSubnet', 'startCall', 'burnedRegister', 'addStake', 'unstake']) {
      expect(done.steps[name], name).toEqual([true, 'Success'])
    }
    const fee = done.stakePaid - 10 * TAO
    expect(fee).toBeGreaterThan(0)
    expect(fee).toBeLessThan(0.01 * TAO)
    expect(done.staked).toBeGreaterThan(9 * TAO)
    expect(done.unstakeReceived).toBeGreaterThan(0)
  })

  it('reads subnets, the metagraph, stake and hyperparameters', () => {
    expect(done.subnets).toEqual([0, 1, 2])
    expect(done.metagraph).toEqual({ uids: [0, 1], hotkeys: [ALICE, BOB] })
    expect(done.stakeInfo).toEqual([[2, BOB, true]])
    expect(done.tempo).toBe(10)
  })

  it('commits encrypted weights', () => {
    expect(done.steps['setWeights']).toEqual([true, 'Success'])
    expect(done.weightCommits).toEqual([[BOB_HEX, true]])
  })

  it('names the errors of calls that failed', () => {
    const [started, whyNot] = done.steps['strangerStarts'] ?? []
    expect(started).toBe(false)
    expect(whyNot).toContain('BadOrigin(System)')
    const [staked, reason] = done.steps['noSubnet'] ?? []
    expect(staked).toBe(false)
    expect(reason).toContain('SubnetNotExists(Module)')
  })

  it('does the same asynchronously, and waits for blocks', () => {
    expect(done.steps['asyncTransfer']).toEqual([true, 'Success'])
    expect(done.asyncReceived).toBe(0.25 * TAO)
    expect(done.asyncWaited).toBe(true)
  })
})
