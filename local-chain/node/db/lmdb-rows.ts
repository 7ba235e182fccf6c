/**
 * Bytes of keys and rows in the lmdb tables. Numbers inside keys are big-endian, so that byte
 * order is number order.
 *
 * @module
 */
import { KEY_SIZE_MAX } from './limits.ts'
import type { StoredBlock } from './tables.ts'

const NONE = new Uint8Array(0)
const HASH_SIZE = 32
/** The lowest key there is. */
const LOWEST = Buffer.alloc(1)

/** Bytes of a hex key; undefined for text that no stored key can equal. */
export function keyBytes(key: string): Buffer | undefined {
  if (key.length > 2 * KEY_SIZE_MAX) return undefined
  const bytes = Buffer.from(key, 'hex')
  return bytes.length > 0 && bytes.length * 2 === key.length ? bytes : undefined
}

/** Hex of key bytes. */
export function keyText(bytes: Buffer): string {
  return bytes.toString('hex')
}

export function u32Key(number: number): Buffer {
  const key = Buffer.allocUnsafe(4)
  key.writeUInt32BE(number)
  return key
}

export function versionKey(id: number, segment: number): Buffer {
  const key = Buffer.allocUnsafe(8)
  key.writeUInt32BE(id)
  key.writeUInt32BE(segment, 4)
  return key
}

/** Range of the keys that begin with `prefix` and come after `after`. */
export function keyRange(
  prefix: string,
  after: string | undefined,
  limit: number,
): { start: Buffer; end?: Buffer; limit: number } {
  const low = prefix === '' ? LOWEST : Buffer.from(prefix, 'hex')
  // One more zero byte makes the lowest key above `after`.
  const past = after !== undefined && after >= prefix
  const start = past ? Buffer.concat([Buffer.from(after, 'hex'), LOWEST]) : low
  const end = prefix === '' ? undefined : prefixEnd(low)
  if (end === undefined) return { start, limit }
  return start.compare(end) < 0 ? { start, end, limit } : { start: end, end, limit: 0 }
}

/** The lowest bytes above all that begin with `prefix`; undefined where there are none. */
function prefixEnd(prefix: Buffer): Buffer | undefined {
  let size = prefix.length
  while (size > 0 && prefix[size - 1] === 0xff) size--
  if (size === 0) return undefined
  const end = Buffer.from(prefix.subarray(0, size))
  end[size - 1] = (end[size - 1] ?? 0) + 1
  return end
}

/** A key id in front of a value, as a row of the latest state. */
export function stateRow(id: number, value: Uint8Array): Buffer {
  const row = Buffer.allocUnsafe(4 + value.length)
  row.writeUInt32LE(id)
  row.set(value, 4)
  return row
}

/** A key id and the block that removed the key. */
export function deadRow(id: number, removedAt: number): Buffer {
  const row = Buffer.allocUnsafe(8)
  row.writeUInt32LE(id)
  row.writeUInt32LE(removedAt, 4)
  return row
}

/** A sealed value behind a byte that says whether there is one. */
export function versionRow(value: Uint8Array | null): Buffer {
  const row = Buffer.allocUnsafe(value === null ? 1 : 1 + value.length)
  row[0] = value === null ? 0 : 1
  row.set(value ?? NONE, 1)
  return row
}

export function readVersionRow(row: Buffer): Uint8Array | null {
  return row[0] === 0 ? null : bytesFrom(row, 1)
}

/** Hash, then header and extrinsics, each behind its size. */
export function blockRow({ hash, header, body }: StoredBlock): Buffer {
  const parts: Uint8Array[] = [Buffer.from(hash, 'hex')]
  for (const part of [header, ...body]) {
    const size = Buffer.allocUnsafe(4)
    size.writeUInt32LE(part.length)
    parts.push(size, part)
  }
  return Buffer.concat(parts)
}

export function readBlockRow(row: Buffer): StoredBlock {
  const parts: Uint8Array[] = []
  for (let at = HASH_SIZE; at < row.length; ) {
    const end = at + 4 + row.readUInt32LE(at)
    parts.push(bytesFrom(row, at + 4, end))
    at = end
  }
  const [header = NONE, ...body] = parts
  return { hash: blockRowHash(row), header, body }
}

export function blockRowHash(row: Buffer): string {
  return row.toString('hex', 0, HASH_SIZE)
}

/**
 * A copy that stays valid after the next read. A plain array, not a Buffer: the two differ in
 * what `slice` does.
 */
export function bytesFrom(row: Buffer, start: number, end = row.length): Uint8Array {
  const bytes = new Uint8Array(end - start)
  bytes.set(row.subarray(start, end))
  return bytes
}
