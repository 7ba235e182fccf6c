/**
 * A state store in memory for tests: what `local-chain/node` does on disk.
 *
 * @module
 */
import { blake2AsU8a } from '@polkadot/util-crypto'
import type { StateReader } from '../../local-chain/frame/state-reader.ts'
import { bytesToHex } from '../../src/primitives/hex.ts'

export class MemoryState implements StateReader {
  readonly #values = new Map<string, Uint8Array>()
  readonly #keys: string[] = []

  constructor(entries: Iterable<readonly [string, Uint8Array]> = []) {
    for (const [key, value] of entries) this.#values.set(key, value)
    this.#keys = [...this.#values.keys()].sort()
  }

  get size(): number {
    return this.#values.size
  }

  get(key: string): Uint8Array | undefined {
    return this.#values.get(key)
  }

  *keys(prefix: string, after?: string): Iterable<string> {
    let at = this.#lowerBound(after === undefined || after < prefix ? prefix : after)
    for (; at < this.#keys.length; at++) {
      const key = this.#keys[at] as string
      if (!key.startsWith(prefix)) return
      if (key !== after) yield key
    }
  }

  set(key: string, value: Uint8Array): void {
    if (!this.#values.has(key)) this.#keys.splice(this.#lowerBound(key), 0, key)
    this.#values.set(key, value)
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#keys.splice(this.#lowerBound(key), 1)
  }

  apply(diff: Iterable<readonly [string, Uint8Array | null]>): void {
    for (const [key, value] of diff) {
      if (value === null) this.delete(key)
      else this.set(key, value)
    }
  }

  /** BLAKE2b-256 over all entries in key order, each part with its length (u32 LE) in front. */
  hash(includes: (key: string) => boolean): string {
    let size = 0
    const keys = this.#keys.filter(includes)
    for (const key of keys) size += 8 + key.length / 2 + (this.#values.get(key)?.length ?? 0)
    const bytes = Buffer.alloc(size)
    let at = 0
    for (const key of keys) {
      const value = this.#values.get(key) ?? new Uint8Array()
      at = bytes.writeUInt32LE(key.length / 2, at)
      at += bytes.write(key, at, 'hex')
      at = bytes.writeUInt32LE(value.length, at)
      bytes.set(value, at)
      at += value.length
    }
    return bytesToHex(blake2AsU8a(bytes, 256))
  }

  #lowerBound(key: string): number {
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#keys[middle] as string) < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
