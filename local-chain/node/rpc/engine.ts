/**
 * `engine_*`: manual sealing as substrate offers it, and `dev_*`: many blocks at once.
 *
 * @module
 */
import { ADVANCE_MAX } from '../limits.ts'
import { invalidParams, RpcError } from './errors.ts'
import { type MethodTable, method } from './method-table.ts'
import { any, bool, hash, optional, uint } from './params.ts'

export const engineMethods: MethodTable = {
  engine_createBlock: method(
    [bool, bool, optional(hash)],
    async ({ node }, createEmpty, _finalize, parent) => {
      if (parent !== undefined && parent !== node.best.hash) {
        throw new RpcError(13000, 'Block not found: only the best block can be built upon')
      }
      if (!createEmpty && node.pending().length === 0) {
        throw new RpcError(
          12000,
          'Transaction pool is empty, set create_empty to true, if you want to create empty blocks',
        )
      }
      const block = await node.advance(1)
      return {
        hash: `0x${block.hash}`,
        aux: {
          header_only: false,
          clear_justification_requests: false,
          needs_justification: false,
          bad_justification: false,
          is_new_best: true,
        },
        proof_size: 0,
      }
    },
  ),
  // Blocks are final when they are made.
  engine_finalizeBlock: method([hash, optional(any)], ({ node }, target) => {
    if (node.header(target) === undefined) throw new RpcError(13000, 'Block not found')
    return true
  }),
}

/** Not part of substrate; switched off with the rest of `dev_*`. */
export const devMethods: MethodTable = {
  dev_advance: method([uint], async ({ node }, count) => {
    if (count < 1 || count > ADVANCE_MAX) throw invalidParams(`1 to ${ADVANCE_MAX} blocks`)
    const block = await node.advance(count)
    return { number: block.number, hash: `0x${block.hash}` }
  }),
}
