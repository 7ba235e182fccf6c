/**
 * Storage of SubtensorModule: hotkeys. Order is wire format.
 *
 * @module
 */

import { ZERO_ACCOUNT } from '../../../../../src/primitives/account-id.ts'
import { doubleMap, map } from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../../frame/storage/hashers.ts'
import { tuple, vec } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { u16, u64, u128 } from '../../../../frame/types/primitives.ts'

export const hotkeysStorage = {
  owner: map(blake2Concat(accountId), accountId, ZERO_ACCOUNT),
  accountFlags: map(blake2Concat(accountId), u128, 0n),
  delegates: map(blake2Concat(accountId), u16, 11_796),
  childkeyTake: doubleMap(blake2Concat(accountId), identity(u16), u16, 0),
  pendingChildKeys: doubleMap(
    identity(u16),
    blake2Concat(accountId),
    tuple(vec(tuple(u64, accountId)), u64),
    [[], 0n],
  ),
  childKeys: doubleMap(blake2Concat(accountId), identity(u16), vec(tuple(u64, accountId)), []),
  parentKeys: doubleMap(blake2Concat(accountId), identity(u16), vec(tuple(u64, accountId)), []),
  alphaDividendsPerSubnet: doubleMap(identity(u16), blake2Concat(accountId), u64, 0n),
  rootAlphaDividendsPerSubnet: doubleMap(identity(u16), blake2Concat(accountId), u64, 0n),
}
