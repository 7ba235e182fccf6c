/**
 * The pallets of the runtime, in index order: the order of their hooks and of metadata.
 *
 * @module
 */
import type { AnyPallet } from '../frame/pallet.ts'
import { adminUtils } from './pallets/admin-utils/index.ts'
import { alphaAssets } from './pallets/alpha-assets/index.ts'
import { aura } from './pallets/aura/index.ts'
import { balances } from './pallets/balances/index.ts'
import { commitments } from './pallets/commitments/index.ts'
import { crowdloan } from './pallets/crowdloan/index.ts'
import { drand } from './pallets/drand/index.ts'
import { evmChainId } from './pallets/evm-chain-id/index.ts'
import { limitOrders } from './pallets/limit-orders/index.ts'
import { mevShield } from './pallets/mev-shield/index.ts'
import { multisig } from './pallets/multisig/index.ts'
import { preimage } from './pallets/preimage/index.ts'
import { proxy } from './pallets/proxy/index.ts'
import { randomnessCollectiveFlip } from './pallets/randomness-collective-flip/index.ts'
import { safeMode } from './pallets/safe-mode/index.ts'
import { scheduler } from './pallets/scheduler/index.ts'
import { subtensor } from './pallets/subtensor/index.ts'
import { sudo } from './pallets/sudo/index.ts'
import { swap } from './pallets/swap/index.ts'
import { system } from './pallets/system/index.ts'
import { timestamp } from './pallets/timestamp/index.ts'
import { transactionPayment } from './pallets/transaction-payment/index.ts'
import { utility } from './pallets/utility/index.ts'

export const pallets: readonly AnyPallet[] = [
  system,
  randomnessCollectiveFlip,
  timestamp,
  aura,
  balances,
  transactionPayment,
  subtensor,
  utility,
  sudo,
  multisig,
  preimage,
  scheduler,
  proxy,
  commitments,
  adminUtils,
  safeMode,
  evmChainId,
  drand,
  crowdloan,
  swap,
  mevShield,
  alphaAssets,
  limitOrders,
]
