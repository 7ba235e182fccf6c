/**
 * Storage items of SubtensorModule that clients of spec 393 read and that spec 425 no longer has.
 *
 * @module
 */
import { map, nMap } from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../../frame/storage/hashers.ts'
import { vec } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { bool, u16, u64 } from '../../../../frame/types/primitives.ts'

export const clientCompatStorage = {
  subnetTaoProvided: map(identity(u16), u64, 0n),
  subnetAlphaInProvided: map(identity(u16), u64, 0n),
  rank: map(identity(u16), vec(u16), []),
  trust: map(identity(u16), vec(u16), []),
  pruningScores: map(identity(u16), vec(u16), []),
  stakingOperationRateLimiter: nMap(
    [blake2Concat(accountId), blake2Concat(accountId), identity(u16)],
    bool,
    false,
  ),
}
