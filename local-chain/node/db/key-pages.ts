/**
 * Iteration over ordered keys in pages: nothing stays open while the caller works between two
 * steps, and keys that appear or vanish meanwhile do no harm.
 *
 * @module
 */
import { KEY_PAGE } from './limits.ts'

export type PageReader<T> = (after: string | undefined, count: number) => T[]

/** All rows of consecutive pages, each page starting after the key of the row before. */
export function* inPages<T>(
  read: PageReader<T>,
  keyOf: (row: T) => string,
  start?: string,
): Iterable<T> {
  let after = start
  for (;;) {
    const page = read(after, KEY_PAGE)
    for (const row of page) {
      after = keyOf(row)
      yield row
    }
    if (page.length < KEY_PAGE) return
  }
}

/** Merges two ascending runs of rows with distinct keys into the first `count` of both. */
export function mergeRows<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (row: T) => string,
  count: number,
): T[] {
  const merged: T[] = []
  let i = 0
  let j = 0
  while (merged.length < count) {
    const left = a[i]
    const right = b[j]
    if (left === undefined && right === undefined) break
    if (right === undefined || (left !== undefined && keyOf(left) < keyOf(right))) {
      if (left !== undefined) merged.push(left)
      i++
    } else {
      merged.push(right)
      j++
    }
  }
  return merged
}
