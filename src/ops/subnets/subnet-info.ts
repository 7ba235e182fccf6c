/**
 * What a chain says about its subnets: pool, schedule, owner, name.
 *
 * @module
 */
import type { View } from '../../chain/read.ts'
import { hexToBytes } from '../../primitives/hex.ts'
import { subnetNotFound } from '../errors.ts'

/** `DynamicInfo` of the runtime API, names decoded. Amounts in rao. */
export interface SubnetInfo {
  readonly netuid: number
  readonly name: string
  readonly symbol: string
  /** Addresses. */
  readonly ownerHotkey: string
  readonly ownerColdkey: string
  readonly tempo: number
  readonly blocksSinceLastStep: bigint
  readonly alphaIn: bigint
  readonly alphaOut: bigint
  readonly taoIn: bigint
  readonly alphaOutEmission: bigint
  readonly alphaInEmission: bigint
  readonly taoInEmission: bigint
  readonly networkRegisteredAt: bigint
  /** Rao per alpha. */
  readonly priceRao: bigint
}

/** Fields of `SubnetIdentityV3`. */
export const IDENTITY_FIELDS = [
  'subnetName',
  'githubRepo',
  'subnetContact',
  'subnetUrl',
  'discord',
  'description',
  'logoUrl',
  'additional',
] as const

type Raw = Omit<SubnetInfo, 'name' | 'symbol' | 'priceRao'> & {
  readonly subnetName: readonly number[]
  readonly tokenSymbol: readonly number[]
}

/** @throws TaoError SUBNET_NOT_FOUND */
export async function readSubnet(view: View, netuid: number): Promise<SubnetInfo> {
  const [raw, priceRao] = await Promise.all([
    view.api<Raw | null>('SubnetInfoRuntimeApi.get_dynamic_info', netuid),
    readPrice(view, netuid),
  ])
  if (raw === null) throw subnetNotFound(netuid)
  return named(raw, priceRao)
}

/** Every subnet, root included, by netuid. */
export async function readSubnets(view: View): Promise<SubnetInfo[]> {
  const raws = await view.api<(Raw | null)[]>('SubnetInfoRuntimeApi.get_all_dynamic_info')
  const there = raws.filter((raw) => raw !== null)
  const prices = await Promise.all(there.map(({ netuid }) => readPrice(view, netuid)))
  return there.map((raw, i) => named(raw, prices[i] ?? 0n)).sort((a, b) => a.netuid - b.netuid)
}

/** Rao per alpha at this moment; one TAO for root, whose token is TAO. */
export async function readPrice(view: View, netuid: number): Promise<bigint> {
  return view.api<bigint>('SwapRuntimeApi.current_alpha_price', netuid)
}

/** @throws TaoError SUBNET_NOT_FOUND */
export async function requireSubnet(view: View, netuid: number): Promise<void> {
  if (!(await view.storage<boolean>('SubtensorModule.NetworksAdded', netuid))) {
    throw subnetNotFound(netuid)
  }
}

function named({ subnetName, tokenSymbol, ...rest }: Raw, priceRao: bigint): SubnetInfo {
  return { ...rest, name: utf8(subnetName), symbol: utf8(tokenSymbol), priceRao }
}

/** Text of bytes, given as numbers or `0x` hex; broken UTF-8 shows as replacement characters. */
export function utf8(bytes: string | readonly number[]): string {
  const list = typeof bytes === 'string' ? hexToBytes(bytes.slice(2)) : Uint8Array.from(bytes)
  return new TextDecoder().decode(list)
}
