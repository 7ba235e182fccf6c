/**
 * Which subnet makes room for a new one: the lowest moving price among those past their immunity.
 *
 * Source: ../shared/spec/subnets.md section 3.1 (subtensor `coinbase/root.rs`).
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { ROOT_NETUID } from './lookup.ts'

export interface SubnetCandidate {
  readonly netuid: number
  readonly registeredAt: bigint
  /** I96F32 bits. */
  readonly price: bigint
}

/** A subnet without a price curve is worth 1 TAO per alpha. */
const STABLE_PRICE = 1n << 32n

/** Ties go to the older subnet, then to the first in key order. */
export function pickSubnetToPrune(
  candidates: readonly SubnetCandidate[],
  now: bigint,
  immunityPeriod: bigint,
): number | undefined {
  let worst: SubnetCandidate | undefined
  for (const candidate of candidates) {
    if (now < saturatingAddU64(candidate.registeredAt, immunityPeriod)) continue
    if (
      worst === undefined ||
      candidate.price < worst.price ||
      (candidate.price === worst.price && candidate.registeredAt < worst.registeredAt)
    ) {
      worst = candidate
    }
  }
  return worst?.netuid
}

/** @returns undefined while every subnet is immune */
export function subnetToPrune(ctx: Ctx): number | undefined {
  const s = ctx.storage.subtensor
  const candidates: SubnetCandidate[] = []
  for (const [netuid, added] of s.networksAdded.entries()) {
    if (!added || netuid === ROOT_NETUID) continue
    const moving = s.subnetMovingPrice.get(netuid)
    const price = s.subnetMechanism.get(netuid) === 0 ? STABLE_PRICE : moving < 0n ? 0n : moving
    candidates.push({ netuid, registeredAt: s.networkRegisteredAt.get(netuid), price })
  }
  return pickSubnetToPrune(candidates, BigInt(ctx.blockNumber), s.networkImmunityPeriod.get())
}
