/**
 * `chainSpec_v1_*` and `transaction_v1_*` of the new JSON-RPC API.
 *
 * @module
 */
import { PoolError } from '../pool.ts'
import { subscriptionId } from './connection.ts'
import { RpcError } from './errors.ts'
import { type MethodTable, method } from './method-table.ts'
import { bytes, text } from './params.ts'

export const chainSpecMethods: MethodTable = {
  chainSpec_v1_chainName: method([], ({ node }) => node.chainName),
  chainSpec_v1_genesisHash: method([], ({ node }) => `0x${node.genesisHash}`),
  chainSpec_v1_properties: method([], () => ({
    ss58Format: 42,
    tokenDecimals: 9,
    tokenSymbol: 'TAO',
  })),
  transaction_v1_broadcast: method([bytes], ({ node }, extrinsic) => {
    try {
      node.submit(extrinsic)
    } catch (refusal) {
      // Specified: what is invalid is ignored, and the client finds out by looking at blocks.
      if (!(refusal instanceof RpcError || refusal instanceof PoolError)) throw refusal
    }
    return subscriptionId()
  }),
  // A transaction that reached the pool of the only author needs no further broadcast.
  transaction_v1_stop: method([text], () => null),
}
