/**
 * Which neuron makes room in a full subnet: lowest emission, then oldest registration, then lowest
 * uid. Young neurons are immune while enough others are not; the owner's are always.
 *
 * Source: ../shared/spec/subnets.md section 8.2 (subtensor `subnets/registration.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'

/** What is looked at of one neuron. */
export interface PruneCandidate {
  readonly uid: number
  readonly emission: bigint
  readonly registeredAt: bigint
}

export interface PruneRules {
  /** Uids that are never pruned. */
  readonly immortal: ReadonlySet<number>
  readonly immunityPeriod: bigint
  readonly minNonImmune: number
  readonly now: bigint
}

export function isImmune(registeredAt: bigint, rules: PruneRules): boolean {
  const age = rules.now > registeredAt ? rules.now - registeredAt : 0n
  return age < rules.immunityPeriod
}

/** @param candidates  in uid order @returns undefined when nobody may go */
export function pickNeuronToPrune(
  candidates: readonly PruneCandidate[],
  rules: PruneRules,
): number | undefined {
  let free = 0
  let mortal: PruneCandidate | undefined
  let immune: PruneCandidate | undefined
  for (const candidate of candidates) {
    if (rules.immortal.has(candidate.uid)) continue
    if (isImmune(candidate.registeredAt, rules)) {
      if (immune === undefined || goesBefore(candidate, immune)) immune = candidate
    } else {
      free++
      if (mortal === undefined || goesBefore(candidate, mortal)) mortal = candidate
    }
  }
  return free > rules.minNonImmune && mortal !== undefined ? mortal.uid : immune?.uid
}

function goesBefore(a: PruneCandidate, b: PruneCandidate): boolean {
  if (a.emission !== b.emission) return a.emission < b.emission
  if (a.registeredAt !== b.registeredAt) return a.registeredAt < b.registeredAt
  return a.uid < b.uid
}

export function pruneRules(ctx: Ctx, netuid: number): PruneRules {
  const s = ctx.storage.subtensor
  return {
    immortal: new Set(ownerUids(ctx, netuid)),
    immunityPeriod: BigInt(s.immunityPeriod.get(netuid)),
    minNonImmune: s.minNonImmuneUids.get(netuid),
    now: BigInt(ctx.blockNumber),
  }
}

export function neuronToPrune(ctx: Ctx, netuid: number): number | undefined {
  return pickNeuronToPrune(pruneCandidates(ctx, netuid), pruneRules(ctx, netuid))
}

export function pruneCandidates(ctx: Ctx, netuid: number): PruneCandidate[] {
  const s = ctx.storage.subtensor
  const emission = s.emission.get(netuid)
  return Array.from({ length: s.subnetworkN.get(netuid) }, (_, uid) => ({
    uid,
    emission: emission[uid] ?? 0n,
    registeredAt: s.blockAtRegistration.get(netuid, uid),
  }))
}

/** Uids of the owner's hotkeys that pruning spares: the declared one first, then the oldest. */
export function ownerUids(ctx: Ctx, netuid: number): number[] {
  const s = ctx.storage.subtensor
  const limit = s.immuneOwnerUidsLimit.get(netuid)
  const uidOf = (hotkey: AccountId) => s.uids.get(netuid, hotkey)
  const uids = s.ownedHotkeys
    .get(s.subnetOwner.get(netuid))
    .map(uidOf)
    .filter((uid) => uid !== undefined)
    .map((uid) => ({ uid, registeredAt: s.blockAtRegistration.get(netuid, uid) }))
    .sort((a, b) =>
      a.registeredAt === b.registeredAt ? a.uid - b.uid : a.registeredAt < b.registeredAt ? -1 : 1,
    )
    .map(({ uid }) => uid)
    .slice(0, limit)
  const declared = s.subnetOwnerHotkey.exists(netuid)
    ? uidOf(s.subnetOwnerHotkey.get(netuid))
    : undefined
  if (declared === undefined || uids.includes(declared)) return uids
  return [declared, ...uids].slice(0, limit)
}
