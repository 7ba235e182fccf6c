/**
 * Small edits of the vectors that hold one value per neuron. Stored values are never changed in
 * place.
 *
 * @module
 */

/** The vector with one element replaced; one that is too short stays as it is. */
export function withElement<T>(vector: readonly T[], index: number, value: T): T[] {
  const copy = [...vector]
  if (index < copy.length) copy[index] = value
  return copy
}

/** The vector lengthened to `size` with `fill`. */
export function padded<T>(vector: readonly T[], size: number, fill: T): T[] {
  const copy = [...vector]
  while (copy.length < size) copy.push(fill)
  return copy
}
