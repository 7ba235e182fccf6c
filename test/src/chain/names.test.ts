/**
 * Goal: everything on a chain is reached under the chain's own names, in plain data.
 * Method: a chain in memory with the public local network's genesis.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain } from '../../../local-chain/index.ts'
import { type Client, clientOf } from '../../../src/chain/connect.ts'
import {
  callApi,
  constant,
  hasCall,
  makeCall,
  readMap,
  readStorage,
  readStorageMany,
} from '../../../src/chain/names.ts'
import { latest, viewAt } from '../../../src/chain/read.ts'
import { accountId } from '../../../src/primitives/account-id.ts'
import { ss58Encode } from '../../../src/primitives/ss58.ts'

const ALICE = accountId('d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')

let client: Client

beforeAll(async () => {
  client = await clientOf(await createChain())
})

afterAll(() => client.close())

describe('names of a chain', () => {
  it('reads storage with and without keys, absent items included', async () => {
    expect(await readStorage(client, 'SubtensorModule.TotalNetworks')).toBe(2)
    expect(await readStorage(client, 'System.Number')).toBe(0)
    expect(await readStorage(client, 'SubtensorModule.IdentitiesV2', [ALICE])).toBeNull()
    const tempo = await readStorageMany<number>(client, 'SubtensorModule.Tempo', [[0], [1]])
    expect(tempo).toHaveLength(2)
    expect(await readStorageMany(client, 'SubtensorModule.Tempo', [])).toEqual([])
  })

  it('takes accounts as hex, with 0x, and as addresses', async () => {
    const forms = [ALICE, `0x${ALICE}`, ss58Encode(ALICE)]
    const accounts = await readStorageMany<{ data: { free: bigint } }>(
      client,
      'System.Account',
      forms.map((form) => [form]),
    )
    for (const { data } of accounts) expect(data.free).toBe(1_000_000_000_000_000n)
  })

  it('lists maps, below a prefix too', async () => {
    const networks = await readMap(client, 'SubtensorModule.NetworksAdded')
    expect(networks).toEqual([
      { keys: [0], value: true },
      { keys: [1], value: true },
    ])
    const none = await readMap(client, 'SubtensorModule.Keys', [1])
    for (const { keys } of none) expect(keys[0]).toBe(1)
  })

  it('asks runtime APIs and constants', async () => {
    expect(typeof (await callApi(client, 'SwapRuntimeApi.current_alpha_price', [1]))).toBe('bigint')
    expect(constant(client, 'Balances.ExistentialDeposit')).toBe(500n)
  })

  it('builds calls from arguments by name, in either spelling', () => {
    const snake = makeCall(client, 'SubtensorModule.add_stake', {
      hotkey: ALICE,
      netuid: 1,
      amount_staked: 5n,
    })
    const camel = makeCall(client, 'SubtensorModule.add_stake', {
      amountStaked: 5n,
      netuid: 1,
      hotkey: ss58Encode(ALICE),
    })
    expect(camel.method.toHex()).toBe(snake.method.toHex())
    expect(hasCall(client, 'SubtensorModule.add_stake')).toBe(true)
    expect(hasCall(client, 'SubtensorModule.no_such')).toBe(false)
  })

  it('refuses arguments that are missing or unknown as a mistake of this program', () => {
    expect(() => makeCall(client, 'SubtensorModule.add_stake', { hotkey: ALICE })).toThrow(
      TypeError,
    )
    expect(() => makeCall(client, 'System.remark', { remark: '0x', more: 1 })).toThrow(/more/)
  })

  it.each([
    ['call', () => Promise.resolve().then(() => makeCall(client, 'Nowhere.call'))],
    ['storage', () => readStorage(client, 'SubtensorModule.Nothing')],
    ['storage', () => readMap(client, 'Nowhere.Map')],
    ['runtime API', () => callApi(client, 'SwapRuntimeApi.no_such')],
    ['constant', () => Promise.resolve().then(() => constant(client, 'Balances.Nothing'))],
  ])('tells a %s that the chain lacks', async (kind, read) => {
    await expect(read()).rejects.toMatchObject({
      code: 'NOT_ON_THIS_CHAIN',
      exitCode: 4,
      data: { kind },
    })
  })

  it('reads one block as a whole, an older one too', async () => {
    const before = await latest(client)
    await client.advance?.(3)
    const after = await latest(client)
    expect(after.number).toBe(before.number + 3)
    const older = await viewAt(client, before.number)
    expect(older.hash).toBe(before.hash)
    expect(await older.storage('System.Number')).toBe(before.number)
    expect(await after.storage('System.Number')).toBe(after.number)
    expect(await older.entries('SubtensorModule.NetworksAdded')).toHaveLength(2)
    expect(await older.api('SwapRuntimeApi.current_alpha_price', 1)).toBeDefined()
  })
})
