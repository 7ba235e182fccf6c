/**
 * CheckWeight: keeps extrinsics within what a block may hold, by weight and by bytes.
 *
 * Source: frame_system `CheckWeight`; limits in `../shared/spec/node-rpc.md` and System's constants.
 *
 * @module
 */
import type { DispatchInfo } from '../../../frame/pallet.ts'
import { inProfile } from '../../../frame/profile.ts'
import type { DispatchWeight } from '../../../frame/types/common.ts'
import type { Ctx } from '../../context.ts'
import { constants as system } from '../../pallets/system/constants.ts'
import { addWeights, ZERO_WEIGHT } from '../weights.ts'
import { BLOCK_WEIGHTS, classKey } from './fees.ts'
import { invalid } from './validity.ts'

const BLOCK_LENGTH = inProfile(system.blockLength.value, 'mainnet')

/** What a block weighs before its first extrinsic. */
export const EMPTY_BLOCK = {
  normal: ZERO_WEIGHT,
  operational: ZERO_WEIGHT,
  mandatory: BLOCK_WEIGHTS.baseBlock,
}

/** @throws ExhaustsResources  the extrinsic alone is too heavy, or there are bytes enough already */
export function checkExtrinsicSize(ctx: Ctx, info: DispatchInfo, length: number): void {
  const before = ctx.storage.system.allExtrinsicsLen.get() ?? 0
  if (before + length > BLOCK_LENGTH.max[classKey(info)]) throw invalid('ExhaustsResources')
  const most = BLOCK_WEIGHTS.perClass[classKey(info)].maxExtrinsic
  const own = addWeights(info.weight, { refTime: 0n, proofSize: BigInt(length) })
  if (most !== undefined && exceeds(own, most)) throw invalid('ExhaustsResources')
}

/** Counts an extrinsic in. @throws ExhaustsResources  the block cannot take it */
export function occupyBlock(ctx: Ctx, info: DispatchInfo, length: number): void {
  const { blockWeight, allExtrinsicsLen } = ctx.storage.system
  const key = classKey(info)
  const limits = BLOCK_WEIGHTS.perClass[key]
  const own = addWeights(addWeights(info.weight, limits.baseExtrinsic), {
    refTime: 0n,
    proofSize: BigInt(length),
  })
  const before = blockWeight.get()
  const after = { ...before, [key]: addWeights(before[key], own) }
  if (limits.maxTotal !== undefined && exceeds(after[key], limits.maxTotal)) {
    throw invalid('ExhaustsResources')
  }
  const total = addWeights(addWeights(after.normal, after.operational), after.mandatory)
  const isFull = exceeds(total, BLOCK_WEIGHTS.maxBlock)
  if (isFull && limits.reserved !== undefined && exceeds(after[key], limits.reserved)) {
    throw invalid('ExhaustsResources')
  }
  blockWeight.set(after)
  allExtrinsicsLen.set((allExtrinsicsLen.get() ?? 0) + length)
}

/** Gives back what a dispatched extrinsic declared and did not use. */
export function returnUnspent(ctx: Ctx, info: DispatchInfo, used: DispatchWeight): void {
  const { blockWeight } = ctx.storage.system
  const refTime = info.weight.refTime - used.refTime
  const proofSize = info.weight.proofSize - used.proofSize
  if (refTime === 0n && proofSize === 0n) return
  const before = blockWeight.get()
  const key = classKey(info)
  blockWeight.set({
    ...before,
    [key]: {
      refTime: before[key].refTime - refTime,
      proofSize: before[key].proofSize - proofSize,
    },
  })
}

function exceeds(weight: DispatchWeight, limit: DispatchWeight): boolean {
  return weight.refTime > limit.refTime || weight.proofSize > limit.proofSize
}
