/**
 * Root of the trie over a block's extrinsics, which stands in its header.
 *
 * The trie is the base-16 modified Merkle-Patricia trie of Substrate without extension nodes. Keys are
 * the positions as Compact<u32>; in state version 1 a value of 33 bytes or more is kept by its hash.
 *
 * Source: `../shared/spec/node-rpc.md` 10; node encoding of sp-trie (`LayoutV1`).
 *
 * @module
 */
import { blake2b256, blake2b256Hex } from '../../../src/primitives/hash.ts'
import { ScaleWriter } from '../../frame/scale/writer.ts'

/** Shortest value that is kept by its hash. */
const HASHED_FROM = 33
/** Shortest encoding of a child that is kept by its hash. */
const CHILD_HASHED_FROM = 32

/** First bits of a node: what it is, and how many bits they take. */
const LEAF = { bits: 0b0100_0000, width: 2 }
const LEAF_HASHED = { bits: 0b0010_0000, width: 3 }
const BRANCH = { bits: 0b1000_0000, width: 2 }
const BRANCH_VALUE = { bits: 0b1100_0000, width: 2 }
const BRANCH_HASHED = { bits: 0b0001_0000, width: 4 }

interface Entry {
  /** The key, a nibble an element. */
  readonly path: readonly number[]
  readonly value: Uint8Array
}

/** The root over `values` by their positions, hex. */
export function orderedTrieRoot(values: readonly Uint8Array[]): string {
  return trieRoot(values.map((value, index) => [positionKey(index), value]))
}

/** The root over entries with distinct keys, in any order, hex. */
export function trieRoot(entries: readonly (readonly [Uint8Array, Uint8Array])[]): string {
  if (entries.length === 0) return blake2b256Hex(Uint8Array.of(0))
  const paths = entries.map(([key, value]): Entry => ({ path: nibbles(key), value }))
  return blake2b256Hex(encodeNode(paths, 0))
}

function positionKey(index: number): Uint8Array {
  const w = new ScaleWriter(5)
  w.compact(index)
  return w.finish()
}

function nibbles(key: Uint8Array): number[] {
  return [...key].flatMap((byte) => [byte >> 4, byte & 0xf])
}

/** The node under which all `entries` lie; they agree in their first `depth` nibbles. */
function encodeNode(entries: readonly Entry[], depth: number): Uint8Array {
  const first = entries[0] as Entry
  const w = new ScaleWriter(128)
  if (entries.length === 1) {
    const hashed = first.value.length >= HASHED_FROM
    writeHeader(w, hashed ? LEAF_HASHED : LEAF, first.path.slice(depth))
    writeValue(w, first.value)
    return w.finish()
  }
  const fork = commonLength(entries)
  const own = entries.find((entry) => entry.path.length === fork)
  const kind =
    own === undefined ? BRANCH : own.value.length >= HASHED_FROM ? BRANCH_HASHED : BRANCH_VALUE
  writeHeader(w, kind, first.path.slice(depth, fork))
  const children: Entry[][] = Array.from({ length: 16 }, () => [])
  for (const entry of entries) {
    if (entry !== own) children[entry.path[fork] as number]?.push(entry)
  }
  w.u16(children.reduce((bitmap, child, i) => (child.length > 0 ? bitmap | (1 << i) : bitmap), 0))
  if (own !== undefined) writeValue(w, own.value)
  for (const child of children) {
    if (child.length > 0) writeChild(w, encodeNode(child, fork + 1))
  }
  return w.finish()
}

function commonLength(entries: readonly Entry[]): number {
  const [first, ...rest] = entries
  const path = first?.path ?? []
  let length = path.length
  for (const { path: other } of rest) {
    let same = 0
    while (same < length && same < other.length && path[same] === other[same]) same++
    length = same
  }
  return length
}

function writeHeader(
  w: ScaleWriter,
  kind: { readonly bits: number; readonly width: number },
  partial: readonly number[],
): void {
  const most = 0xff >> kind.width
  if (partial.length < most) w.u8(kind.bits | partial.length)
  else {
    w.u8(kind.bits | most)
    let rest = partial.length - most
    for (; rest >= 0xff; rest -= 0xff) w.u8(0xff)
    w.u8(rest)
  }
  let at = partial.length % 2
  if (at === 1) w.u8(partial[0] as number)
  for (; at < partial.length; at += 2) {
    w.u8(((partial[at] as number) << 4) | (partial[at + 1] as number))
  }
}

function writeValue(w: ScaleWriter, value: Uint8Array): void {
  if (value.length >= HASHED_FROM) w.raw(blake2b256(value))
  else writeBytes(w, value)
}

function writeChild(w: ScaleWriter, node: Uint8Array): void {
  writeBytes(w, node.length >= CHILD_HASHED_FROM ? blake2b256(node) : node)
}

function writeBytes(w: ScaleWriter, bytes: Uint8Array): void {
  w.compact(bytes.length)
  w.raw(bytes)
}
