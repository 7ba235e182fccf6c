/**
 * Goal: staked value is what the chain says of each coldkey, at the price of each subnet.
 * Method: stake on a started subnet of a chain in memory; stake and price are read by themselves.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain } from '../../../../local-chain/index.ts'
import { type Client, clientOf } from '../../../../src/chain/connect.ts'
import { type CallArguments, callApi, makeCall } from '../../../../src/chain/names.ts'
import { submit } from '../../../../src/chain/submit.ts'
import { holdingsOf } from '../../../../src/ops/wallet/balances.ts'
import { devSigner, type LocalSigner } from '../../../../src/wallet/index.ts'

const NETUID = 2
const STAKED_RAO = 7_000_000_000n

let client: Client
let alice: LocalSigner
let bob: LocalSigner

beforeAll(async () => {
  client = await clientOf(await createChain({ profile: 'fast' }))
  alice = await devSigner('//Alice')
  bob = await devSigner('//Bob')
  const hotkey = alice.accountId
  await send('SubtensorModule.register_network', { hotkey })
  await client.advance?.(20)
  await send('SubtensorModule.start_call', { netuid: NETUID })
  await send('SubtensorModule.add_stake', { hotkey, netuid: NETUID, amount_staked: STAKED_RAO })
})

afterAll(() => client.close())

function send(name: string, args: CallArguments) {
  return submit(client, { call: makeCall(client, name, args), signer: alice })
}

describe('holdingsOf', () => {
  it('values stake at the price of its subnet, for each coldkey in the order asked', async () => {
    const [second, first] = await holdingsOf(client, [bob.accountId, alice.accountId])
    expect(second).toEqual({
      coldkey: bob.accountId,
      freeRao: 1_000_000_000_000_000n,
      stakedRao: 0n,
    })
    type Stake = { stake: bigint; netuid: number }
    const rows = await callApi<Stake[]>(client, 'StakeInfoRuntimeApi.get_stake_info_for_coldkey', [
      alice.accountId,
    ])
    const onSubnet = rows.find(({ netuid }) => netuid === NETUID)
    const price = await callApi<bigint>(client, 'SwapRuntimeApi.current_alpha_price', [NETUID])
    expect(onSubnet?.stake).toBeGreaterThan(0n)
    const value = ((onSubnet?.stake ?? 0n) * price) / 1_000_000_000n
    expect(first?.stakedRao).toBe(value)
    expect(value).toBeGreaterThan(0n)
  })

  it('reads many coldkeys, those nobody knows included', async () => {
    const strangers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => devSigner(`//Stranger${i}`)),
    )
    const holdings = await holdingsOf(
      client,
      strangers.map(({ accountId }) => accountId),
    )
    expect(holdings).toHaveLength(30)
    for (const { freeRao, stakedRao } of holdings) expect([freeRao, stakedRao]).toEqual([0n, 0n])
    expect(await holdingsOf(client, [])).toEqual([])
  })
})
