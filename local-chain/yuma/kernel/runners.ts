/**
 * Which implementation runs an epoch. Results never depend on it.
 *
 * @module
 */
import { epochMechanism } from '../epoch-mechanism.ts'
import type { MechanismRunner } from '../epoch-with-mechanisms.ts'
import type { AccountKey, EpochInput } from '../input.ts'
import type { EpochTerms, MechanismEpoch } from '../output.ts'
import { kernelMechanism, tryKernelMechanism } from './kernel-mechanism.ts'

/** The compiled kernel, the reference, or both with a comparison. */
export const EPOCH_MODES = ['kernel', 'reference', 'both'] as const

export type EpochMode = (typeof EPOCH_MODES)[number]

/** The implementation that a mode stands for. */
export function mechanismRunner<K extends AccountKey>(mode: EpochMode): MechanismRunner<K> {
  if (mode === 'kernel') return kernelMechanism
  return mode === 'reference' ? epochMechanism : comparedMechanism
}

/** Kernel and reference do not agree: a bug of one of them. */
export class EpochDifferenceError extends Error {
  override name = 'EpochDifferenceError'
}

/**
 * Runs both.
 *
 * @throws EpochDifferenceError  naming the first uid and field that differ
 */
function comparedMechanism<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
  emission: bigint,
): MechanismEpoch<K> {
  const expected = epochMechanism(input, mecid, emission)
  const difference = firstDifference(tryKernelMechanism(input, mecid, emission), expected)
  if (difference !== undefined) {
    throw new EpochDifferenceError(
      `the epoch kernel differs from the reference in mechanism ${mecid} at block ${input.block}: ${difference}`,
    )
  }
  return expected
}

/**
 * @param found  undefined for a state that the kernel leaves to the reference
 * @returns where two results part; undefined when they do not
 */
export function firstDifference<K extends AccountKey>(
  found: MechanismEpoch<K> | undefined,
  expected: MechanismEpoch<K>,
): string | undefined {
  if (found === undefined) return undefined
  if (found.terms.length !== expected.terms.length) {
    return `${found.terms.length} neurons, not ${expected.terms.length}`
  }
  for (const [i, term] of expected.terms.entries()) {
    const other = found.terms[i]
    for (const field of Object.keys(term) as (keyof EpochTerms<K>)[]) {
      const [a, b] = [text(other?.[field]), text(term[field])]
      if (a !== b) return `uid ${term.uid}, ${field}: ${a}, not ${b}`
    }
  }
  return undefined
}

function text(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
