/**
 * What time a block says it is.
 *
 * Time follows the block number, so that a chain is the same whenever it is played. Only a node that
 * makes blocks at the chain's own pace follows the wall clock, as a real one does.
 *
 * @module
 */
import type { ProfileName } from '../frame/profile.ts'

/** Milliseconds of an Aura slot, which is one block. */
export function slotDurationMs(profile: ProfileName): number {
  return profile === 'fast' ? 250 : 12_000
}

/** When blocks are made. */
export type BlockMode =
  /** One for each transaction, at once. */
  | { readonly type: 'instant' }
  /** One every so many milliseconds, empty or not. */
  | { readonly type: 'interval'; readonly blockTimeMs: number }
  /** When asked for. */
  | { readonly type: 'manual' }

/**
 * Timestamp of the next block in ms, a multiple of the slot duration above the parent's.
 *
 * @param wallMs  the wall clock
 */
export function nextTimestampMs(options: {
  parentMs: number
  slotMs: number
  mode: BlockMode
  wallMs: number
}): number {
  const { parentMs, slotMs, mode, wallMs } = options
  const following = parentMs + slotMs
  if (mode.type !== 'interval' || mode.blockTimeMs < slotMs) return following
  return Math.max(following, Math.floor(wallMs / slotMs) * slotMs)
}
