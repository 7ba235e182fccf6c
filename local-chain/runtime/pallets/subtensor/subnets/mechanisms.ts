/**
 * How many mechanisms a subnet has and how they share its emission.
 *
 * Source: ../shared/spec/subnets.md section 13 (subtensor `subnets/mechanism.rs`).
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { mechanismIndex, subnetExists } from './lookup.ts'

/** Mechanism ids fit four bits of a storage index. */
const MECHANISMS_MAX = 16
/** Neurons over all mechanisms of a subnet. */
const UIDS_MAX = 256
const WHOLE = 0xffff

/** A count that stays the same writes nothing; any change ends a split of emission. */
export function setMechanismCount(ctx: Ctx, netuid: number, count: number): void {
  const s = ctx.storage.subtensor
  if (!subnetExists(ctx, netuid)) throw errors.MechanismDoesNotExist
  if (count === 0 || count > s.maxMechanismCount.get()) throw errors.InvalidValue
  if (s.maxAllowedUids.get(netuid) * count > UIDS_MAX) throw errors.TooManyUIDsPerMechanism
  if (count > MECHANISMS_MAX) throw errors.InvalidValue
  const before = s.mechanismCountCurrent.get(netuid)
  if (count === before) return
  for (let mecid = count; mecid < before; mecid++)
    clearMechanism(ctx, mechanismIndex(netuid, mecid))
  s.mechanismCountCurrent.set(netuid, count)
  s.mechanismEmissionSplit.remove(netuid)
}

function clearMechanism(ctx: Ctx, index: number): void {
  const s = ctx.storage.subtensor
  s.weights.clearOf(index)
  s.incentive.remove(index)
  s.lastUpdate.remove(index)
  s.bonds.clearOf(index)
  s.weightCommits.clearOf(index)
  s.timelockedWeightCommits.clearOf(index)
}

/** @param split  parts that sum to 65535, one per mechanism at most; undefined divides evenly */
export function setEmissionSplit(
  ctx: Ctx,
  netuid: number,
  split: readonly number[] | undefined,
): void {
  const { mechanismCountCurrent, mechanismEmissionSplit } = ctx.storage.subtensor
  if (!subnetExists(ctx, netuid)) throw errors.MechanismDoesNotExist
  if (split === undefined) {
    mechanismEmissionSplit.remove(netuid)
    return
  }
  const sum = split.reduce((total, part) => total + part, 0)
  const fits = split.length > 0 && split.length <= mechanismCountCurrent.get(netuid)
  if (!fits || sum !== WHOLE) throw errors.InvalidValue
  mechanismEmissionSplit.set(netuid, split)
}
