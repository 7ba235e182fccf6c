/**
 * Accounts without a key, which only their proxies move.
 *
 * Source: ../shared/spec/subnets.md 16.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../src/primitives/hash.ts'
import { tuple } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { byteArray, u16, u32 } from '../../../frame/types/primitives.ts'
import { encode } from '../../../frame/types/type.ts'
import { type ProxyType, proxyType } from './types.ts'

const SEED = new TextEncoder().encode('modlpy/proxy____')
const origin = tuple(byteArray(16), accountId, u32, u32, proxyType, u16)

/** All that a pure account is derived from. */
export interface PureOrigin {
  readonly spawner: AccountId
  readonly type: ProxyType
  /** Tells accounts apart that one extrinsic creates. */
  readonly index: number
  /** Block and extrinsic of its creation. */
  readonly height: number
  readonly extrinsicIndex: number
}

export function pureAccount(from: PureOrigin): AccountId {
  const { spawner, height, extrinsicIndex, type, index } = from
  const bytes = encode(origin, [SEED, spawner, height, extrinsicIndex, type, index])
  return blake2b256Hex(bytes) as AccountId
}
