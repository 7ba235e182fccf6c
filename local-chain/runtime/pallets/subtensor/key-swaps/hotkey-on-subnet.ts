/**
 * What a hotkey is and has on one subnet goes to its successor.
 *
 * Source: ../shared/spec/subnets.md section 10 "Per-subnet swap" (subtensor `swap/swap_hotkey.rs`).
 * Not moved, as on the chain: the uid's block of registration and EVM address, timelocked commits,
 * commitments.
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { mechanismIndices } from '../neurons/slots.ts'
import { setOwnerHotkey } from '../subnets/create.ts'
import type { DbCost } from './db-cost.ts'
import type { HotkeyPair } from './hotkey-locks.ts'
import { swapRelations } from './hotkey-relations.ts'
import { swapHotkeyStake } from './hotkey-stake.ts'

/** @throws InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency */
export function swapHotkeyOnSubnet(
  ctx: Ctx,
  pair: HotkeyPair,
  netuid: number,
  keepStake: boolean,
  cost: DbCost,
): void {
  const { childkeyTake, isNetworkMember } = ctx.storage.subtensor
  const { oldHotkey, newHotkey } = pair
  const isMember = isNetworkMember.take(oldHotkey, netuid)
  isNetworkMember.set(newHotkey, netuid, isMember)
  cost.add(1, 2)
  if (isMember) swapNeuron(ctx, pair, netuid, cost)
  if (childkeyTake.exists(oldHotkey, netuid)) {
    childkeyTake.set(newHotkey, netuid, childkeyTake.take(oldHotkey, netuid))
    cost.add(1, 2)
  }
  swapRelations(ctx, pair, netuid, cost)
  swapAutoStake(ctx, pair, netuid)
  swapOwnerHotkey(ctx, pair, netuid, cost)
  if (!keepStake) swapHotkeyStake(ctx, pair, netuid, cost)
}

/** The uid and what goes with it. */
function swapNeuron(
  ctx: Ctx,
  { oldHotkey, newHotkey }: HotkeyPair,
  netuid: number,
  cost: DbCost,
): void {
  const s = ctx.storage.subtensor
  const uid = s.uids.take(netuid, oldHotkey)
  if (uid !== undefined) {
    s.uids.set(netuid, newHotkey, uid)
    s.keys.set(netuid, uid, newHotkey)
    cost.add(1, 3)
  }
  const prometheus = s.prometheus.take(netuid, oldHotkey)
  if (prometheus !== undefined) {
    s.prometheus.set(netuid, newHotkey, prometheus)
    cost.add(1, 2)
  }
  const axon = s.axons.take(netuid, oldHotkey)
  if (axon !== undefined) {
    s.axons.set(netuid, newHotkey, axon)
    cost.add(1, 2)
  }
  for (const index of mechanismIndices(ctx, netuid)) {
    const commits = s.weightCommits.take(index, oldHotkey)
    if (commits === undefined) continue
    s.weightCommits.set(index, newHotkey, commits)
    cost.add(1, 2)
  }
  const loaded = s.loadedEmission.get(netuid)
  if (loaded !== undefined) {
    s.loadedEmission.set(
      netuid,
      loaded.map(([hotkey, ...rest]) => [hotkey === oldHotkey ? newHotkey : hotkey, ...rest]),
    )
    cost.add(1, 2)
  }
  const certificate = s.neuronCertificates.take(netuid, oldHotkey)
  if (certificate !== undefined) {
    s.neuronCertificates.set(netuid, newHotkey, certificate)
    cost.add(1, 2)
  }
}

/** Coldkeys whose dividends go to the old hotkey; the new one's own list is replaced. */
function swapAutoStake(ctx: Ctx, { oldHotkey, newHotkey }: HotkeyPair, netuid: number): void {
  const { autoStakeDestination, autoStakeDestinationColdkeys } = ctx.storage.subtensor
  if (!autoStakeDestinationColdkeys.exists(oldHotkey, netuid)) return
  const coldkeys = autoStakeDestinationColdkeys.take(oldHotkey, netuid)
  for (const coldkey of coldkeys) autoStakeDestination.set(coldkey, netuid, newHotkey)
  autoStakeDestinationColdkeys.set(newHotkey, netuid, coldkeys)
}

function swapOwnerHotkey(
  ctx: Ctx,
  { oldHotkey, newHotkey }: HotkeyPair,
  netuid: number,
  cost: DbCost,
): void {
  const { subnetOwnerHotkey } = ctx.storage.subtensor
  if (!subnetOwnerHotkey.exists(netuid)) return
  cost.add(1)
  if (subnetOwnerHotkey.get(netuid) !== oldHotkey) return
  setOwnerHotkey(ctx, netuid, newHotkey)
  cost.add(0, 1)
}
