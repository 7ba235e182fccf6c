/**
 * Which block a request means.
 *
 * @module
 */
import type { StateReader } from '../../frame/state-reader.ts'
import type { BlockRef } from '../db/types.ts'
import type { NodeContext } from '../node-context.ts'
import { discardedState, unknownBlock } from './errors.ts'

/** The named block, or the best one. @throws RpcError 4003  unknown */
export function blockOf(node: NodeContext, hash: string | undefined): BlockRef {
  if (hash === undefined || hash === node.best.hash) return node.best
  const header = node.header(hash)
  if (header === undefined) throw unknownBlock(hash)
  return { number: header.number, hash }
}

/** State after the named block. @throws RpcError 4003  unknown or pruned */
export function stateOf(node: NodeContext, hash: string | undefined): StateReader {
  const block = blockOf(node, hash)
  const state = node.stateAt(block)
  if (state === undefined) throw discardedState(block.hash)
  return state
}
