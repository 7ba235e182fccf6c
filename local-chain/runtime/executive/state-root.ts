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

/**
 * The next block's commitment: the hash of the previous one and of the entries that changed, each with
 * its length in front. The order of the entries counts; the runtime gives them in a fixed one.
 *
 * The hash is the first half of BLAKE2b-512, which Node has natively.
 */
export function nextStateRoot(previous: string, diff: readonly DiffEntry[]): string {
  let size = 32
  for (const [key, value] of diff) size += 8 + key.length / 2 + (value?.length ?? 0)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  bytes.set(hexToBytes(previous))
  const buffer = Buffer.from(bytes.buffer)
  let at = 32
  for (const [key, value] of diff) {
    view.setUint32(at, key.length / 2, true)
    at += 4 + buffer.write(key, at + 4, 'hex')
    view.setUint32(at, value === null ? ABSENT : value.length, true)
    at += 4
    if (value !== null) {
      bytes.set(value, at)
      at += value.length
    }
  }
  const digest = createHash('blake2b512').update(bytes).digest()
  return bytesToHex(digest.subarray(0, 32))
}
