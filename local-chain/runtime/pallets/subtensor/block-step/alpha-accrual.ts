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
interface AccruedAlpha {
  readonly owner: bigint
  readonly server: bigint
  readonly validator: bigint
  readonly root: bigint
}

/** A part of u16::MAX as a fraction. */
export function proportionOfU16(part: number): U96F32 {
  return ((BigInt(part) << 32n) / U16_MAX) as U96F32
}

/** What does not depend on root: the same for all subnets of an emission and an owner cut. */
interface AlphaDivision {
  readonly alphaOut: U96F32
  readonly ownerCut: U96F32
  readonly owner: bigint
  readonly rest: U96F32
  readonly server: bigint
}

/** @param ownerCut  0 where the subnet has its owner cut disabled */
function divideAlpha(alphaOut: U96F32, ownerCut: U96F32): AlphaDivision {
  const owner = U96F32.saturatingMul(alphaOut, ownerCut)
  const rest = U96F32.saturatingSub(alphaOut, owner)
  return { alphaOut, ownerCut, owner: U96F32.toU64(owner), rest, server: rest >> 1n }
}

/** The four pots of one block, root's at its proportion in the subnet. */
function accrueAlpha({ owner, rest, server }: AlphaDivision, root: U96F32): AccruedAlpha {
  const rootPart: bigint = root === 0n ? 0n : (root * rest) >> 33n
  const validators: bigint = rest - server
  const validator = validators > rootPart ? validators - rootPart : 0n
  return { owner, server: server >> 32n, validator: validator >> 32n, root: rootPart >> 32n }
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
  let division = divideAlpha(U96F32.zero, cut)
  for (let i = 0; i < emitting.length; i++) {
    const netuid = emitting[i] as number
    const { alphaOut } = terms[i] as SubnetTerms
    const minted = U96F32.toU64(alphaOut)
    subnetAlphaOutEmission.set(netuid, minted)
    mintAlphaOut(ctx, netuid, minted)

    const takesCut = ownerCutEnabled.get(netuid)
    const ownerCut = takesCut ? cut : U96F32.zero
    if (division.alphaOut !== alphaOut || division.ownerCut !== ownerCut) {
      division = divideAlpha(alphaOut, ownerCut)
    }
    const proportion =
      weightedRoot === 0n ? U96F32.zero : rootProportion(weightedRoot, alphaIssuance(ctx, netuid))
    const accrued = accrueAlpha(division, proportion)
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
