/**
 * Prices of subnets now and over the last hours, in btcli's shape.
 *
 * History is read from old blocks, which only some nodes keep; the local chain does.
 *
 * Source: ../shared/spec/cli-stake-subnets.md section 8.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { latest, type View, viewAt } from '../../chain/read.ts'
import { subnetNotFound } from '../errors.ts'
import { atPrice, taoNumber } from '../units.ts'
import { readPrice, readSubnets, type SubnetInfo } from './subnet-info.ts'

export interface PriceStatsJson {
  readonly current_price: number
  /** Of the interval; absent where only the moment was asked for. */
  readonly high?: number
  readonly low?: number
  readonly change_pct?: number
  readonly supply: number
  readonly market_cap: number
  readonly emission: number
  readonly stake: number
  readonly symbol: string
  readonly name: string
}

export type PricesJson = Readonly<
  Record<string, { readonly prices?: readonly number[]; readonly stats: PriceStatsJson }>
>

/** Blocks between two points, and the fewest points: btcli's numbers. */
const STEP = 300
const POINTS_MIN = 5
const BLOCKS_PER_HOUR = 300

/**
 * @param hours  length of the history; without it only the moment
 * @throws TaoError SUBNET_NOT_FOUND
 */
export async function readPrices(
  client: Client,
  { netuids, hours }: { netuids: readonly number[] | 'all'; hours?: number | undefined },
): Promise<PricesJson> {
  const view = await latest(client)
  const infos = await readSubnets(view)
  const wanted = netuids === 'all' ? infos.map(({ netuid }) => netuid) : netuids
  const past = hours === undefined ? [] : await pastViews(client, view, hours)
  const rows = await Promise.all(
    wanted.map(async (netuid) => {
      const info = infos.find((one) => one.netuid === netuid)
      if (info === undefined) throw subnetNotFound(netuid)
      if (hours === undefined) return [String(netuid), { stats: statsOf(info) }] as const
      const history = await Promise.all(past.map((one) => readPrice(one, netuid)))
      const prices = [...history, info.priceRao].map(taoNumber)
      return [String(netuid), { prices, stats: { ...statsOf(info), ...range(prices) } }] as const
    }),
  )
  return Object.fromEntries(rows)
}

/** Blocks of the interval, oldest first, without the newest; a young chain has fewer. */
async function pastViews(client: Client, { number }: View, hours: number): Promise<View[]> {
  const count = Math.max(POINTS_MIN - 1, Math.floor((hours * BLOCKS_PER_HOUR) / STEP))
  const numbers = Array.from({ length: count }, (_, i) => number - (count - i) * STEP)
  return Promise.all(numbers.filter((one) => one > 0).map((one) => viewAt(client, one)))
}

function statsOf(info: SubnetInfo): PriceStatsJson {
  const supply = info.alphaIn + info.alphaOut
  return {
    current_price: taoNumber(info.priceRao),
    supply: taoNumber(supply),
    market_cap: taoNumber(atPrice(supply, info.priceRao)),
    emission: taoNumber(info.taoInEmission),
    stake: taoNumber(info.alphaOut),
    symbol: info.symbol,
    name: info.name,
  }
}

/** Extremes and change of a list of prices with the newest last. */
export function range(prices: readonly number[]): {
  high: number
  low: number
  change_pct: number
} {
  const [first = 0] = prices
  const last = prices.at(-1) ?? 0
  return {
    high: Math.max(...prices),
    low: Math.min(...prices),
    change_pct: first === 0 ? 0 : ((last - first) / first) * 100,
  }
}

/** Columns of the table. */
export const PRICE_COLUMNS = [
  { title: 'NETUID', numeric: true },
  { title: 'NAME' },
  { title: 'PRICE TAO/ALPHA', numeric: true },
  { title: 'HIGH', numeric: true },
  { title: 'LOW', numeric: true },
  { title: 'CHANGE', numeric: true },
  { title: 'SUPPLY ALPHA', numeric: true },
  { title: 'MARKET CAP TAO', numeric: true },
]

/** Texts of the table. */
export function priceRows(json: PricesJson): string[][] {
  const text = (value: number | undefined): string => value?.toFixed(6) ?? '-'
  return Object.entries(json).map(([netuid, { stats }]) => [
    netuid,
    `${stats.symbol} ${stats.name}`,
    text(stats.current_price),
    text(stats.high),
    text(stats.low),
    stats.change_pct === undefined ? '-' : `${stats.change_pct.toFixed(2)} %`,
    stats.supply.toFixed(4),
    stats.market_cap.toFixed(4),
  ])
}
