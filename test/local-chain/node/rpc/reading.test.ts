/**
 * Goal: reads, subscriptions and names are what substrate's clients rely on. Method: the sequences that
 * `../shared/spec/node-rpc.md` records of each client.
 *
 * @module
 */
import { afterEach, describe, expect, it } from 'vitest'
import { createChain, type EmbeddedChain } from '../../../../local-chain/index.ts'
import { SUBSCRIPTIONS_MAX } from '../../../../local-chain/node/limits.ts'
import { storagePrefixHex } from '../../../../src/primitives/hash.ts'
import {
  type Notification,
  type Reply,
  type RpcClient,
  rpcInProcess,
} from '../../../support/rpc.ts'

let chain: EmbeddedChain
let rpc: RpcClient

async function open(): Promise<void> {
  chain = await createChain()
  rpc = rpcInProcess(chain.connect())
}

afterEach(async () => {
  await chain.close()
})

const NETWORKS_ADDED = `0x${storagePrefixHex({ pallet: 'SubtensorModule', item: 'NetworksAdded' })}`
const NOW = `0x${storagePrefixHex({ pallet: 'Timestamp', item: 'Now' })}`

describe('connecting', () => {
  it('serves the Python client: aliases, parent of genesis, both metadata', async () => {
    await open()
    await chain.advance(2)
    const head = await rpc.result<string>('chain_getHead')
    const header = await rpc.result<{ parentHash: string; number: string }>('chain_getHeader', head)
    expect(header.number).toBe('0x2')
    const version = await rpc.result<{ specVersion: number; transactionVersion: number }>(
      'state_getRuntimeVersion',
      header.parentHash,
    )
    expect(version).toMatchObject({ specVersion: 425, transactionVersion: 1 })
    const v14 = await rpc.result<string>('state_getMetadata', header.parentHash)
    expect(v14.startsWith('0x6d6574610e')).toBe(true)
    const v15 = await rpc.result<string>(
      'state_call',
      'Metadata_metadata_at_version',
      '0x0f000000',
      header.parentHash,
    )
    expect(v15.startsWith('0x01')).toBe(true)
    expect(v15).toContain('6d6574610f')
    const genesis = await rpc.result<string>('chain_getBlockHash', 0)
    const first = await rpc.result<{ parentHash: string; extrinsicsRoot: string }>(
      'chain_getHeader',
      genesis,
    )
    expect(first.parentHash).toBe(`0x${'00'.repeat(32)}`)
    expect(first.extrinsicsRoot).toBe(
      '0x03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314',
    )
  })

  it('lists every method that it serves, and serves every method that it lists', async () => {
    await open()
    const { methods } = await rpc.result<{ methods: string[] }>('rpc_methods')
    for (const name of ['account_nextIndex', 'state_call', 'author_pendingExtrinsics']) {
      expect(methods).toContain(name)
    }
    for (const name of methods) {
      const { error } = await rpc.request(name, [{}, {}, {}, {}, {}])
      expect(error?.code, name).not.toBe(-32601)
    }
  })
})

describe('storage', () => {
  it('pages keys after the start key, which may be the prefix itself', async () => {
    await open()
    const [first, ...rest] = await rpc.result<string[]>(
      'state_getKeysPaged',
      NETWORKS_ADDED,
      1,
      NETWORKS_ADDED,
    )
    expect(rest).toEqual([])
    const next = await rpc.result<string[]>('state_getKeysPaged', NETWORKS_ADDED, 10, first)
    expect([first, ...next]).toEqual([`${NETWORKS_ADDED}0000`, `${NETWORKS_ADDED}0100`])
  })

  it('answers every asked key in order, absent ones with null', async () => {
    await open()
    const keys = [`${NETWORKS_ADDED}0100`, `${NETWORKS_ADDED}0900`, `${NETWORKS_ADDED}0000`]
    const [set] = await rpc.result<{ changes: unknown[] }[]>('state_queryStorageAt', [
      ...keys,
      keys[0],
    ])
    expect(set?.changes).toEqual([
      [keys[0], '0x01'],
      [keys[1], null],
      [keys[2], '0x01'],
    ])
  })

  it('reads the state of any past block', async () => {
    await open()
    await chain.advance(300)
    const at = async (number: number) => {
      const hash = await rpc.result<string>('chain_getBlockHash', number)
      return rpc.result<string>('state_getStorageAt', NOW, hash)
    }
    const milliseconds = (hex: string) => Buffer.from(hex.slice(2), 'hex').readBigUInt64LE()
    expect(milliseconds(await at(1))).toBe(12_000n)
    expect(milliseconds(await at(150))).toBe(1_800_000n)
    expect(milliseconds(await at(300))).toBe(3_600_000n)
  })
})

