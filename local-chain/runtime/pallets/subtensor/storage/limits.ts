/**
 * Storage of SubtensorModule: limits. Order is wire format.
 *
 * @module
 */
import { doubleMap, map, value } from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../../frame/storage/hashers.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { u16, u32, u64 } from '../../../../frame/types/primitives.ts'

export const limitsStorage = {
  minActivityCutoff: value(u16, 360),
  adminFreezeWindow: value(u16, 10),
  ownerHyperparamRateLimit: value(u16, 2),
  dissolveNetworkScheduleDuration: value(u32, 36_000),
  lastHotkeySwapOnNetuid: doubleMap(identity(u16), blake2Concat(accountId), u64, 0n),
  nextStakeJobId: value(u64, 0n),
  taoWeight: value(u64, 971_718_665_099_567_868n),
  ckBurn: value(u64, 0n, { name: 'CKBurn' }),
  maxDelegateTake: value(u16, 11_796),
  minDelegateTake: value(u16, 0),
  maxChildkeyTake: value(u16, 11_796),
  minChildkeyTake: value(u16, 0),
  minChildkeyTakePerSubnet: map(identity(u16), u16, 0),
}
