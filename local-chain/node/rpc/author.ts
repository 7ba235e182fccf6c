/**
 * `author_*`: submitting and watching transactions.
 *
 * @module
 */
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import type { TransactionStatus } from '../pool.ts'
import { type MethodTable, method } from './method-table.ts'
import { any, bytes, id, list } from './params.ts'

/** As substrate writes statuses: bare text, or one key with the hash. */
function statusJson(status: TransactionStatus): unknown {
  return 'hash' in status ? { [status.type]: `0x${status.hash}` } : status.type
}

export const authorMethods: MethodTable = {
  author_submitExtrinsic: method([bytes], ({ node }, extrinsic) => `0x${node.submit(extrinsic)}`),
  author_submitAndWatchExtrinsic: method([bytes], ({ node, connection }, extrinsic) =>
    connection.subscribe('extrinsicUpdate', 'author_extrinsicUpdate', (push) => {
      const watcher = (status: TransactionStatus) => push(statusJson(status))
      const hash = node.submit(extrinsic, watcher)
      return () => node.unwatch(hash, watcher)
    }),
  ),
  author_unwatchExtrinsic: method([id], ({ connection }, subscription) =>
    connection.unsubscribe('extrinsicUpdate', subscription),
  ),
  author_pendingExtrinsics: method([], ({ node }) =>
    node.pending().map((transaction) => bytesTo0x(transaction.bytes)),
  ),
  author_removeExtrinsic: method([list(any, 256)], ({ node }, targets) => {
    const hashes = targets.map((target) =>
      typeof target === 'object' && target !== null && 'hash' in target
        ? String(target.hash)
        : String(target),
    )
    return hashes.filter((hash) => node.removeTransaction(hash.replace(/^0x/, '')))
  }),
}