describe('subscriptions', () => {
  it('answers first, then tells the head, then every new one without a gap', async () => {
    await open()
    const id = await rpc.result<string>('chain_subscribeFinalizedHeads')
    await chain.advance(3)
    const last = (frame: Notification) =>
      frame.method === 'chain_finalizedHead' &&
      (frame.params.result as { number: string }).number === '0x3'
    await rpc.seen<Notification>(last)
    const reply = rpc.frames.findIndex((frame) => (frame as Reply).result === id)
    const heads = rpc.frames.slice(reply + 1) as Notification[]
    expect(heads.map(({ params }) => (params.result as { number: string }).number)).toEqual([
      '0x0',
      '0x1',
      '0x2',
      '0x3',
    ])
    expect(await rpc.result('chain_unsubscribeFinalizedHeads', id)).toBe(true)
    expect(await rpc.result('chain_unsubscribeFinalizedHeads', id)).toBe(false)
  })

  it('tells a storage subscriber everything once, then what changed', async () => {
    await open()
    await rpc.result('state_subscribeStorage', [NOW, `${NETWORKS_ADDED}0900`])
    await chain.advance(1)
    const isSecond = (frame: Notification) =>
      frame.method === 'state_storage' &&
      (frame.params.result as { changes: unknown[] }).changes.length === 1
    const second = await rpc.seen<Notification>(isSecond)
    expect(second.params.result).toMatchObject({ changes: [[NOW, '0xe02e000000000000']] })
    const first = rpc.frames.find((frame) => (frame as Notification).method === 'state_storage')
    expect((first as Notification).params.result).toMatchObject({
      changes: [
        [NOW, null],
        [`${NETWORKS_ADDED}0900`, null],
      ],
    })
  })
})

describe('chainHead_v1', () => {
  it('follows, reads a block, its storage and the runtime, and lets it go', async () => {
    await open()
    const follow = await rpc.result<string>('chainHead_v1_follow', true)
    const event = (name: string) => (frame: Notification) =>
      frame.method === 'chainHead_v1_followEvent' &&
      (frame.params.result as { event: string }).event === name
    const initialized = await rpc.seen<Notification>(event('initialized'))
    await rpc.seen<Notification>(event('bestBlockChanged'))
    const { finalizedBlockHashes } = initialized.params.result as { finalizedBlockHashes: string[] }
    const hash = finalizedBlockHashes.at(-1)
    expect(await rpc.result('chainHead_v1_header', follow, hash)).toMatch(/^0x(00){32}00/)
    await rpc.result(
      'chainHead_v1_storage',
      follow,
      hash,
      [{ key: '0x3a636f6465', type: 'hash' }],
      null,
    )
    const items = await rpc.seen<Notification>(event('operationStorageItems'))
    expect(items.params.result).toMatchObject({ items: [{ key: '0x3a636f6465' }] })
    await rpc.result('chainHead_v1_call', follow, hash, 'Metadata_metadata_versions', '0x')
    const called = await rpc.seen<Notification>(event('operationCallDone'))
    expect(called.params.result).toMatchObject({ output: '0x0c0e0000000f00000010000000' })
    expect(await rpc.result('chainHead_v1_unpin', follow, [hash])).toBeNull()
    expect((await rpc.request('chainHead_v1_header', [follow, hash])).error?.code).toBe(-32801)
    await chain.advance(1)
    await rpc.seen<Notification>(event('finalized'))
    expect(await rpc.result('chainHead_v1_unfollow', follow)).toBeNull()
  })
})

describe('archive_v1', () => {
  const storage = async (hash: string | undefined, key: string, type: string) => {
    const id = await rpc.result<string>('archive_v1_storage', hash, [{ key, type }], null)
    const mine = () =>
      (rpc.frames as Notification[])
        .filter(
          ({ method, params }) =>
            method === 'archive_v1_storageEvent' && params.subscription === id,
        )
        .map(({ params }) => params.result as { event: string })
    await rpc.seen<Notification>(() => mine().some(({ event }) => event !== 'storage'))
    return mine()
  }

  it('reads storage of a block that nobody follows', async () => {
    await open()
    await chain.advance(20)
    const [first] = await rpc.result<string[]>('archive_v1_hashByHeight', 1)
    expect(await storage(first, NOW, 'value')).toEqual([
      { event: 'storage', key: NOW, value: '0xe02e000000000000' },
      { event: 'storageDone' },
    ])
    expect(await storage(first, NETWORKS_ADDED, 'descendantsValues')).toEqual([
      { event: 'storage', key: `${NETWORKS_ADDED}0000`, value: '0x01' },
      { event: 'storage', key: `${NETWORKS_ADDED}0100`, value: '0x01' },
      { event: 'storageDone' },
    ])
    expect(await storage(first, `${NETWORKS_ADDED}0900`, 'value')).toEqual([
      { event: 'storageDone' },
    ])
    const unknown = `0x${'11'.repeat(32)}`
    expect(await storage(unknown, NOW, 'value')).toMatchObject([{ event: 'storageError' }])
  })

  it('keeps no subscription that is done', async () => {
    await open()
    const genesis = await rpc.result<string>('archive_v1_genesisHash')
    const query = [genesis, [{ key: NOW, type: 'value' }], null]
    for (let i = 0; i < SUBSCRIPTIONS_MAX; i++) await rpc.result('archive_v1_storage', ...query)
    expect(await rpc.result('archive_v1_storage', ...query)).toBeTruthy()
  })
})
