/**
 * The accounts through which batches of orders are filled. They are in no one's hands.
 *
 * Source: ../shared/spec/swap.md section 11.
 *
 * @module
 */
import { accountId } from '../../../../src/primitives/account-id.ts'
import type { KeyPair } from '../subtensor/staking/stake-moves.ts'

/** `modl` ++ `bt/limit` and `modl` ++ `bt/lmhky`. */
export const PALLET_KEYS: KeyPair = {
  coldkey: accountId(`6d6f646c62742f6c696d6974${'0'.repeat(40)}`),
  hotkey: accountId(`6d6f646c62742f6c6d686b79${'0'.repeat(40)}`),
}
