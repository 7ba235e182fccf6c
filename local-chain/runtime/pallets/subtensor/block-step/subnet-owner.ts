/**
 * Coinbase 7.6, last step of a drain: a subnet of more than a year whose alpha is locked in enough
 * conviction goes to the owner of the hotkey that holds most of it.
 *
 * Source: ../shared/spec/staking.md section 14 "Ownership change", block-pipeline.md section 7.6
 * (subtensor `staking/lock.rs` `change_subnet_owner_if_needed`).
 *
 * @module
 */
import { type AccountId, ZERO_ACCOUNT } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'
import { registerNeuron } from '../neurons/slots.ts'
import { bucketTerms, hotkeyConvictions } from '../staking/convictions.ts'
import { addLocks, type LockState, rollLock } from '../staking/lock-math.ts'
import { bucketOf, writeBucket } from '../staking/locks.ts'
import { isRegistered } from '../subnets/lookup.ts'

/** 365 days and half an hour of 12-second blocks. */
const AGE_MIN = 2_629_800n
/** Conviction must be at least one part in so many of the outstanding alpha. */
const CONVICTION_PARTS = 10n

export function changeSubnetOwnerIfNeeded(ctx: Ctx, netuid: number): void {
  const { networkRegisteredAt, owner, subnetAlphaOut, subnetOwner } = ctx.storage.subtensor
  const outstanding = subnetAlphaOut.get(netuid)
  if (outstanding === 0n) return
  if (BigInt(ctx.blockNumber) < networkRegisteredAt.get(netuid) + AGE_MIN) return

  const convictions = hotkeyConvictions(ctx, netuid)
  let total: bigint = 0n
  let king: AccountId | undefined
  let greatest = U64F64.zero
  for (const [hotkey, conviction] of convictions) {
    total += conviction
    if (conviction >= greatest) {
      king = hotkey
      greatest = conviction
    }
  }
  if (king === undefined || total * CONVICTION_PARTS < U64F64.fromNum(outstanding)) return
  const coldkey = owner.get(king)
  const before = subnetOwner.get(netuid)
  if (coldkey === ZERO_ACCOUNT || coldkey === before) return
  if (!isRegistered(ctx, netuid, king) && !tryRegister(ctx, netuid, king)) return

  moveOwnerLocks(ctx, netuid, king)
  subnetOwner.set(netuid, coldkey)
  ctx.storage.subtensor.subnetOwnerHotkey.set(netuid, king)
  ctx.emit(events.SubnetOwnerChanged, { netuid, oldColdkey: before, newColdkey: coldkey })
}

/** @returns false where the subnet has no place for the hotkey */
function tryRegister(ctx: Ctx, netuid: number, hotkey: AccountId): boolean {
  try {
    ctx.transaction(() => registerNeuron(ctx, netuid, hotkey))
    return true
  } catch (error) {
    if (error instanceof DispatchFailure) return false
    throw error
  }
}

/** The old owner's locks become ordinary ones, the king's become the owner's. */
function moveOwnerLocks(ctx: Ctx, netuid: number, king: AccountId): void {
  const old = ctx.storage.subtensor.subnetOwnerHotkey.get(netuid)
  for (const isPerpetual of [true, false]) {
    const ordinary = bucketTerms(ctx, { isOwner: false, isPerpetual })
    const owners = bucketTerms(ctx, { isOwner: true, isPerpetual })
    const ofOwner = rollLock(bucketOf(ctx, netuid, old, owners), owners)
    const ofOld = rollLock(bucketOf(ctx, netuid, old, ordinary), ordinary)
    writeBucket(ctx, netuid, old, ordinary, addLocks(ofOld, ofOwner))

    const ofKing = rollLock(bucketOf(ctx, netuid, king, ordinary), ordinary)
    const none: LockState = { lockedMass: 0n, conviction: 0n, lastUpdate: ordinary.now }
    writeBucket(ctx, netuid, king, ordinary, none)
    const conviction = U64F64.fromNum(ofKing.lockedMass)
    writeBucket(ctx, netuid, king, owners, { ...ofKing, conviction })
  }
}
