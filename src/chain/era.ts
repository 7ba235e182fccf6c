/**
 * Mortal eras: for how many blocks a signed transaction may still be put into a block.
 *
 * Source: ../shared/spec/node-rpc.md section 8.3.
 *
 * @module
 */
import { bytesToHex } from '../primitives/hex.ts'

/** The shortest and the longest period a chain can express. */
export const ERA_BLOCKS_MIN = 4
export const ERA_BLOCKS_MAX = 65_536

/** How btcli signs where it names no period. */
export const ERA_BLOCKS_DEFAULT = 16

export interface Era {
  /** SCALE bytes, `0x` hex. */
  readonly hex: string
  /** The block whose hash is signed. */
  readonly birth: number
  /** The first block that is too late. */
  readonly death: number
}

/** Never expires; the genesis hash is signed. */
export const IMMORTAL = '0x00'

/**
 * The era that contains `current` and lasts at least `blocks` in total, counted from its birth.
 *
 * @param current  number of a block that will not go away, the last final one
 * @param blocks  rounded up to a power of two within the limits
 */
export function mortalEra(current: number, blocks: number): Era {
  let period = ERA_BLOCKS_MIN
  while (period < blocks && period < ERA_BLOCKS_MAX) period *= 2
  const quantum = Math.max(1, period >> 12)
  const phase = Math.floor((current % period) / quantum) * quantum
  const birth = Math.floor((Math.max(current, phase) - phase) / period) * period + phase
  const low = Math.min(15, Math.max(1, Math.log2(period) - 1))
  const encoded = low | ((phase / quantum) << 4)
  const hex = `0x${bytesToHex(Uint8Array.of(encoded & 0xff, encoded >> 8))}`
  return { hex, birth, death: birth + period }
}
