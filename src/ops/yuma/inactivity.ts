/**
 * A word on who drops out while epochs are simulated: a step in every curve that nothing else explains.
 *
 * @module
 */
import { shortName } from './report.ts'
import { nameOf, type Setup } from './setup.ts'
import type { Frame } from './simulate.ts'

const NAMED_MAX = 4

/**
 * The first epoch in which stake of before counts no more, because its neurons set no weights for too
 * long.
 *
 * @returns undefined where everybody who began stays
 */
export function inactivityNote(setup: Setup, frames: readonly Frame[]): string | undefined {
  const [first] = frames
  if (first === undefined) return undefined
  for (const { epoch, input, outcome } of frames) {
    const gone = outcome.writes.active.flatMap((isActive, uid) => {
      const counted = first.outcome.writes.active[uid] === true && input.validatorPermit[uid]
      return !isActive && counted && (outcome.writes.stakeWeight[uid] ?? 0) > 0 ? [uid] : []
    })
    if (gone.length === 0) continue
    const named = gone.slice(0, NAMED_MAX).map((uid) => shortName(nameOf(setup, uid)))
    const rest = gone.length - named.length
    const who = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
    return `from epoch ${epoch} on the stake of ${who} does not count: no weights for longer than activityCutoff`
  }
  return undefined
}
