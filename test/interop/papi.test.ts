/**
 * Goal: an unmodified polkadot-api, which speaks the new JSON-RPC alone and builds its codecs from our
 * metadata, reads, follows and pays on our node. Method: the package, a node as users start it; every
 * value is compared with what the call must have done.
 *
 * @module
 */
import { Keyring } from '@polkadot/keyring'
import type { KeyringPair } from '@polkadot/keyring/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type InteropNode, startNode } from './support/node.ts'
import { npmEnvironment } from './support/npm.ts'

const PAPI_VERSION = '2.2.2'
const ROOT_AND_FIRST = [
  { keyArgs: [0], value: true },
  { keyArgs: [1], value: true },
]

/** What the tests use of the library; it is installed apart, so its own types are not at hand. */
interface Papi {
  createClient(provider: unknown): Client
}
interface Client {
  readonly finalizedBlock$: {
    subscribe(next: (block: { number: number; hash: string }) => void): { unsubscribe(): void }
  }
  getChainSpecData(): Promise<{ name: string; genesisHash: string; properties: unknown }>
  getFinalizedBlock(): Promise<{ number: number; hash: string }>
  getUnsafeApi(): UnsafeApi
  destroy(): void
}
interface Entry {
  getValue(...args: unknown[]): Promise<unknown>
  getValues(keys: unknown[][]): Promise<unknown[]>
  getEntries(): Promise<{ keyArgs: unknown[]; value: unknown }[]>
}
interface TxEvent {
  readonly type: string
  readonly value: { readonly type: string; readonly value: unknown }
}
interface Submitted {
  readonly ok: boolean
  readonly block: { readonly hash: string; readonly number: number }
  readonly events: readonly TxEvent[]
  readonly dispatchError?: unknown
}
interface Transaction {
  readonly decodedCall: unknown
  getEstimatedFees(from: string): Promise<bigint>
  signAndSubmit(signer: unknown): Promise<Submitted>
}
type Named<T> = Record<string, Record<string, T>>
interface UnsafeApi {
  readonly query: Named<Entry>
  readonly constants: Named<() => Promise<unknown>>
  readonly apis: Named<(...args: unknown[]) => Promise<unknown>>
  readonly tx: Named<(args: unknown) => Transaction>
}
interface Ws {
  getWsProvider(url: string, options: { websocketClass: unknown }): unknown
}
interface Signer {
  getPolkadotSigner(key: Uint8Array, type: 'Sr25519', sign: (m: Uint8Array) => Uint8Array): unknown
}

const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 })
const alice = keyring.addFromUri('//Alice')
const bob = keyring.addFromUri('//Bob')
let node: InteropNode
let client: Client
let api: UnsafeApi
let sign: Signer

function entry<T>(group: Named<T>, pallet: string, name: string): T {
  const found = group[pallet]?.[name]
  if (found === undefined) throw new Error(`no ${pallet}.${name}`)
  return found
}

const signer = (pair: KeyringPair) =>
  sign.getPolkadotSigner(pair.publicKey, 'Sr25519', (message) => pair.sign(message))

const tx = (pallet: string, call: string, args: unknown) => entry(api.tx, pallet, call)(args)

const transfer = (to: KeyringPair, value: bigint) =>
  tx('Balances', 'transfer_keep_alive', { dest: { type: 'Id', value: to.address }, value })

/** Free balance as of a block. */
async function free(pair: KeyringPair, at: string): Promise<bigint> {
  const account = await entry(api.query, 'System', 'Account').getValue(pair.address, { at })
  return (account as { data: { free: bigint } }).data.free
}

const eventNames = (events: readonly TxEvent[]) =>
  events.map(({ type, value }) => `${type}.${value.type}`)

beforeAll(async () => {
  const environment = npmEnvironment(`papi-${PAPI_VERSION}`, [`polkadot-api@${PAPI_VERSION}`])
  const { createClient } = (await environment.load('polkadot-api')) as Papi
  const { getWsProvider } = (await environment.load('polkadot-api/ws')) as Ws
  sign = (await environment.load('polkadot-api/signer')) as Signer
  node = await startNode()
  client = createClient(getWsProvider(node.url, { websocketClass: WebSocket }))
  api = client.getUnsafeApi()
})

afterAll(async () => {
  client?.destroy()
  await node?.stop()
})

