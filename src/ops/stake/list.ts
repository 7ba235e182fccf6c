/**
 * What a coldkey has staked, where, and what it is worth, in btcli's shape.
 *
 * Values use the price of the moment: what a sale would give is less by its slippage.
 *
 * Source: ../shared/spec/cli-stake-subnets.md section 4; what root stake may claim:
 * ../shared/spec/block-pipeline.md section 10.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { latest, type View } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { freeBalance } from '../funds.ts'
import { readSubnets, type SubnetInfo } from '../subnets/subnet-info.ts'
import { atPrice, taoNumber } from '../units.ts'
import { type Position, readPositions } from './positions.ts'

export interface StakeRowJson {
  readonly netuid: number
  readonly subnet_name: string
  /** TAO at the price of the moment. */
  readonly value: number
  /** Alpha. */
  readonly stake_value: number
  readonly rate: number
  readonly registered: boolean
  readonly emission: { readonly alpha: number; readonly tao: number }
  readonly claimable: number
}

export interface StakeListJson {
  readonly stake_info: Readonly<Record<string, readonly StakeRowJson[]>>
  readonly coldkey_address: string
  readonly network: string
  readonly free_balance: number
  readonly total_tao_value: number
  readonly total_swapped_tao_value: number
}

/** Rows below this many rao are dust and not shown. */
const SHOWN_FROM = 90_000n

export async function listStake(client: Client, coldkey: AccountId): Promise<StakeListJson> {
  const view = await latest(client)
  const [positions, subnets, free] = await Promise.all([
    readPositions(view, coldkey),
    readSubnets(view),
    freeBalance(view, coldkey),
  ])
  const byNetuid = new Map(subnets.map((info) => [info.netuid, info]))
  const rows = new Map<string, { row: StakeRowJson; worth: bigint }[]>()
  let total = 0n
  for (const position of positions) {
    const info = byNetuid.get(position.netuid)
    if (info === undefined) continue
    const worth = atPrice(position.stake, info.priceRao)
    total += worth
    if (position.stake < SHOWN_FROM) continue
    const claimable = await claimableOf(view, { coldkey, position, positions })
    const row = rowOf(position, info, claimable)
    rows.set(position.hotkey, [...(rows.get(position.hotkey) ?? []), { row, worth }])
  }
  return {
    stake_info: Object.fromEntries([...rows].map(([hotkey, list]) => [hotkey, sorted(list)])),
    coldkey_address: ss58Encode(coldkey),
    network: client.network,
    free_balance: taoNumber(free),
    total_tao_value: taoNumber(total),
    total_swapped_tao_value: taoNumber(total),
  }
}

/** Root first, then by worth. */
function sorted(list: readonly { row: StakeRowJson; worth: bigint }[]): StakeRowJson[] {
  const rank = ({ row }: { row: StakeRowJson }): number => (row.netuid === 0 ? 0 : 1)
  return [...list]
    .sort((a, b) => rank(a) - rank(b) || (a.worth < b.worth ? 1 : -1))
    .map(({ row }) => row)
}

function rowOf(position: Position, info: SubnetInfo, claimable: bigint): StakeRowJson {
  const perBlock = info.tempo === 0 ? 0n : position.emission / BigInt(info.tempo)
  return {
    netuid: position.netuid,
    subnet_name: info.name,
    value: taoNumber(atPrice(position.stake, info.priceRao)),
    stake_value: taoNumber(position.stake),
    rate: taoNumber(info.priceRao),
    registered: position.isRegistered,
    emission: {
      alpha: taoNumber(perBlock),
      tao: taoNumber(atPrice(perBlock, info.priceRao)),
    },
    claimable: taoNumber(claimable),
  }
}

/** Alpha of this subnet that the coldkey's root stake behind the same hotkey earned and left. */
async function claimableOf(
  view: View,
  facts: { coldkey: AccountId; position: Position; positions: readonly Position[] },
): Promise<bigint> {
  const { coldkey, position, positions } = facts
  const { hotkey, netuid } = position
  const root = positions.find((one) => one.netuid === 0 && one.hotkey === hotkey)
  if (root === undefined || netuid === 0) return 0n
  const rates = await view.storage<readonly (readonly [number, { bits: bigint }])[]>(
    'SubtensorModule.RootClaimable',
    hotkey,
  )
  const rate = rates.find(([id]) => id === netuid)?.[1].bits ?? 0n
  const claimed = await view.storage<bigint>('SubtensorModule.RootClaimed', netuid, hotkey, coldkey)
  const owed = ((rate * root.stake) >> 32n) - claimed
  return owed > 0n ? owed : 0n
}

/** Columns of the table of one hotkey. */
export const STAKE_COLUMNS = [
  { title: 'NETUID', numeric: true },
  { title: 'NAME' },
  { title: 'VALUE TAO', numeric: true },
  { title: 'STAKE ALPHA', numeric: true },
  { title: 'PRICE TAO/ALPHA', numeric: true },
  { title: 'REGISTERED' },
  { title: 'ALPHA/BLOCK', numeric: true, spare: true },
  { title: 'TAO/BLOCK', numeric: true, spare: true },
  { title: 'CLAIMABLE ALPHA', numeric: true, spare: true },
]

/** Texts of that table. */
export function stakeRows(rows: readonly StakeRowJson[]): string[][] {
  return rows.map((row) => [
    String(row.netuid),
    row.subnet_name,
    row.value.toFixed(4),
    row.stake_value.toFixed(4),
    row.rate.toFixed(4),
    row.registered ? 'YES' : 'NO',
    row.emission.alpha.toFixed(4),
    row.emission.tao.toFixed(4),
    row.claimable > 0.000_01 ? row.claimable.toFixed(5) : '-',
  ])
}
