/**
 * `archive_v1_*`: blocks outside of a follow subscription's window.
 *
 * @module
 */
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import { encodeHeader } from '../header.ts'
import { type MethodTable, method } from './method-table.ts'
import { bytes, hash, text, uint } from './params.ts'

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
}
