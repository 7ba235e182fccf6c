/**
 * From which block on an extrinsic is valid, and until which.
 *
 * Source: `../shared/spec/node-rpc.md` 8.3.
 *
 * @module
 */
import type { Era } from '../../../frame/types/era.ts'
import { U64_MAX } from '../../u64.ts'

/** The block whose hash the extrinsic is signed for. Immortal ones are signed for genesis. */
export function birthBlock(era: Era, current: number): number {
  if (era === undefined) return 0
  const { period, phase } = era
  return Math.floor((Math.max(current, phase) - phase) / period) * period + phase
}

/** The first block in which the extrinsic is not valid any more. */
export function deathBlock(era: Era, current: number): bigint {
  return era === undefined ? U64_MAX : BigInt(birthBlock(era, current) + era.period)
}
