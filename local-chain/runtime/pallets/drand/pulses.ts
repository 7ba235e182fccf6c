/**
 * Pulses of the beacon in storage: what is taken in, and how many are kept.
 *
 * Source: ../shared/spec/drand-timelock.md section 2.
 *
 * @module
 */
import {
  type G2Point,
  isRoundSigned,
  parsePublicKey,
  parseSignature,
} from '../../../../src/primitives/timelock/beacon.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import type { pulse } from './types.ts'

export type Pulse = TypeOf<typeof pulse>

/** A week of rounds. */
const ROUNDS_KEPT = 216_000n
/** So that a long pause does not make one block slow. */
const PRUNED_PER_WRITE_MAX = 100

/**
 * Stores those pulses that the beacon signed; the others are passed over in silence. Gaps between
 * rounds are allowed. The randomness is taken as it is.
 *
 * @throws PulseVerificationError  the beacon's key or a signature is no point of its group
 * @throws InvalidRoundNumber  a signed round that is not later than the last one
 */
export function storePulses(ctx: Ctx, pulses: readonly Pulse[]): void {
  const s = ctx.storage.drand
  const publicKey = parsePublicKey(s.beaconConfig.get().publicKey)
  let last = s.lastStoredRound.get()
  const isFirst = last === 0n && s.oldestStoredRound.get() === 0n
  const rounds: bigint[] = []
  for (const pulse of pulses) {
    if (!isSigned(publicKey, pulse)) continue
    if (pulse.round <= last) throw errors.InvalidRoundNumber
    s.pulses.set(pulse.round, pulse)
    last = pulse.round
    rounds.push(pulse.round)
  }
  s.lastStoredRound.set(last)
  if (isFirst && rounds[0] !== undefined) s.oldestStoredRound.set(rounds[0])
  prune(ctx, last)
  s.nextUnsignedAt.set(ctx.blockNumber)
  if (rounds.length > 0) ctx.emit(events.NewPulse, { rounds })
}

/** @throws PulseVerificationError */
function isSigned(publicKey: G2Point | undefined, { round, signature: bytes }: Pulse): boolean {
  const signature = parseSignature(bytes)
  if (publicKey === undefined || signature === undefined) throw errors.PulseVerificationError
  return isRoundSigned({ publicKey, round, signature })
}

/** Forgets the oldest rounds, present or not. */
function prune(ctx: Ctx, last: bigint): void {
  const { oldestStoredRound, pulses } = ctx.storage.drand
  const first = oldestStoredRound.get()
  if (first === 0n) return
  let oldest = first
  for (let i = 0; i < PRUNED_PER_WRITE_MAX && last - oldest + 1n > ROUNDS_KEPT; i++) {
    pulses.remove(oldest)
    oldest += 1n
  }
  oldestStoredRound.set(oldest)
}
