/**
 * Token symbols and display names of subnets.
 *
 * Source: ../shared/spec/subnets.md section 2.5.
 *
 * @module
 */
import { hexToBytes } from '../../../../../src/primitives/hex.ts'
import type { Ctx } from '../../../context.ts'
import { DEFAULT_NAMES } from './name-table.ts'
import { SYMBOLS_HEX } from './symbol-table.ts'

const SYMBOLS: readonly Uint8Array[] = SYMBOLS_HEX.map(hexToBytes)
const DEFAULT_SYMBOL = SYMBOLS[0] as Uint8Array
const UNNAMED = 'unknown'

/** The symbol meant for a netuid; the root symbol beyond the table. */
export function symbolOf(netuid: number): Uint8Array {
  return SYMBOLS[netuid] ?? DEFAULT_SYMBOL
}

/** Whether a subnet may choose the symbol: any of the table but root's. */
export function isSubnetSymbol(symbol: Uint8Array): boolean {
  return SYMBOLS.some((known, index) => index > 0 && equal(known, symbol))
}

/** Whether some subnet has the symbol now. */
export function isSymbolTaken(ctx: Ctx, symbol: Uint8Array): boolean {
  return ctx.storage.subtensor.tokenSymbol.values().some((taken) => equal(taken, symbol))
}

/** The symbol of a new subnet: its own, else the first free one, else root's. */
export function freeSymbolFor(ctx: Ctx, netuid: number): Uint8Array {
  const own = symbolOf(netuid)
  if (!isSymbolTaken(ctx, own)) return own
  return SYMBOLS.slice(1).find((symbol) => !isSymbolTaken(ctx, symbol)) ?? DEFAULT_SYMBOL
}

/** Display name: the identity's where it has one, else the table's. */
export function subnetName(ctx: Ctx, netuid: number): Uint8Array {
  const identity = ctx.storage.subtensor.subnetIdentitiesV3.get(netuid)
  if (identity !== undefined && identity.subnetName.length > 0) return identity.subnetName
  return new TextEncoder().encode(DEFAULT_NAMES[netuid] ?? UNNAMED)
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
