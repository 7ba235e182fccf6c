/**
 * The commitment that stands in a header's `stateRoot`: a chain of hashes over what blocks changed.
 *
 * It is not the root of a trie. Nothing that reads the chain checks it, and keeping a trie would cost
 * more than the whole block; see `docs/deviations.md`.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { bytesToHex, hexToBytes } from '../../../src/primitives/hex.ts'
import type { DiffEntry } from '../../frame/storage/state.ts'

const ABSENT = 0xffff_ffff
/** Up to this size copying byte by byte beats a typed array's own `set`. */
const SHORT = 24

// Node writes hex into a Buffer faster than anything kept in a map is found again.
let scratch = Buffer.alloc(64 * 1024)
let view = new DataView(scratch.buffer, scratch.byteOffset)

/**
 * The next block's commitment: the hash of the previous one and of the entries that changed, each with
 * its length in front. The order of the entries counts; the runtime gives them in a fixed one.
 *
 * The hash is the first half of BLAKE2b-512, which Node has natively.
 */
export function nextStateRoot(previous: string, diff: readonly DiffEntry[]): string {
  reserve(diff)
  scratch.set(hexToBytes(previous))
  let at = 32
  for (const [key, value] of diff) {
    const size = scratch.write(key, at + 4, 'hex')
    view.setUint32(at, size, true)
    at += 4 + size
    view.setUint32(at, value === null ? ABSENT : value.length, true)
    at += 4
    if (value !== null) at = put(value, at)
  }
  const digest = createHash('blake2b512').update(scratch.subarray(0, at)).digest()
  return bytesToHex(digest.subarray(0, 32))
}

function reserve(diff: readonly DiffEntry[]): void {
  let size = 32
  for (const [key, value] of diff) size += 8 + key.length / 2 + (value?.length ?? 0)
  if (size <= scratch.length) return
  scratch = Buffer.alloc(size * 2)
  view = new DataView(scratch.buffer, scratch.byteOffset)
}

/** @returns where the next bytes go */
function put(bytes: Uint8Array, at: number): number {
  const { length } = bytes
  if (length > SHORT) scratch.set(bytes, at)
  else for (let i = 0; i < length; i++) scratch[at + i] = bytes[i] as number
  return at + length
}
