/**
 * What the calls of Multisig cost by themselves, by the number of other signatories and the length of the
 * call in bytes.
 *
 * Source: declared and used weights in `../shared/vectors/traces`.
 *
 * @module
 */
import type { DispatchWeight } from '../../../frame/types/common.ts'

const PROOF_SIZE = 6_811n

/** Picoseconds: fixed, per signatory, per byte. */
function weight(base: bigint, perSignatory: bigint, perByte = 0n) {
  return (signatories: number, bytes = 0): DispatchWeight => ({
    refTime: base + perSignatory * BigInt(signatories) + perByte * BigInt(bytes),
    proofSize: PROOF_SIZE,
  })
}

/** An operation begun, approved once more, executed. */
export const createWeight = weight(154_976_762n, 144_320n, 1_819n)
export const approveWeight = weight(139_821_348n, 127_874n, 1_968n)
export const completeWeight = weight(334_745_418n, 193_313n, 2_057n)
export const approveByHashWeight = weight(152_463_275n, 139_226n)
export const cancelWeight = weight(153_623_566n, 135_351n)
export const pokeDepositWeight = weight(152_349_525n, 121_813n)

export function thresholdOneWeight(bytes: number): DispatchWeight {
  return { refTime: 195_454_105n + 794n * BigInt(bytes), proofSize: 3_997n }
}
