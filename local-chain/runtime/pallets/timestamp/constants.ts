/**
 * Constants of Timestamp that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import type { ProfileName } from '../../../frame/profile.ts'
import { u64 } from '../../../frame/types/primitives.ts'
import { slotDuration } from '../aura/constants.ts'

/** Fewest milliseconds between two blocks. */
export function minimumPeriod(profile: ProfileName): bigint {
  return slotDuration(profile) / 2n
}

export const constants = {
  minimumPeriod: constant(u64, minimumPeriod),
}
