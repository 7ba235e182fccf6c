/**
 * `state_*`: storage, metadata, runtime calls, at any block.
 *
 * @module
 */
import { blake2b256 } from '../../../src/primitives/hash.ts'
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import type { StateReader } from '../../frame/state-reader.ts'
import type { BlockRef } from '../db/types.ts'
import { KEYS_PAGE_MAX, QUERY_KEYS_MAX } from '../limits.ts'
import type { NodeContext, RuntimeVersion } from '../node-context.ts'
import { blockOf, stateOf } from './blocks.ts'
import { countExceeded, executionFailed } from './errors.ts'
import { type Method, type MethodTable, method, withAliases } from './method-table.ts'
import { bytes, hash, hex, id, list, optional, text, uint } from './params.ts'

function valueJson(value: Uint8Array | null | undefined): string | null {
  return value === undefined || value === null ? null : bytesTo0x(value)
}

/** One pair for each distinct key, in the order in which they were asked for. */
function changeSet(
  block: BlockRef,
  state: StateReader,
  keys: readonly string[],
): { block: string; changes: [string, string | null][] } {
  const changes = [...new Set(keys)].map((key): [string, string | null] => [
    `0x${key}`,
    valueJson(state.get(key)),
  ])
  return { block: `0x${block.hash}`, changes }
}

function* firstKeys(keys: Iterable<string>, count: number): Iterable<string> {
  let left = count
  if (left === 0) return
  for (const key of keys) {
    yield `0x${key}`
    if (--left === 0) return
  }
}

export function runtimeVersionJson(version: RuntimeVersion): unknown {
  return {
    specName: version.specName,
    implName: version.implName,
    authoringVersion: version.authoringVersion,
    specVersion: version.specVersion,
    implVersion: version.implVersion,
    apis: version.apis.map(([trait, number]) => [`0x${trait}`, number]),
    transactionVersion: version.transactionVersion,
    systemVersion: version.systemVersion,
    // Older clients know it under this name.
    stateVersion: version.systemVersion,
  }
}

function unsubscribe(family: string): Method {
  return method([id], ({ connection }, subscription) =>
    connection.unsubscribe(family, subscription),
  )
}

/** All requested keys at once, then the ones that a new block changed. */
function subscribeStorage(node: NodeContext, keys: readonly string[] | undefined) {
  const wanted = keys === undefined ? undefined : new Set(keys)
  return (push: (result: unknown) => void) => {
    const state = node.stateAt(node.best)
    if (state !== undefined && keys !== undefined) push(changeSet(node.best, state, keys))
    return node.onImport((block) => {
      const changes = block.changes
        .filter(([key]) => wanted === undefined || wanted.has(key))
        .map(([key, value]) => [`0x${key}`, valueJson(value)])
      if (changes.length > 0) push({ block: `0x${block.ref.hash}`, changes })
    })
  }
}

const keyList = list(hex, QUERY_KEYS_MAX)

const table: MethodTable = {
  state_getRuntimeVersion: method([optional(hash)], ({ node }, at) => {
    blockOf(node, at)
    return runtimeVersionJson(node.runtimeVersion)
  }),
  state_getMetadata: method([optional(hash)], ({ node }, at) => {
    blockOf(node, at)
    return bytesTo0x(node.metadata(14))
  }),
  state_call: method([text, bytes, optional(hash)], ({ node }, name, args, at) => {
    const answer = node.callApi(blockOf(node, at), name, args)
    if (!answer.found) throw executionFailed(`Other: Exported method ${name} is not found`)
    return bytesTo0x(answer.bytes)
  }),
  state_getStorage: method([hex, optional(hash)], ({ node }, key, at) =>
    valueJson(stateOf(node, at).get(key)),
  ),
  state_getStorageHash: method([hex, optional(hash)], ({ node }, key, at) => {
    const value = stateOf(node, at).get(key)
    return value === undefined ? null : bytesTo0x(blake2b256(value))
  }),
  state_getStorageSize: method(
    [hex, optional(hash)],
    ({ node }, key, at) => stateOf(node, at).get(key)?.length ?? null,
  ),
  state_getKeysPaged: method(
    [optional(hex), uint, optional(hex), optional(hash)],
    ({ node }, prefix, count, startKey, at) => {
      if (count > KEYS_PAGE_MAX) throw countExceeded(count, KEYS_PAGE_MAX)
      const keys = stateOf(node, at).keys(prefix ?? '', startKey)
      return [...firstKeys(keys, count)]
    },
  ),
  state_getKeys: method([hex, optional(hash)], ({ node }, prefix, at) =>
    Array.from(stateOf(node, at).keys(prefix), (key) => `0x${key}`),
  ),
  state_getPairs: method([hex, optional(hash)], ({ node }, prefix, at) => {
    const state = stateOf(node, at)
    return Array.from(state.keys(prefix), (key) => [`0x${key}`, valueJson(state.get(key))])
  }),
  state_queryStorageAt: method([keyList, optional(hash)], ({ node }, keys, at) =>
    keys.length === 0 ? [] : [changeSet(blockOf(node, at), stateOf(node, at), keys)],
  ),
  state_queryStorage: method(
    [keyList, hash, optional(hash)],
    ({ node }, keys, fromHash, toHash) => {
      const from = blockOf(node, fromHash)
      const to = blockOf(node, toHash)
      const sets: unknown[] = [changeSet(from, stateOf(node, fromHash), keys)]
      const wanted = new Set(keys)
      for (let number = from.number + 1; number <= to.number; number++) {
        const changes = (node.changes(number) ?? [])
          .filter(([key]) => wanted.has(key))
          .map(([key, value]) => [`0x${key}`, valueJson(value)])
        if (changes.length > 0) sets.push({ block: `0x${node.blockHash(number)}`, changes })
      }
      return sets
    },
  ),
  state_subscribeStorage: method([optional(keyList)], ({ node, connection }, keys) =>
    connection.subscribe('storage', 'state_storage', subscribeStorage(node, keys)),
  ),
  state_unsubscribeStorage: unsubscribe('storage'),
  state_subscribeRuntimeVersion: method([], ({ node, connection }) =>
    connection.subscribe('runtimeVersion', 'state_runtimeVersion', (push) => {
      // The runtime never changes while the node runs, so the first answer is the only one.
      push(runtimeVersionJson(node.runtimeVersion))
      return () => {}
    }),
  ),
  state_unsubscribeRuntimeVersion: unsubscribe('runtimeVersion'),
}

export const stateMethods = withAliases(table, {
  state_callAt: 'state_call',
  state_getStorageAt: 'state_getStorage',
  state_getStorageHashAt: 'state_getStorageHash',
  state_getStorageSizeAt: 'state_getStorageSize',
  state_getKeysPagedAt: 'state_getKeysPaged',
  chain_getRuntimeVersion: 'state_getRuntimeVersion',
  chain_subscribeRuntimeVersion: 'state_subscribeRuntimeVersion',
  chain_unsubscribeRuntimeVersion: 'state_unsubscribeRuntimeVersion',
})
