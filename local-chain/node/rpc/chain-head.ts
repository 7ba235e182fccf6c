/**
 * `chainHead_v1_*`: the follow subscription that polkadot-api lives on.
 *
 * Blocks are final as soon as they are made, so each one brings `newBlock`, `bestBlockChanged` and
 * `finalized`. A block stays usable for the subscription until it is unpinned.
 *
 * Source: `../shared/spec/node-rpc.md` 7.2.
 *
 * @module
 */
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import type { BlockRef } from '../db/types.ts'
import { encodeHeader } from '../header.ts'
import { FOLLOW_MAX, OPERATIONS_MAX, PINNED_MAX } from '../limits.ts'
import type { NodeContext, RuntimeVersion } from '../node-context.ts'
import type { Connection, Push } from './connection.ts'
import { RpcError } from './errors.ts'
import { type MethodTable, method, type RpcCall } from './method-table.ts'
import { any, bool, bytes, hash, id, list, optional, text } from './params.ts'
import { storageItems, storageQueries } from './storage-query.ts'

/** Finalized blocks that a new subscription is told of. */
const INITIAL_BLOCKS = 16
/** Storage items in one notification. */
const ITEMS_PER_EVENT = 512

interface Follow {
  readonly push: Push
  readonly pinned: Map<string, BlockRef>
  operations: number
  /** Set once the subscription was told to stop. */
  stopped: boolean
}

const FAMILY = 'followEvent'

function followsOf(connection: Connection): Map<string, Follow> {
  const known = connection.families.get(FAMILY)
  if (known instanceof Map) return known
  const follows = new Map<string, Follow>()
  connection.families.set(FAMILY, follows)
  return follows
}

function runtimeEvent(version: RuntimeVersion): unknown {
  const { specName, implName, specVersion, implVersion, transactionVersion } = version
  const apis = Object.fromEntries(version.apis.map(([trait, number]) => [`0x${trait}`, number]))
  return {
    type: 'valid',
    spec: { specName, implName, specVersion, implVersion, transactionVersion, apis },
  }
}

function start(node: NodeContext, follow: Follow, withRuntime: boolean): () => void {
  const best = node.best
  const first = Math.max(0, best.number - INITIAL_BLOCKS + 1)
  const hashes: string[] = []
  for (let number = first; number <= best.number; number++) {
    const known = node.blockHash(number)
    if (known === undefined) continue
    follow.pinned.set(known, { number, hash: known })
    hashes.push(`0x${known}`)
  }
  follow.push({
    event: 'initialized',
    finalizedBlockHashes: hashes,
    ...(withRuntime ? { finalizedBlockRuntime: runtimeEvent(node.runtimeVersion) } : {}),
  })
  // The client counts itself ready only when it was told of a best block.
  follow.push({ event: 'bestBlockChanged', bestBlockHash: `0x${best.hash}` })
  return node.onImport((block) => {
    if (follow.stopped) return
    if (follow.pinned.size >= PINNED_MAX) {
      follow.stopped = true
      follow.push({ event: 'stop' })
      return
    }
    const blockHash = `0x${block.ref.hash}`
    follow.pinned.set(block.ref.hash, block.ref)
    follow.push({
      event: 'newBlock',
      blockHash,
      parentBlockHash: `0x${block.header.parentHash}`,
      newRuntime: null,
    })
    follow.push({ event: 'bestBlockChanged', bestBlockHash: blockHash })
    follow.push({ event: 'finalized', finalizedBlockHashes: [blockHash], prunedBlockHashes: [] })
  })
}

/** @throws RpcError  no such subscription, or the block is not pinned by it */
function pinned(connection: Connection, followId: string, blockHash: string) {
  const follow = followsOf(connection).get(followId)
  const block = follow?.pinned.get(blockHash)
  if (follow === undefined || block === undefined) {
    throw new RpcError(-32801, 'Invalid block hash: it is not pinned by this subscription')
  }
  return { follow, block }
}

let operationCount = 0

