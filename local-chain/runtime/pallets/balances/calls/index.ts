/**
 * The calls of Balances.
 *
 * @module
 */

import { burn } from './burn.ts'
import { forceAdjustTotalIssuance } from './force-adjust-total-issuance.ts'
import { forceSetBalance } from './force-set-balance.ts'
import { forceTransfer } from './force-transfer.ts'
import { forceUnreserve } from './force-unreserve.ts'
import { transferAll } from './transfer-all.ts'
import { transferAllowDeath } from './transfer-allow-death.ts'
import { transferKeepAlive } from './transfer-keep-alive.ts'
import { upgradeAccounts } from './upgrade-accounts.ts'

export const calls = {
  transferAllowDeath,
  forceTransfer,
  transferKeepAlive,
  transferAll,
  forceUnreserve,
  upgradeAccounts,
  forceSetBalance,
  forceAdjustTotalIssuance,
  burn,
}
