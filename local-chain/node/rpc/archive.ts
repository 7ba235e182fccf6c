/**
 * `archive_v1_*`: blocks outside of a follow subscription's window.
 *
 * Source: `../shared/spec/node-rpc.md` 7.4.
 *
 * @module
 */
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import { encodeHeader } from '../header.ts'
import { type MethodTable, method } from './method-table.ts'
import { any, bytes, hash, id, optional, text, uint } from './params.ts'
import { storageItems, storageQueries } from './storage-query.ts'

const STORAGE = 'archiveStorage'

export const archiveMethods: MethodTable = {
  archive_v1_genesisHash: method([], ({ node }) => `0x${node.genesisHash}`),
  archive_v1_finalizedHeight: method([], ({ node }) => node.best.number),
  archive_v1_hashByHeight: method([uint], ({ node }, height) => {
    const known = node.blockHash(height)
    return known === undefined ? [] : [`0x${known}`]
  }),
  archive_v1_header: method([hash], ({ node }, at) => {
    const header = node.header(at)
    return header === undefined ? null : bytesTo0x(encodeHeader(header))
  }),
  archive_v1_body: method([hash], ({ node }, at) => node.block(at)?.body.map(bytesTo0x) ?? null),
  archive_v1_call: method([hash, text, bytes], ({ node }, at, name, args) => {
    const header = node.header(at)
    if (header === undefined) return null
    const answer = node.callApi({ number: header.number, hash: at }, name, args)
    return answer.found
      ? { success: true, value: bytesTo0x(answer.bytes) }
      : { success: false, error: `Exported method ${name} is not found` }
  }),
  archive_v1_storage: method(
    [hash, storageQueries, optional(any)],
    ({ node, connection }, at, queries) =>
      connection.subscribe(STORAGE, 'archive_v1_storageEvent', (push, subscription) => {
        const header = node.header(at)
        const items = header && storageItems(node, { number: header.number, hash: at }, queries)
        for (const item of items ?? []) push({ event: 'storage', ...item })
        if (items !== undefined) push({ event: 'storageDone' })
        else push({ event: 'storageError', error: `No state of block 0x${at}` })
        // Clients stop only what is not done yet.
        connection.complete(subscription)
        return () => {}
      }),
  ),
  archive_v1_stopStorage: method([id], ({ connection }, subscription) => {
    connection.unsubscribe(STORAGE, subscription)
    return null
  }),
}
