/**
 * The list of subnets, in btcli's order and shape.
 *
 * Source: ../shared/spec/cli-stake-subnets.md section 8.
 *
 * @module
 */
import type { View } from '../../chain/read.ts'
import { atPrice, fixedNumber, taoNumber, taoText } from '../units.ts'
import { readSubnets, type SubnetInfo } from './subnet-info.ts'

export interface SubnetListJson {
  readonly total_tao_emitted: number
  readonly total_emissions: number
  readonly total_rate: number
  readonly total_netuids: number
  readonly emission_percentage: number
  readonly total_tao_flow_ema: number
  readonly subnets: Readonly<Record<string, SubnetRowJson>>
}

export interface SubnetRowJson {
  readonly netuid: number
  readonly subnet_name: string
  readonly price: number
  readonly market_cap: number
  readonly emission: number
  readonly tao_flow_ema: number | null
  readonly liquidity: { readonly tao_in: number | null; readonly alpha_in: number | null }
  readonly alpha_out: number | null
  readonly supply: number
  readonly tempo: {
    readonly blocks_since_last_step: number | null
    readonly sn_tempo: number | null
  }
  readonly mechanisms: number
}

/** A subnet with what the list adds to it. */
interface Row {
  readonly info: SubnetInfo
  readonly mechanisms: number
  /** TAO per block, or `undefined` where the chain keeps none yet. */
  readonly flow: number | undefined
}

export interface SubnetList {
  readonly json: SubnetListJson
  /** Texts of the table, in its order. */
  readonly rows: readonly (readonly string[])[]
  readonly footer: readonly string[]
}

/** Columns of the table. */
export const SUBNET_COLUMNS = [
  { title: 'NETUID', numeric: true },
  { title: 'NAME' },
  { title: 'PRICE TAO/ALPHA', numeric: true },
  { title: 'MARKET CAP TAO', numeric: true, spare: true },
  { title: 'EMISSION TAO/BLOCK', numeric: true },
  { title: 'FLOW EMA TAO', numeric: true, spare: true },
  { title: 'POOL TAO, ALPHA', numeric: true },
  { title: 'STAKE ALPHA', numeric: true },
  { title: 'SUPPLY ALPHA', numeric: true, spare: true },
  { title: 'TEMPO', numeric: true },
  { title: 'MECHANISMS', numeric: true, spare: true },
]

export async function listSubnets(view: View): Promise<SubnetList> {
  const infos = await readSubnets(view)
  const keys = infos.map(({ netuid }) => [netuid])
  const [mechanisms, flows, issued] = await Promise.all([
    view.storages<number>('SubtensorModule.MechanismCountCurrent', keys),
    view.storages<readonly [bigint, { bits: bigint }] | null>(
      'SubtensorModule.SubnetEmaTaoFlow',
      keys,
    ),
    view.storage<bigint>('SubtensorModule.TotalIssuance'),
  ])
  const rows = infos
    .map((info, i): Row => {
      const flow = flows[i] ?? undefined
      // Rao with 64 bits after the point.
      const tao = flow === undefined ? undefined : fixedNumber(flow[1].bits, 64) / 1e9
      return { info, mechanisms: mechanisms[i] ?? 1, flow: tao }
    })
    .sort(byImportance)
  const json = toJson(rows, issued, view.number)
  return { json, rows: rows.map(toTexts), footer: footerOf(json) }
}

/** Root first, then by what all alpha is worth. */
function byImportance(a: Row, b: Row): number {
  if (a.info.netuid === 0 || b.info.netuid === 0) return a.info.netuid - b.info.netuid
  const difference = marketCap(b.info) - marketCap(a.info)
  return difference === 0n ? a.info.netuid - b.info.netuid : difference > 0n ? 1 : -1
}

function marketCap(info: SubnetInfo): bigint {
  return atPrice(supply(info), info.priceRao)
}

function supply({ alphaIn, alphaOut }: SubnetInfo): bigint {
  return alphaIn + alphaOut
}

function toJson(rows: readonly Row[], issued: bigint, block: number): SubnetListJson {
  const dynamic = rows.filter(({ info }) => info.netuid !== 0)
  const sum = (pick: (info: SubnetInfo) => bigint): number =>
    taoNumber(dynamic.reduce((total, { info }) => total + pick(info), 0n))
  return {
    total_tao_emitted: taoNumber(issued),
    total_emissions: sum((info) => info.taoInEmission),
    total_rate: sum((info) => info.priceRao),
    total_netuids: rows.length,
    emission_percentage: block === 0 ? 0 : (taoNumber(issued) / block) * 100,
    total_tao_flow_ema: dynamic.reduce((total, { flow }) => total + (flow ?? 0), 0),
    subnets: Object.fromEntries(rows.map((row) => [String(row.info.netuid), rowJson(row)])),
  }
}

function rowJson({ info, mechanisms, flow }: Row): SubnetRowJson {
  const isRoot = info.netuid === 0
  return {
    netuid: info.netuid,
    subnet_name: info.name,
    price: taoNumber(info.priceRao),
    market_cap: taoNumber(marketCap(info)),
    emission: taoNumber(info.taoInEmission),
    tao_flow_ema: flow ?? null,
    liquidity: {
      tao_in: isRoot ? null : taoNumber(info.taoIn),
      alpha_in: isRoot ? null : taoNumber(info.alphaIn),
    },
    alpha_out: isRoot ? null : taoNumber(info.alphaOut),
    supply: taoNumber(supply(info)),
    tempo: {
      blocks_since_last_step: isRoot ? null : Number(info.blocksSinceLastStep),
      sn_tempo: isRoot ? null : info.tempo,
    },
    mechanisms,
  }
}

function toTexts({ info, mechanisms, flow }: Row): string[] {
  const isRoot = info.netuid === 0
  return [
    String(info.netuid),
    `${info.symbol} ${info.name}`.slice(0, 20),
    taoText(info.priceRao),
    taoText(marketCap(info)),
    taoText(info.taoInEmission),
    flow === undefined ? '-' : flow.toFixed(4),
    isRoot ? '-' : `${taoText(info.taoIn)}, ${taoText(info.alphaIn)}`,
    isRoot ? '-' : taoText(info.alphaOut),
    taoText(supply(info)),
    isRoot ? '-' : `${info.blocksSinceLastStep}/${info.tempo}`,
    String(mechanisms),
  ]
}

function footerOf(json: SubnetListJson): string[] {
  return [
    String(json.total_netuids),
    '',
    json.total_rate.toFixed(4),
    '',
    json.total_emissions.toFixed(4),
    json.total_tao_flow_ema.toFixed(4),
    `issued ${json.total_tao_emitted.toFixed(4)} TAO`,
    '',
    '',
    '',
    '',
  ]
}
