/**
 * Constants of System that metadata shows.
 *
 * @module
 */

import { constant } from '../../../frame/pallet.ts'
import { u16, u32 } from '../../../frame/types/primitives.ts'
import { runtimeDbWeight, runtimeVersion } from '../../types.ts'
import { RUNTIME_VERSION } from '../../version.ts'
import { blockLength, blockWeights } from './types.ts'

/** Computation that one access to the database counts for. */
export const DB_WEIGHT = { read: 25_000_000n, write: 100_000_000n } as const

export const constants = {
  blockWeights: constant(blockWeights, {
    baseBlock: { refTime: 431_614_000n, proofSize: 0n },
    maxBlock: { refTime: 4_000_000_000_000n, proofSize: 18_446_744_073_709_551_615n },
    perClass: {
      normal: {
        baseExtrinsic: { refTime: 108_157_000n, proofSize: 0n },
        maxExtrinsic: { refTime: 2_599_891_843_000n, proofSize: 11_990_383_647_911_208_550n },
        maxTotal: { refTime: 3_000_000_000_000n, proofSize: 13_835_058_055_282_163_711n },
        reserved: { refTime: 0n, proofSize: 0n },
      },
      operational: {
        baseExtrinsic: { refTime: 108_157_000n, proofSize: 0n },
        maxExtrinsic: { refTime: 3_599_891_843_000n, proofSize: 16_602_069_666_338_596_454n },
        maxTotal: { refTime: 4_000_000_000_000n, proofSize: 18_446_744_073_709_551_615n },
        reserved: { refTime: 1_000_000_000_000n, proofSize: 4_611_686_018_427_387_904n },
      },
      mandatory: {
        baseExtrinsic: { refTime: 108_157_000n, proofSize: 0n },
        maxExtrinsic: undefined,
        maxTotal: undefined,
        reserved: undefined,
      },
    },
  }),
  blockLength: constant(blockLength, {
    max: { normal: 7_864_320, operational: 10_485_760, mandatory: 10_485_760 },
  }),
  blockHashCount: constant(u32, 2_400),
  dbWeight: constant(runtimeDbWeight, DB_WEIGHT),
  version: constant(runtimeVersion, RUNTIME_VERSION),
  ss58Prefix: constant(u16, 42, { name: 'SS58Prefix' }),
}