/** Starts an operation whose results follow the reply. */
function operation(
  { connection }: RpcCall,
  followId: string,
  blockHash: string,
  run: (block: BlockRef, tell: (event: Record<string, unknown>) => void) => void,
): unknown {
  const follow = followsOf(connection).get(followId)
  if (follow === undefined || follow.stopped) return { result: 'limitReached' }
  const { block } = pinned(connection, followId, blockHash)
  if (follow.operations >= OPERATIONS_MAX) return { result: 'limitReached' }
  const operationId = String(++operationCount)
  follow.operations++
  setImmediate(() => {
    follow.operations--
    const tell = (event: Record<string, unknown>) => follow.push({ ...event, operationId })
    try {
      run(block, tell)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      tell({ event: 'operationError', error: message })
    }
  })
  return { result: 'started', operationId }
}

const hashOrHashes = (value: unknown, position: number): string[] =>
  Array.isArray(value) ? list(hash, PINNED_MAX)(value, position) : [hash(value, position)]

export const chainHeadMethods: MethodTable = {
  chainHead_v1_follow: method([bool], ({ node, connection }, withRuntime) => {
    const follows = followsOf(connection)
    if (follows.size >= FOLLOW_MAX) throw new RpcError(-32800, 'Too many chainHead_follow')
    return connection.subscribe(FAMILY, 'chainHead_v1_followEvent', (push, followId) => {
      const follow: Follow = { push, pinned: new Map(), operations: 0, stopped: false }
      follows.set(followId, follow)
      const stop = start(node, follow, withRuntime)
      return () => {
        follows.delete(followId)
        stop()
      }
    })
  }),
  chainHead_v1_unfollow: method([id], ({ connection }, followId) => {
    connection.unsubscribe(FAMILY, followId)
    return null
  }),
  chainHead_v1_header: method([id, hash], ({ node, connection }, followId, blockHash) => {
    pinned(connection, followId, blockHash)
    const header = node.header(blockHash)
    return header === undefined ? null : bytesTo0x(encodeHeader(header))
  }),
  chainHead_v1_body: method([id, hash], (call, followId, blockHash) =>
    operation(call, followId, blockHash, (block, tell) => {
      const body = call.node.block(block.hash)?.body ?? []
      tell({ event: 'operationBodyDone', value: body.map(bytesTo0x) })
    }),
  ),
  chainHead_v1_call: method([id, hash, text, bytes], (call, followId, blockHash, name, args) =>
    operation(call, followId, blockHash, (block, tell) => {
      const answer = call.node.callApi(block, name, args)
      if (answer.found) tell({ event: 'operationCallDone', output: bytesTo0x(answer.bytes) })
      else tell({ event: 'operationError', error: `Exported method ${name} is not found` })
    }),
  ),
  chainHead_v1_storage: method(
    [id, hash, storageQueries, optional(any)],
    (call, followId, blockHash, queries) => {
      const started = operation(call, followId, blockHash, (block, tell) => {
        const items = storageItems(call.node, block, queries)
        if (items === undefined) return tell({ event: 'operationInaccessible' })
        for (let i = 0; i < items.length; i += ITEMS_PER_EVENT) {
          tell({ event: 'operationStorageItems', items: items.slice(i, i + ITEMS_PER_EVENT) })
        }
        tell({ event: 'operationStorageDone' })
      }) as { result: string }
      return started.result === 'started' ? { ...started, discardedItems: 0 } : started
    },
  ),
  // Operations never wait for more, so there is nothing to continue.
  chainHead_v1_continue: method([id, id], () => null),
  // An operation is done before a request to stop it can arrive.
  chainHead_v1_stopOperation: method([id, id], () => null),
  chainHead_v1_unpin: method([id, hashOrHashes], ({ connection }, followId, hashes) => {
    const follow = followsOf(connection).get(followId)
    for (const blockHash of hashes) {
      if (follow !== undefined && !follow.pinned.delete(blockHash)) {
        throw new RpcError(-32801, 'Invalid block hash: it is not pinned by this subscription')
      }
    }
    return null
  }),
}
