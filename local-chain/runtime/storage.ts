/**
 * The storage of all pallets, by the property under which runtime code reaches it:
 * `ctx.storage.subtensor.owner.get(hotkey)`.
 *
 * @module
 */

import { storage as adminUtils } from './pallets/admin-utils/storage.ts'
import { storage as alphaAssets } from './pallets/alpha-assets/storage.ts'
import { storage as aura } from './pallets/aura/storage.ts'
import { storage as balances } from './pallets/balances/storage.ts'
import { storage as commitments } from './pallets/commitments/storage.ts'
import { storage as crowdloan } from './pallets/crowdloan/storage.ts'
import { storage as drand } from './pallets/drand/storage.ts'
import { storage as evmChainId } from './pallets/evm-chain-id/storage.ts'
import { storage as limitOrders } from './pallets/limit-orders/storage.ts'
import { storage as mevShield } from './pallets/mev-shield/storage.ts'
import { storage as multisig } from './pallets/multisig/storage.ts'
import { storage as preimage } from './pallets/preimage/storage.ts'
import { storage as proxy } from './pallets/proxy/storage.ts'
import { storage as randomness } from './pallets/randomness-collective-flip/storage.ts'
import { storage as safeMode } from './pallets/safe-mode/storage.ts'
import { storage as scheduler } from './pallets/scheduler/storage.ts'
import { storage as subtensor } from './pallets/subtensor/storage.ts'
import { storage as sudo } from './pallets/sudo/storage.ts'
import { storage as swap } from './pallets/swap/storage.ts'
import { storage as system } from './pallets/system/storage.ts'
import { storage as timestamp } from './pallets/timestamp/storage.ts'
import { storage as transactionPayment } from './pallets/transaction-payment/storage.ts'

/** `pallet` is the prefix of the raw keys, and the name in metadata. */
export const runtimeStorage = {
  system: { pallet: 'System', storage: system },
  randomness: { pallet: 'RandomnessCollectiveFlip', storage: randomness },
  timestamp: { pallet: 'Timestamp', storage: timestamp },
  aura: { pallet: 'Aura', storage: aura },
  balances: { pallet: 'Balances', storage: balances },
  transactionPayment: { pallet: 'TransactionPayment', storage: transactionPayment },
  subtensor: { pallet: 'SubtensorModule', storage: subtensor },
  sudo: { pallet: 'Sudo', storage: sudo },
  multisig: { pallet: 'Multisig', storage: multisig },
  preimage: { pallet: 'Preimage', storage: preimage },
  scheduler: { pallet: 'Scheduler', storage: scheduler },
  proxy: { pallet: 'Proxy', storage: proxy },
  commitments: { pallet: 'Commitments', storage: commitments },
  adminUtils: { pallet: 'AdminUtils', storage: adminUtils },
  safeMode: { pallet: 'SafeMode', storage: safeMode },
  evmChainId: { pallet: 'EVMChainId', storage: evmChainId },
  drand: { pallet: 'Drand', storage: drand },
  crowdloan: { pallet: 'Crowdloan', storage: crowdloan },
  swap: { pallet: 'Swap', storage: swap },
  mevShield: { pallet: 'MevShield', storage: mevShield },
  alphaAssets: { pallet: 'AlphaAssets', storage: alphaAssets },
  limitOrders: { pallet: 'LimitOrders', storage: limitOrders },
} as const
