/**
 * A map with a bound: when the young generation is full it becomes the old one, and what was old
 * and not asked for since is gone. Constant time, no lists to keep in order.
 *
 * @module
 */
export interface CacheBounds<V> {
  /** Entries of one generation; two live at a time. */
  count: number
  /** Bytes of one generation, as `weigh` counts them. */
  bytes: number
  weigh: (value: V) => number
}

export class BoundedCache<K, V> {
  readonly #bounds: CacheBounds<V>
  #young = new Map<K, V>()
  #old = new Map<K, V>()
  #bytes = 0

  constructor(bounds: CacheBounds<V>) {
    this.#bounds = bounds
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: K, value: V): void {
    this.#young.set(key, value)
    this.#bytes += this.#bounds.weigh(value)
  }

  delete(key: K): void {
    this.#young.delete(key)
    this.#old.delete(key)
  }

  clear(): void {
    this.#young = new Map()
    this.#old = new Map()
    this.#bytes = 0
  }

  /** Ages the cache where it is full. Apart from `set`, so that a transaction loses nothing. */
  trim(): void {
    if (this.#young.size <= this.#bounds.count && this.#bytes <= this.#bounds.bytes) return
    this.#old = this.#young
    this.#young = new Map()
    this.#bytes = 0
  }
}
