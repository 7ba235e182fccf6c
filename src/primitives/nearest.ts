/**
 * "Did you mean": nearest known word to a mistyped one.
 *
 * @module
 */

/** Longer words are no typing errors, and the comparison grows with the product of both lengths. */
const WORD_LENGTH_MAX = 60

/**
 * Known words close to `word`, best first, at most three. Close means one edit per three letters
 * (never fewer than two), or one word starting with the other.
 */
export function nearest(word: string, known: readonly string[]): string[] {
  if (word.length === 0 || word.length > WORD_LENGTH_MAX) return []
  const limit = Math.max(2, Math.floor(word.length / 3))
  return known
    .map((candidate) => ({ candidate, distance: score(word, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

function score(word: string, candidate: string): number {
  if (word.length >= 3 && (candidate.startsWith(word) || word.startsWith(candidate))) return 1
  return editDistance(word, candidate)
}

/** Levenshtein distance in which two swapped neighbours count once. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1)
      row.push(best)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
