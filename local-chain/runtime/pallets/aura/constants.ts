/**
 * Constants of Aura that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import type { ProfileName } from '../../../frame/profile.ts'
import { u64 } from '../../../frame/types/primitives.ts'

/** Milliseconds of a slot, which is the time of one block. */
export function slotDuration(profile: ProfileName): bigint {
  return profile === 'fast' ? 250n : 12_000n
}

export const constants = {
  slotDuration: constant(u64, slotDuration),
}
