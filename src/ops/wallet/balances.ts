/**
 * Free and staked TAO of coldkeys. Stake counts at the price of its subnet now, as btcli counts it.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { callApi, readStorageMany } from '../../chain/names.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ss58Decode } from '../../primitives/ss58.ts'
import { atPrice } from '../units.ts'

export interface Holdings {
  readonly coldkey: AccountId
  readonly freeRao: bigint
  /** Value of all stake in rao. */
  readonly stakedRao: bigint
}

interface StakeInfo {
  readonly netuid: number
  readonly stake: bigint
}

/** Holdings in the order asked for, read at one block. */
export async function holdingsOf(
  client: Client,
  coldkeys: readonly AccountId[],
): Promise<Holdings[]> {
  const at = (await client.api.rpc.chain.getBlockHash()).toHex()
  type Account = { data: { free: bigint } }
  const [accounts, stakes] = await Promise.all([
    readStorageMany<Account>(
      client,
      'System.Account',
      coldkeys.map((coldkey) => [coldkey]),
      { at },
    ),
    callApi<[string, StakeInfo[]][]>(
      client,
      'StakeInfoRuntimeApi.get_stake_info_for_coldkeys',
      [coldkeys],
      { at },
    ),
  ])
  const prices = await pricesOf(
    client,
    stakes.flatMap(([, rows]) => rows),
    at,
  )
  const staked = new Map(
    stakes.map(([coldkey, rows]) => [
      ss58Decode(coldkey).accountId,
      rows.reduce((sum, row) => sum + atPrice(BigInt(row.stake), prices.get(row.netuid) ?? 0n), 0n),
    ]),
  )
  return coldkeys.map((coldkey, i) => ({
    coldkey,
    freeRao: BigInt(accounts[i]?.data.free ?? 0n),
    stakedRao: staked.get(coldkey) ?? 0n,
  }))
}

/** Price in rao per alpha of every subnet that is staked on. */
async function pricesOf(
  client: Client,
  rows: readonly StakeInfo[],
  at: string,
): Promise<Map<number, bigint>> {
  const netuids = [
    ...new Set(rows.filter((row) => BigInt(row.stake) > 0n).map((row) => row.netuid)),
  ]
  const prices = await Promise.all(
    netuids.map((netuid) =>
      callApi<bigint>(client, 'SwapRuntimeApi.current_alpha_price', [netuid], { at }),
    ),
  )
  return new Map(netuids.map((netuid, i) => [netuid, BigInt(prices[i] ?? 0n)]))
}
