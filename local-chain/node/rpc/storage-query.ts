/**
 * Storage queries of the new JSON-RPC, the same for `chainHead_v1_storage` and `archive_v1_storage`.
 *
 * Source: `../shared/spec/node-rpc.md` 7.2, 7.4.
 *
 * @module
 */
import { blake2b256 } from '../../../src/primitives/hash.ts'
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import type { BlockRef } from '../db/types.ts'
import type { NodeContext } from '../node-context.ts'
import { invalidParams } from './errors.ts'
import { hex, list, text } from './params.ts'

/** Queries in one request. */
const QUERIES_MAX = 1024

export interface StorageQuery {
  readonly key: string
  readonly type: string
}

function storageQuery(value: unknown, position: number): StorageQuery {
  if (typeof value !== 'object' || value === null) throw invalidParams('a storage query')
  const { key, type } = value as { key?: unknown; type?: unknown }
  return { key: hex(key, position), type: text(type, position) }
}

export const storageQueries = list(storageQuery, QUERIES_MAX)

/** What the queries find in the state after the block, in their order; undefined: state is gone. */
export function storageItems(
  node: NodeContext,
  block: BlockRef,
  queries: readonly StorageQuery[],
): Record<string, string>[] | undefined {
  const state = node.stateAt(block)
  if (state === undefined) return undefined
  const items: Record<string, string>[] = []
  const add = (key: string, kind: 'value' | 'hash') => {
    const value = state.get(key)
    if (value === undefined) return
    const shown = kind === 'value' ? bytesTo0x(value) : bytesTo0x(blake2b256(value))
    items.push({ key: `0x${key}`, [kind]: shown })
  }
  for (const { key, type } of queries) {
    if (type === 'value' || type === 'hash') add(key, type)
    else if (type === 'descendantsValues' || type === 'descendantsHashes') {
      const kind = type === 'descendantsValues' ? 'value' : 'hash'
      for (const descendant of state.keys(key)) add(descendant, kind)
    }
  }
  return items
}
