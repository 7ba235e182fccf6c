/**
 * One random state through kernel and reference.
 *
 * @module
 */
import { epochMechanism, firstDifference } from '../../../../local-chain/yuma/index.ts'
import { tryKernelMechanism } from '../../../../local-chain/yuma/kernel/kernel-mechanism.ts'
import { randomEpoch } from './random-epochs.ts'

interface Comparison {
  /** Mechanisms that were run by both. */
  readonly epochs: number
  /** Mechanisms whose state the kernel does not take. */
  readonly leftToReference: number
  /** Where the first of them parts. */
  readonly difference: string | undefined
}

/** Runs every mechanism of the state that the seed stands for. */
export function compareSeed(seed: number, sizes?: readonly number[]): Comparison {
  const { input, emission } = randomEpoch(seed, sizes)
  let epochs = 0
  let leftToReference = 0
  for (let mecid = 0; mecid < input.mechanismCount; mecid += 1) {
    const found = tryKernelMechanism(input, mecid, emission)
    if (found === undefined) {
      leftToReference += 1
      continue
    }
    epochs += 1
    const difference = firstDifference(found, epochMechanism(input, mecid, emission))
    if (difference !== undefined) {
      return { epochs, leftToReference, difference: `mechanism ${mecid}, ${difference}` }
    }
  }
  return { epochs, leftToReference, difference: undefined }
}
