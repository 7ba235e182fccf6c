/**
 * Conviction of hotkeys on a subnet: the sums of locks on them, rolled to this block.
 *
 * Source: ../shared/spec/staking.md section 14 "Ownership change" (staking/lock.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { type LockState, type LockTerms, rollLock } from './lock-math.ts'

/** Rolls a bucket by the kind of map that it lies in. */
export function bucketTerms(
  ctx: Ctx,
  kind: { readonly isOwner: boolean; readonly isPerpetual: boolean },
): LockTerms {
  return {
    now: BigInt(ctx.blockNumber),
    unlockRate: ctx.storage.subtensor.unlockRate.get(),
    maturityRate: ctx.storage.subtensor.maturityRate.get(),
    ...kind,
  }
}

/** Conviction by hotkey, ascending by account. The owner's buckets count for the owner hotkey. */
export function hotkeyConvictions(
  ctx: Ctx,
  netuid: number,
): (readonly [hotkey: AccountId, conviction: U64F64])[] {
  const s = ctx.storage.subtensor
  const found = new Map<AccountId, U64F64>()
  const add = (hotkey: AccountId, bucket: LockState | undefined, terms: LockTerms): void => {
    if (bucket === undefined) return
    const conviction = rollLock(bucket, terms).conviction as U64F64
    found.set(hotkey, U64F64.saturatingAdd(found.get(hotkey) ?? U64F64.zero, conviction))
  }
  for (const isPerpetual of [true, false]) {
    const terms = bucketTerms(ctx, { isOwner: false, isPerpetual })
    const map = isPerpetual ? s.hotkeyLock : s.decayingHotkeyLock
    for (const [hotkey, bucket] of map.entriesOf(netuid)) add(hotkey, bucket, terms)
    const owned = (isPerpetual ? s.ownerLock : s.decayingOwnerLock).get(netuid)
    const ownerTerms = bucketTerms(ctx, { isOwner: true, isPerpetual })
    add(s.subnetOwnerHotkey.get(netuid), owned, ownerTerms)
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}