describe('polkadot-api against our node', () => {
  it('knows the chain', async () => {
    const { name, genesisHash, properties } = await client.getChainSpecData()
    expect(name).toBe('Bittensor')
    expect(genesisHash).toMatch(/^0x[0-9a-f]{64}$/)
    expect(properties).toMatchObject({ ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' })
  })

  it('reads values, maps, constants and runtime APIs', async () => {
    const { hash } = await client.getFinalizedBlock()
    expect(await free(bob, hash)).toBe(1_000_000_000_000_000n)
    const networks = await entry(api.query, 'SubtensorModule', 'NetworksAdded').getEntries()
    const byNetuid = networks.sort((a, b) => Number(a.keyArgs[0]) - Number(b.keyArgs[0]))
    expect(byNetuid).toEqual(ROOT_AND_FIRST)
    const added = await entry(api.query, 'SubtensorModule', 'NetworksAdded').getValues([[1], [9]])
    expect(added).toEqual([true, false])
    expect(await entry(api.constants, 'Balances', 'ExistentialDeposit')()).toBe(500n)
    const dynamicInfo = entry(api.apis, 'SubnetInfoRuntimeApi', 'get_dynamic_info')
    expect(await dynamicInfo(1)).toMatchObject({ netuid: 1 })
    expect(await dynamicInfo(9)).toBeUndefined()
    const neurons = entry(api.apis, 'NeuronInfoRuntimeApi', 'get_neurons_lite')
    expect(await neurons(1)).toEqual([expect.objectContaining({ uid: 0, netuid: 1 })])
  })

  it('follows finalized blocks without a gap', async () => {
    const numbers = await new Promise<number[]>((done) => {
      const seen: number[] = []
      const subscription = client.finalizedBlock$.subscribe(({ number }) => {
        seen.push(number)
        if (seen.length < 4) return
        // The first block may come while `subscribe` is still running.
        queueMicrotask(() => subscription.unsubscribe())
        done(seen.slice(0, 4))
      })
    })
    const [first = 0] = numbers
    expect(numbers).toEqual([first, first + 1, first + 2, first + 3])
  })

  it('signs a transfer, sees its events, and the balances moved by the amount and the fee', async () => {
    const { hash: before } = await client.getFinalizedBlock()
    const value = 1_500_000_000n
    const call = transfer(bob, value)
    const estimate = await call.getEstimatedFees(alice.address)
    const { ok, block, events } = await call.signAndSubmit(signer(alice))
    expect(ok).toBe(true)
    const names = eventNames(events)
    expect(names).toEqual(
      expect.arrayContaining(['Balances.Transfer', 'TransactionPayment.TransactionFeePaid']),
    )
    expect(names.at(-1)).toBe('System.ExtrinsicSuccess')
    const moved = events.find(({ value: { type } }) => type === 'Transfer')?.value.value
    expect(moved).toEqual({ from: alice.address, to: bob.address, amount: value })
    const paid = events.find(({ value: { type } }) => type === 'TransactionFeePaid')?.value.value
    const fee = (paid as { actual_fee: bigint }).actual_fee
    expect((await free(bob, block.hash)) - (await free(bob, before))).toBe(value)
    expect((await free(alice, before)) - (await free(alice, block.hash))).toBe(value + fee)
    // Nonce, tip and mortality are estimated with compact encodings of other lengths.
    expect(Number(estimate - fee) / Number(fee)).toBeCloseTo(0, 2)
  })

  it('reads a block of long ago', async () => {
    const { genesisHash } = await client.getChainSpecData()
    expect(await free(bob, genesisHash)).toBe(1_000_000_000_000_000n)
    const { hash } = await client.getFinalizedBlock()
    expect(await free(bob, hash)).toBeGreaterThan(1_000_000_000_000_000n)
  })

  it('names the error of a call that failed in its block', async () => {
    const stake = { hotkey: bob.address, netuid: 77, amount_staked: 1_000_000_000n }
    const noSubnet = await tx('SubtensorModule', 'add_stake', stake).signAndSubmit(signer(bob))
    expect(noSubnet.ok).toBe(false)
    expect(eventNames(noSubnet.events)).toContain('System.ExtrinsicFailed')
    expect(noSubnet.dispatchError).toEqual({
      type: 'Module',
      value: { type: 'SubtensorModule', value: { type: 'SubnetNotExists', value: undefined } },
    })
    const poor = await transfer(alice, 2_000_000_000_000_000n).signAndSubmit(signer(bob))
    expect(poor.ok).toBe(false)
    expect(poor.dispatchError).toEqual({
      type: 'Token',
      value: { type: 'FundsUnavailable', value: undefined },
    })
  })

  it('names the reason of a call that the pool refused', async () => {
    const { decodedCall } = tx('System', 'remark', { remark: Uint8Array.of(1) })
    const refused = tx('Sudo', 'sudo', { call: decodedCall }).signAndSubmit(signer(bob))
    await expect(refused).rejects.toMatchObject({
      error: { type: 'Invalid', value: { type: 'BadSigner' } },
    })
  })
})
