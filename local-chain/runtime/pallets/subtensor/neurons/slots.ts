/**
 * Neurons come and go: a new one takes the next uid, or the slot of one that is pruned.
 *
 * Bonds of others that point to a replaced uid stay; weights that point to it become 0. Stake,
 * children and commits of the old hotkey are not touched.
 *
 * Source: ../shared/spec/subnets.md section 8.1 (subtensor `subnets/uids.rs`).
 *
 * @module
 */

import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { U16Pairs } from '../../../../frame/u16-pairs.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { mechanismIndex } from '../subnets/lookup.ts'
import { neuronToPrune } from './prune.ts'
import { padded, withElement } from './vectors.ts'

/**
 * Gives a hotkey a uid: the next one, or a pruned neuron's. Does not look at price or permission.
 *
 * @throws NoNeuronIdAvailable  the subnet takes nobody, or is full and protects everyone in it
 */
export function registerNeuron(ctx: Ctx, netuid: number, hotkey: AccountId): number {
  const uid = freeUid(ctx, netuid)
  const n = ctx.storage.subtensor.subnetworkN.get(netuid)
  if (uid === n) appendNeuron(ctx, netuid, hotkey)
  else replaceNeuron(ctx, netuid, uid, hotkey)
  return uid
}

/** The uid that the next registration takes. @throws NoNeuronIdAvailable */
export function freeUid(ctx: Ctx, netuid: number): number {
  const { maxAllowedUids, subnetworkN } = ctx.storage.subtensor
  const max = maxAllowedUids.get(netuid)
  const n = subnetworkN.get(netuid)
  if (max === 0) throw errors.NoNeuronIdAvailable
  if (n < max) return n
  const pruned = neuronToPrune(ctx, netuid)
  if (pruned === undefined) throw errors.NoNeuronIdAvailable
  return pruned
}

/** Adds a neuron behind the last. */
export function appendNeuron(ctx: Ctx, netuid: number, hotkey: AccountId): void {
  const s = ctx.storage.subtensor
  const uid = s.subnetworkN.get(netuid)
  const n = uid + 1
  s.subnetworkN.set(netuid, n)
  s.active.set(netuid, [...s.active.get(netuid), true])
  s.emission.set(netuid, [...s.emission.get(netuid), 0n])
  s.consensus.set(netuid, [...s.consensus.get(netuid), 0])
  s.dividends.set(netuid, [...s.dividends.get(netuid), 0])
  s.validatorTrust.set(netuid, [...s.validatorTrust.get(netuid), 0])
  s.validatorPermit.set(netuid, [...s.validatorPermit.get(netuid), false])
  for (const index of mechanismIndices(ctx, netuid)) {
    s.incentive.set(index, [...s.incentive.get(index), 0])
    touchLastUpdate(ctx, { index, uid, n })
  }
  placeHotkey(ctx, netuid, uid, hotkey)
}

/**
 * Gives a neuron's slot to another hotkey. The subnet owner's own hotkey stays: then nothing happens
 * and nobody is told.
 */
export function replaceNeuron(ctx: Ctx, netuid: number, uid: number, hotkey: AccountId): void {
  const s = ctx.storage.subtensor
  const old = s.keys.get(netuid, uid)
  if (s.subnetOwnerHotkey.exists(netuid) && s.subnetOwnerHotkey.get(netuid) === old) return

  clearNeuron(ctx, netuid, uid)
  s.uids.remove(netuid, old)
  s.isNetworkMember.remove(old, netuid)
  s.associatedEvmAddress.remove(netuid, uid)
  removeServing(ctx, netuid, old)
  s.active.set(netuid, withElement(s.active.get(netuid), uid, true))
  const n = s.subnetworkN.get(netuid)
  for (const index of mechanismIndices(ctx, netuid)) touchLastUpdate(ctx, { index, uid, n })
  placeHotkey(ctx, netuid, uid, hotkey)
}

/** Forgets what a slot earned and said. */
function clearNeuron(ctx: Ctx, netuid: number, uid: number): void {
  const s = ctx.storage.subtensor
  s.emission.set(netuid, withElement(s.emission.get(netuid), uid, 0n))
  s.consensus.set(netuid, withElement(s.consensus.get(netuid), uid, 0))
  s.dividends.set(netuid, withElement(s.dividends.get(netuid), uid, 0))
  s.validatorTrust.set(netuid, withElement(s.validatorTrust.get(netuid), uid, 0))
  s.validatorPermit.set(netuid, withElement(s.validatorPermit.get(netuid), uid, false))
  s.stakeWeight.set(netuid, withElement(s.stakeWeight.get(netuid), uid, 0))
  for (const index of mechanismIndices(ctx, netuid)) {
    s.incentive.set(index, withElement(s.incentive.get(index), uid, 0))
    s.bonds.remove(index, uid)
    s.weights.remove(index, uid)
    for (const [from, row] of s.weights.entriesOf(index)) {
      const pairs = [...row]
      if (!pairs.some(([target, weight]) => target === uid && weight !== 0)) continue
      s.weights.set(
        index,
        from,
        U16Pairs.of(pairs.map(([target, weight]) => [target, target === uid ? 0 : weight])),
      )
    }
  }
}

/** What a hotkey announced about itself on a subnet. */
export function removeServing(ctx: Ctx, netuid: number, hotkey: AccountId): void {
  const { axons, neuronCertificates, prometheus } = ctx.storage.subtensor
  axons.remove(netuid, hotkey)
  neuronCertificates.remove(netuid, hotkey)
  prometheus.remove(netuid, hotkey)
}

function placeHotkey(ctx: Ctx, netuid: number, uid: number, hotkey: AccountId): void {
  const s = ctx.storage.subtensor
  s.keys.set(netuid, uid, hotkey)
  s.uids.set(netuid, hotkey, uid)
  s.blockAtRegistration.set(netuid, uid, BigInt(ctx.blockNumber))
  s.isNetworkMember.set(hotkey, netuid, true)
}

/** Storage indices of all the subnet's mechanisms. */
export function mechanismIndices(ctx: Ctx, netuid: number): number[] {
  const count = ctx.storage.subtensor.mechanismCountCurrent.get(netuid)
  return Array.from({ length: count }, (_, mecid) => mechanismIndex(netuid, mecid))
}

/** Notes that a neuron acted now; the vector first grows to one entry per neuron. */
export function touchLastUpdate(
  ctx: Ctx,
  neuron: { readonly index: number; readonly uid: number; readonly n: number },
): void {
  const { lastUpdate } = ctx.storage.subtensor
  const vector = padded(lastUpdate.get(neuron.index), neuron.n, 0n)
  lastUpdate.set(neuron.index, withElement(vector, neuron.uid, BigInt(ctx.blockNumber)))
}
