/**
 * Pauses of long computations: without them no signal is heard, and Ctrl-C waits until the end.
 *
 * @module
 */

/** A pause costs microseconds; a person notices a tenth of a second. */
const STRETCH_MS = 40

let resumed = performance.now()

/** Lets signals and timers in, if the last pause is a while ago. Called between two epochs. */
export async function pause(): Promise<void> {
  if (performance.now() - resumed < STRETCH_MS) return
  await new Promise<void>((resolve) => setImmediate(resolve))
  resumed = performance.now()
}
