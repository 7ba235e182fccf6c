/**
 * Lowering the number of neurons: those with least emission leave, the rest move up. Owner's and
 * young neurons stay.
 *
 * Source: ../shared/spec/subnets.md section 8.3 (subtensor `subnets/uids.rs`).
 *
 * @module
 */
import { U16Pairs } from '../../../../frame/u16-pairs.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { subnetExists } from '../subnets/lookup.ts'
import { isImmune, type PruneCandidate, pruneCandidates, pruneRules } from './prune.ts'
import { mechanismIndices, removeServing } from './slots.ts'

/** More immune neurons than this share of the new size and nothing is trimmed. */
const IMMUNE_PERCENT_MAX = 80

export function trimNeurons(ctx: Ctx, netuid: number, maxN: number): void {
  const s = ctx.storage.subtensor
  if (!subnetExists(ctx, netuid)) throw errors.SubnetNotExists
  if (maxN < s.minAllowedUids.get(netuid) || maxN > s.maxAllowedUids.get(netuid)) {
    throw errors.InvalidValue
  }
  s.maxAllowedUids.set(netuid, maxN)
  if (s.subnetworkN.get(netuid) <= maxN) return

  const rules = pruneRules(ctx, netuid)
  const candidates = pruneCandidates(ctx, netuid)
  const spared = (candidate: PruneCandidate) =>
    rules.immortal.has(candidate.uid) || isImmune(candidate.registeredAt, rules)
  const removed = pickNeuronsToTrim(candidates, spared, maxN)
  for (const uid of removed) removeNeuron(ctx, netuid, uid)
  const kept = candidates.map(({ uid }) => uid).filter((uid) => !removed.has(uid))
  renumber(ctx, netuid, kept)
  s.subnetworkN.set(netuid, maxN)
}

/** @throws TrimmingWouldExceedMaxImmunePercentage  too many may not go */
export function pickNeuronsToTrim(
  candidates: readonly PruneCandidate[],
  spared: (candidate: PruneCandidate) => boolean,
  maxN: number,
): Set<number> {
  const immune = candidates.filter(spared).length
  if (immune > maxN || Math.floor((100 * immune) / maxN) >= IMMUNE_PERCENT_MAX) {
    throw errors.TrimmingWouldExceedMaxImmunePercentage
  }
  const byEmission = candidates.toSorted((a, b) =>
    a.emission === b.emission ? 0 : a.emission > b.emission ? -1 : 1,
  )
  const removed = new Set<number>()
  for (const candidate of byEmission.toReversed()) {
    if (candidates.length - removed.size <= maxN) break
    if (!spared(candidate)) removed.add(candidate.uid)
  }
  return removed
}

function removeNeuron(ctx: Ctx, netuid: number, uid: number): void {
  const s = ctx.storage.subtensor
  const hotkey = s.keys.get(netuid, uid)
  s.uids.remove(netuid, hotkey)
  s.isNetworkMember.remove(hotkey, netuid)
  s.lastHotkeyEmissionOnNetuid.remove(hotkey, netuid)
  s.alphaDividendsPerSubnet.remove(netuid, hotkey)
  removeServing(ctx, netuid, hotkey)
  s.keys.remove(netuid, uid)
  s.blockAtRegistration.remove(netuid, uid)
  s.associatedEvmAddress.remove(netuid, uid)
  for (const index of mechanismIndices(ctx, netuid)) {
    s.weights.remove(index, uid)
    s.bonds.remove(index, uid)
  }
}

/** @param kept  old uids, ascending; their places are the new ones */
function renumber(ctx: Ctx, netuid: number, kept: readonly number[]): void {
  const s = ctx.storage.subtensor
  const pick = <T>(vector: readonly T[], missing: T): T[] =>
    kept.map((uid) => vector[uid] ?? missing)
  s.emission.set(netuid, pick(s.emission.get(netuid), 0n))
  s.active.set(netuid, pick(s.active.get(netuid), false))
  s.consensus.set(netuid, pick(s.consensus.get(netuid), 0))
  s.dividends.set(netuid, pick(s.dividends.get(netuid), 0))
  s.validatorTrust.set(netuid, pick(s.validatorTrust.get(netuid), 0))
  s.validatorPermit.set(netuid, pick(s.validatorPermit.get(netuid), false))
  s.stakeWeight.set(netuid, pick(s.stakeWeight.get(netuid), 0))
  moveNeurons(ctx, netuid, kept)
  for (const index of mechanismIndices(ctx, netuid)) {
    s.incentive.set(index, pick(s.incentive.get(index), 0))
    s.lastUpdate.set(index, pick(s.lastUpdate.get(index), 0n))
    moveRows(ctx.storage.subtensor.weights, index, kept)
    moveRows(ctx.storage.subtensor.bonds, index, kept)
  }
}

/** A neuron only ever moves down, so its new place is free when its turn comes. */
function moveNeurons(ctx: Ctx, netuid: number, kept: readonly number[]): void {
  const s = ctx.storage.subtensor
  for (const [uid, old] of kept.entries()) {
    const hotkey = s.keys.get(netuid, old)
    s.uids.set(netuid, hotkey, uid)
    if (uid === old) continue
    s.keys.set(netuid, uid, s.keys.take(netuid, old))
    s.blockAtRegistration.set(netuid, uid, s.blockAtRegistration.take(netuid, old))
    const evm = s.associatedEvmAddress.take(netuid, old)
    if (evm !== undefined) s.associatedEvmAddress.set(netuid, uid, evm)
  }
}

type Rows = Ctx['storage']['subtensor']['weights']

/** Rows move and name the new uids; afterwards every neuron has one, if empty. */
function moveRows(rows: Rows, index: number, kept: readonly number[]): void {
  const places = new Map(kept.map((old, uid) => [old, uid]))
  for (const [uid, old] of kept.entries()) {
    const row = old === uid ? rows.get(index, old) : rows.take(index, old)
    const moved: [number, number][] = []
    for (const [target, value] of row) {
      const place = places.get(target)
      if (place !== undefined) moved.push([place, value])
    }
    rows.set(index, uid, U16Pairs.of(moved))
  }
}
