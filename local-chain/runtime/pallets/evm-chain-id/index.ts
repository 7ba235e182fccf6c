/**
 * EVMChainId: the number that Ethereum clients know the chain by. Storage only.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { storage } from './storage.ts'

export const evmChainId = pallet({
  name: 'EVMChainId',
  index: 23,
  path: 'pallet_evm_chain_id',
  storage,
})
