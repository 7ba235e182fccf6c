/**
 * What an extrinsic costs in rao.
 *
 * Source: `../shared/spec/swap.md` 13.1 and 13.5.
 *
 * @module
 */
import type { DispatchInfo } from '../../../frame/pallet.ts'
import { inProfile } from '../../../frame/profile.ts'
import { option, struct } from '../../../frame/types/combinators.ts'
import { type DispatchWeight, dispatchClass, dispatchWeight } from '../../../frame/types/common.ts'
import { u64 } from '../../../frame/types/primitives.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import { constants as system } from '../../pallets/system/constants.ts'
import { minBigint, saturatingAddU64 } from '../../u64.ts'

const balanceParam = [{ name: 'Balance', type: u64 }]

export const inclusionFee = struct(
  'pallet_transaction_payment::types::InclusionFee',
  {
    baseFee: { type: u64, typeName: 'Balance' },
    lenFee: { type: u64, typeName: 'Balance' },
    adjustedWeightFee: { type: u64, typeName: 'Balance' },
  },
  { params: balanceParam },
)

export const feeDetails = struct(
  'pallet_transaction_payment::types::FeeDetails',
  {
    inclusionFee: { type: option(inclusionFee), typeName: 'Option<InclusionFee<Balance>>' },
    tip: { type: u64, typeName: 'Balance' },
  },
  { params: balanceParam },
)
export type FeeDetails = TypeOf<typeof feeDetails>

export const runtimeDispatchInfo = struct(
  'pallet_transaction_payment::types::RuntimeDispatchInfo',
  {
    weight: dispatchWeight,
    class: { type: dispatchClass, typeName: 'DispatchClass' },
    partialFee: { type: u64, typeName: 'Balance' },
  },
  {
    params: [
      { name: 'Balance', type: u64 },
      { name: 'Weight', type: dispatchWeight },
    ],
  },
)

/** The same in both profiles. */
export const BLOCK_WEIGHTS = inProfile(system.blockWeights.value, 'mainnet')
/** Picoseconds that cost one rao. */
const REF_TIME_PER_RAO = 2_000n
const RAO_PER_BYTE = 1n

/** Nearest rao, exact halves down; no extrinsic pays for more than a whole block. */
export function weightToFee(weight: DispatchWeight): bigint {
  const refTime = minBigint(weight.refTime, BLOCK_WEIGHTS.maxBlock.refTime)
  const rest = refTime % REF_TIME_PER_RAO
  return refTime / REF_TIME_PER_RAO + (rest * 2n > REF_TIME_PER_RAO ? 1n : 0n)
}

export function lengthToFee(length: number): bigint {
  return BigInt(length) * RAO_PER_BYTE
}

/** The parts of the fee, none for a call that is free. */
export function computeFeeDetails(info: DispatchInfo, length: number, tip: bigint): FeeDetails {
  if (info.paysFee === 'No') return { inclusionFee: undefined, tip }
  const baseFee = weightToFee(BLOCK_WEIGHTS.perClass[classKey(info)].baseExtrinsic)
  return {
    inclusionFee: {
      baseFee,
      lenFee: lengthToFee(length),
      adjustedWeightFee: weightToFee(info.weight),
    },
    tip,
  }
}

/** Fee and tip together. */
export function computeFee(info: DispatchInfo, length: number, tip: bigint): bigint {
  const { inclusionFee: parts } = computeFeeDetails(info, length, tip)
  if (parts === undefined) return tip
  return saturatingAddU64(parts.baseFee + parts.lenFee + parts.adjustedWeightFee, tip)
}

export function classKey(info: DispatchInfo): 'normal' | 'operational' | 'mandatory' {
  if (info.class === 'Operational') return 'operational'
  return info.class === 'Mandatory' ? 'mandatory' : 'normal'
}
