/**
 * Taking a seat on the root network: free, but the least staked of a full root must have less stake.
 *
 * Anybody may register any hotkey: ownership is not checked.
 *
 * Source: ../shared/spec/subnets.md section 6 (subtensor `coinbase/root.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { createHotkeyIfUnknown } from '../hotkeys.ts'
import { isRegistered, ROOT_NETUID, subnetExists } from '../subnets/lookup.ts'
import { countRegistration } from './registration.ts'
import { appendNeuron, replaceNeuron } from './slots.ts'

const U16_MAX = 0xffff
/** 18 percent, the take of a new delegate. */
const DEFAULT_DELEGATE_TAKE = 11_796
/** Registrations of one interval, as a multiple of the target. */
const INTERVAL_FACTOR = 3

export function rootRegister(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  const s = ctx.storage.subtensor
  const root = ROOT_NETUID
  const thisInterval = s.registrationsThisInterval.get(root)
  if (s.registrationsThisBlock.get(root) >= s.maxRegistrationsPerBlock.get(root)) {
    throw errors.TooManyRegistrationsThisBlock
  }
  const target = s.targetRegistrationsPerInterval.get(root)
  if (thisInterval >= Math.min(target * INTERVAL_FACTOR, U16_MAX)) {
    throw errors.TooManyRegistrationsThisInterval
  }
  if (isRegistered(ctx, root, hotkey)) throw errors.HotKeyAlreadyRegisteredInSubNet
  createHotkeyIfUnknown(ctx, coldkey, hotkey)

  const uid = takeSeat(ctx, hotkey)
  if (!s.delegates.exists(hotkey)) s.delegates.set(hotkey, DEFAULT_DELEGATE_TAKE)
  countRegistration(ctx, root)
  s.registrationsThisInterval.set(root, Math.min(thisInterval + 1, U16_MAX))
  ctx.emit(events.NeuronRegistered, [root, uid, hotkey])
}

/** @throws RootNetworkDoesNotExist */
export function ensureRootNetwork(ctx: Ctx): void {
  if (!subnetExists(ctx, ROOT_NETUID)) throw errors.RootNetworkDoesNotExist
}

/** @throws StakeTooLowForRoot  every seat is taken by somebody with at least as much root stake */
function takeSeat(ctx: Ctx, hotkey: AccountId): number {
  const s = ctx.storage.subtensor
  const n = s.subnetworkN.get(ROOT_NETUID)
  if (n < s.maxAllowedUids.get(ROOT_NETUID)) {
    appendNeuron(ctx, ROOT_NETUID, hotkey)
    return n
  }
  const stakeOf = (key: AccountId) => s.totalHotkeyAlpha.get(key, ROOT_NETUID)
  let lowest: { uid: number; stake: bigint } | undefined
  for (const [uid, seated] of s.keys.entriesOf(ROOT_NETUID)) {
    const stake = stakeOf(seated)
    if (lowest === undefined || stake < lowest.stake) lowest = { uid, stake }
  }
  if (lowest === undefined || lowest.stake >= stakeOf(hotkey)) throw errors.StakeTooLowForRoot
  replaceNeuron(ctx, ROOT_NETUID, lowest.uid, hotkey)
  return lowest.uid
}
