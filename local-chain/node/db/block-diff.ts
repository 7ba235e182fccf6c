/**
 * What one block changed, packed: sorted key ids, end offsets, then the values back to back.
 *
 * Layout: u32 count, u32 ids[count], u32 ends[count], values. Bit 31 of an end marks a removed
 * key. Numbers are little-endian and aligned, so a lookup is a binary search on the bytes as
 * they lie, without decoding.
 *
 * @module
 */
import { ChainDbError } from './errors.ts'
import { DIFF_SIZE_MAX } from './limits.ts'

const REMOVED = 0x8000_0000
/** Below this a byte loop beats the call into the engine. */
const SHORT_VALUE = 24

export class BlockDiff {
  readonly bytes: Uint8Array
  /** Ids of the changed keys, ascending. */
  readonly ids: Uint32Array
  readonly #ends: Uint32Array
  readonly #values: number

  /** @param bytes  a packed diff that starts at a multiple of four in its buffer */
  constructor(bytes: Uint8Array) {
    const count = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0] ?? 0
    this.bytes = bytes
    this.ids = new Uint32Array(bytes.buffer, bytes.byteOffset + 4, count)
    this.#ends = new Uint32Array(bytes.buffer, bytes.byteOffset + 4 + 4 * count, count)
    this.#values = 4 + 8 * count
  }

  /** Packs parallel lists; ids come in any order, each once. */
  static pack(ids: readonly number[], values: ReadonlyArray<Uint8Array | null>): BlockDiff {
    const count = ids.length
    const order = sortedOrder(ids)
    let size = 0
    for (const value of values) size += value === null ? 0 : value.length
    if (size > DIFF_SIZE_MAX) {
      throw new ChainDbError('BAD_RECORD', `a block changes ${size} bytes, too many`, { size })
    }
    const start = 4 + 8 * count
    const bytes = new Uint8Array(start + size)
    const head = new Uint32Array(bytes.buffer, 0, 1 + 2 * count)
    head[0] = count
    let at = 0
    for (let rank = 0; rank < count; rank++) {
      const index = order === undefined ? rank : (order[rank] ?? 0)
      const value = values[index] ?? null
      head[1 + rank] = ids[index] ?? 0
      if (value === null) {
        head[1 + count + rank] = (at | REMOVED) >>> 0
        continue
      }
      copyInto(bytes, start + at, value)
      at += value.length
      head[1 + count + rank] = at
    }
    return new BlockDiff(bytes)
  }

  /** Position of a key id, or -1 where the block left the key alone. */
  indexOf(id: number): number {
    const ids = this.ids
    let low = 0
    let high = ids.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = ids[middle] ?? 0
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** The new value at a position, as a view; null where the key was removed. */
  valueAt(index: number): Uint8Array | null {
    const end = this.#ends[index] ?? 0
    if (end >= REMOVED) return null
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0) & ~REMOVED
    return this.bytes.subarray(this.#values + start, this.#values + end)
  }
}

/** Positions in ascending id order, or undefined where they are in order already. */
function sortedOrder(ids: readonly number[]): Uint32Array | undefined {
  const count = ids.length
  let sorted = true
  for (let i = 1; i < count && sorted; i++) sorted = (ids[i - 1] ?? 0) < (ids[i] ?? 0)
  if (sorted) return undefined
  // One numeric sort of (id, position) pairs; 32 + 21 bits fit a double exactly.
  const pairs = new Float64Array(count)
  for (let i = 0; i < count; i++) pairs[i] = (ids[i] ?? 0) * count + i
  pairs.sort()
  const order = new Uint32Array(count)
  for (let i = 0; i < count; i++) order[i] = (pairs[i] ?? 0) % count
  for (let i = 1; i < count; i++) {
    if (ids[order[i - 1] ?? 0] === ids[order[i] ?? 0]) {
      throw new ChainDbError('BAD_RECORD', 'a block diff names one key twice')
    }
  }
  return order
}

function copyInto(target: Uint8Array, offset: number, source: Uint8Array): void {
  if (source.length > SHORT_VALUE) {
    target.set(source, offset)
    return
  }
  for (let i = 0; i < source.length; i++) target[offset + i] = source[i] ?? 0
}
