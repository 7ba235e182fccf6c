/**
 * Reads the recorded emission vectors: `{ vectors: [{ name, fn, inputs, expected, tolerance }] }`.
 *
 * @module
 */
import { hasShared, sharedJson } from '../../../../../support/shared.ts'

export interface EmissionVector<I, E> {
  readonly name: string
  readonly fn: string
  readonly inputs: I
  readonly expected: E
  readonly tolerance: { readonly abs?: number; readonly rel?: number }
}

/** The vectors of one function; none where the data is absent. */
export function emissionVectors<I, E>(file: string, fn: string): EmissionVector<I, E>[] {
  if (!hasShared) return []
  const path = `vectors/emission/${file}.json`
  const { vectors } = sharedJson<{ vectors: EmissionVector<I, E>[] }>(path)
  return vectors.filter((vector) => vector.fn === fn)
}

/** Whether two amounts are as near as the vector asks. */
export function within(actual: bigint, expected: bigint, tolerance: bigint): boolean {
  const difference = actual > expected ? actual - expected : expected - actual
  return difference <= tolerance
}
