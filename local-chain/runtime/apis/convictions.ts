/**
 * Conviction behind hotkeys: the sums that locks are gathered in, brought up to the present.
 *
 * Source: ../shared/spec/staking.md section 14 (subtensor `staking/lock.rs`), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../src/primitives/account-id.ts'
import { U64F64 } from '../../frame/fixed/index.ts'
import type { Ctx } from '../context.ts'
import { type LockState, rollLock } from '../pallets/subtensor/staking/lock-math.ts'

function conviction(
  ctx: Ctx,
  lock: LockState | undefined,
  kind: { readonly isOwner: boolean; readonly isPerpetual: boolean },
): U64F64 {
  if (lock === undefined) return U64F64.zero
  const { maturityRate, unlockRate } = ctx.storage.subtensor
  const terms = {
    ...kind,
    now: BigInt(ctx.blockNumber),
    unlockRate: unlockRate.get(),
    maturityRate: maturityRate.get(),
  }
  return U64F64.fromBits(rollLock(lock, terms).conviction)
}

/** All conviction of a hotkey; the owner's sums count for the subnet owner's hotkey only. */
export function convictionOf(ctx: Ctx, netuid: number, hotkey: AccountId): U64F64 {
  const s = ctx.storage.subtensor
  const others = U64F64.saturatingAdd(
    conviction(ctx, s.hotkeyLock.get(netuid, hotkey), { isOwner: false, isPerpetual: true }),
    conviction(ctx, s.decayingHotkeyLock.get(netuid, hotkey), {
      isOwner: false,
      isPerpetual: false,
    }),
  )
  if (s.subnetOwnerHotkey.get(netuid) !== hotkey) return others
  const owner = U64F64.saturatingAdd(
    conviction(ctx, s.ownerLock.get(netuid), { isOwner: true, isPerpetual: true }),
    conviction(ctx, s.decayingOwnerLock.get(netuid), { isOwner: true, isPerpetual: false }),
  )
  return U64F64.saturatingAdd(others, owner)
}

/** Of equals the last by account; undefined where nobody locked anything. */
export function mostConvictedHotkey(ctx: Ctx, netuid: number): AccountId | undefined {
  const s = ctx.storage.subtensor
  const hotkeys = new Set([...s.hotkeyLock.keysOf(netuid), ...s.decayingHotkeyLock.keysOf(netuid)])
  if (s.ownerLock.exists(netuid) || s.decayingOwnerLock.exists(netuid)) {
    hotkeys.add(s.subnetOwnerHotkey.get(netuid))
  }
  let best: { readonly hotkey: AccountId; readonly conviction: U64F64 } | undefined
  for (const hotkey of [...hotkeys].sort()) {
    const own = convictionOf(ctx, netuid, hotkey)
    if (best === undefined || own >= best.conviction) best = { hotkey, conviction: own }
  }
  return best?.hotkey
}
