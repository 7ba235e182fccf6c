/**
 * An ordered set of keys in short arrays: inserting moves a few hundred entries, not all of them.
 *
 * @module
 */
const CHUNK_MAX = 512

export class SortedKeys {
  /** Never empty chunks, ascending within and between. */
  readonly #chunks: string[][] = []

  constructor(keys: Iterable<string>) {
    const sorted = [...keys].sort()
    for (let at = 0; at < sorted.length; at += CHUNK_MAX / 2) {
      this.#chunks.push(sorted.slice(at, at + CHUNK_MAX / 2))
    }
  }

  add(key: string): void {
    const index = Math.max(this.#chunkOf(key), 0)
    const chunk = this.#chunks[index]
    if (chunk === undefined) {
      this.#chunks.push([key])
      return
    }
    const at = lowerBound(chunk, key)
    if (chunk[at] === key) return
    chunk.splice(at, 0, key)
    if (chunk.length > CHUNK_MAX) {
      this.#chunks.splice(index + 1, 0, chunk.splice(CHUNK_MAX / 2))
    }
  }

  delete(key: string): void {
    const index = this.#chunkOf(key)
    const chunk = this.#chunks[index]
    if (chunk === undefined) return
    const at = lowerBound(chunk, key)
    if (chunk[at] !== key) return
    chunk.splice(at, 1)
    if (chunk.length === 0) this.#chunks.splice(index, 1)
  }

  /** Up to `count` keys that begin with `prefix`, strictly after `after`. */
  page(prefix: string, after: string | undefined, count: number): string[] {
    const past = after !== undefined && after >= prefix ? after : undefined
    const from = past ?? prefix
    const found: string[] = []
    for (let index = Math.max(this.#chunkOf(from), 0); index < this.#chunks.length; index++) {
      const chunk = this.#chunks[index] ?? []
      for (let at = lowerBound(chunk, from); at < chunk.length; at++) {
        const key = chunk[at] ?? ''
        if (key === past) continue
        if (!key.startsWith(prefix) || found.length === count) return found
        found.push(key)
      }
    }
    return found
  }

  /** The last chunk that begins at or below the key, -1 before all of them. */
  #chunkOf(key: string): number {
    let low = 0
    let high = this.#chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#chunks[middle]?.[0] ?? '') <= key) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
