/**
 * `chain_*`: blocks, hashes, heads.
 *
 * @module
 */
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import { headerJson } from '../header.ts'
import type { NodeContext } from '../node-context.ts'
import { invalidParams } from './errors.ts'
import { type Method, type MethodTable, method, withAliases } from './method-table.ts'
import { any, blockNumber, hash, id, optional } from './params.ts'

function hashAt(node: NodeContext, value: unknown): string | null {
  const found = node.blockHash(blockNumber(value, 0))
  return found === undefined ? null : `0x${found}`
}

/** The current head at once, then each new one. Finality follows at once, so both are the same. */
function heads(notification: string): Method {
  return method([], ({ node, connection }) =>
    connection.subscribe(notification, `chain_${notification}`, (push) => {
      const current = node.header(node.best.hash)
      if (current !== undefined) push(headerJson(current))
      return node.onImport((block) => push(headerJson(block.header)))
    }),
  )
}

function end(notification: string): Method {
  return method([id], ({ connection }, subscription) =>
    connection.unsubscribe(notification, subscription),
  )
}

const table: MethodTable = {
  chain_getBlockHash: method([optional(any)], ({ node }, value) => {
    if (value === undefined) return `0x${node.best.hash}`
    if (!Array.isArray(value)) return hashAt(node, value)
    if (value.length > 1024) throw invalidParams('at most 1024 block numbers')
    return value.map((entry) => hashAt(node, entry))
  }),
  chain_getFinalizedHead: method([], ({ node }) => `0x${node.best.hash}`),
  chain_getHeader: method([optional(hash)], ({ node }, at) => {
    const header = node.header(at ?? node.best.hash)
    return header === undefined ? null : headerJson(header)
  }),
  chain_getBlock: method([optional(hash)], ({ node }, at) => {
    const block = node.block(at ?? node.best.hash)
    if (block === undefined) return null
    const { header, body } = block
    return {
      block: { header: headerJson(header), extrinsics: body.map(bytesTo0x) },
      justifications: null,
    }
  }),
  chain_subscribeNewHeads: heads('newHead'),
  chain_unsubscribeNewHeads: end('newHead'),
  chain_subscribeFinalizedHeads: heads('finalizedHead'),
  chain_unsubscribeFinalizedHeads: end('finalizedHead'),
  chain_subscribeAllHeads: heads('allHead'),
  chain_unsubscribeAllHeads: end('allHead'),
}

export const chainMethods = withAliases(table, {
  chain_getHead: 'chain_getBlockHash',
  chain_getFinalisedHead: 'chain_getFinalizedHead',
  chain_subscribeNewHead: 'chain_subscribeNewHeads',
  subscribe_newHead: 'chain_subscribeNewHeads',
  chain_unsubscribeNewHead: 'chain_unsubscribeNewHeads',
  unsubscribe_newHead: 'chain_unsubscribeNewHeads',
  chain_subscribeFinalisedHeads: 'chain_subscribeFinalizedHeads',
  chain_unsubscribeFinalisedHeads: 'chain_unsubscribeFinalizedHeads',
})
