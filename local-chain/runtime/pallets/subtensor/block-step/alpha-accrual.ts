/**
 * Coinbase 7.4: new alpha is created and set aside for the next epoch: owner, servers, validators,
 * root.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.4 (subtensor `coinbase/run_coinbase.rs`). Floors
 * lose up to four rao per block and subnet, which stay in AlphaOut.
 *
 * @module
 */
import { U96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { alphaIssuance, mintAlphaOut, recycleSubnetAlpha } from '../alpha.ts'
import type { SubnetTerms } from './subnet-terms.ts'
import { rootProportion, weightedRootTao } from './subnet-terms.ts'

const U16_MAX = 65_535n

/** How a block's alpha is set aside, rao. */
export interface AccruedAlpha {
  readonly owner: bigint
  readonly server: bigint
  readonly validator: bigint
  readonly root: bigint
}

/** A part of u16::MAX as a fraction. */
export function proportionOfU16(part: number): U96F32 {
  return ((BigInt(part) << 32n) / U16_MAX) as U96F32
}

/**
 * Divides the alpha of one block.
 *
 * @param alphaOut   new alpha, already minted
 * @param ownerCut   0 where the subnet has its owner cut disabled
 * @param root       root's proportion in the subnet
 */
export function accrueAlpha(alphaOut: U96F32, ownerCut: U96F32, root: U96F32): AccruedAlpha {
  const owner = U96F32.saturatingMul(alphaOut, ownerCut)
  const rest = U96F32.saturatingSub(alphaOut, owner)
  const server: bigint = rest >> 1n
  const rootPart: bigint = ((root * rest) >> 32n) >> 1n
  const validators: bigint = rest - server
  const validator = validators > rootPart ? validators - rootPart : 0n
  return {
    owner: U96F32.toU64(owner),
    server: server >> 32n,
    validator: validator >> 32n,
    root: rootPart >> 32n,
  }
}

/**
 * For every emitting subnet.
 *
 * @param sellsRoot  whether root's part is kept for root; otherwise it is recycled at once
 */
export function accrueAlphaOut(
  ctx: Ctx,
  emitting: readonly number[],
  terms: readonly SubnetTerms[],
  sellsRoot: boolean,
): void {
  const { ownerCutEnabled, subnetAlphaOutEmission, subnetOwnerCut } = ctx.storage.subtensor
  const { pendingOwnerCut, pendingRootAlphaDivs, pendingServerEmission, pendingValidatorEmission } =
    ctx.storage.subtensor
  const cut = proportionOfU16(subnetOwnerCut.get())
  const weightedRoot = weightedRootTao(ctx)
  for (let i = 0; i < emitting.length; i++) {
    const netuid = emitting[i] as number
    const { alphaOut } = terms[i] as SubnetTerms
    const minted = U96F32.toU64(alphaOut)
    subnetAlphaOutEmission.set(netuid, minted)
    mintAlphaOut(ctx, netuid, minted)

    const takesCut = ownerCutEnabled.get(netuid)
    const proportion = rootProportion(weightedRoot, alphaIssuance(ctx, netuid))
    const accrued = accrueAlpha(alphaOut, takesCut ? cut : U96F32.zero, proportion)
    if (takesCut) {
      pendingOwnerCut.set(netuid, saturatingAddU64(pendingOwnerCut.get(netuid), accrued.owner))
    }
    const server = saturatingAddU64(pendingServerEmission.get(netuid), accrued.server)
    pendingServerEmission.set(netuid, server)
    const validator = saturatingAddU64(pendingValidatorEmission.get(netuid), accrued.validator)
    pendingValidatorEmission.set(netuid, validator)
    if (sellsRoot) {
      const root = saturatingAddU64(pendingRootAlphaDivs.get(netuid), accrued.root)
      pendingRootAlphaDivs.set(netuid, root)
    } else recycleSubnetAlpha(ctx, netuid, accrued.root)
  }
}
