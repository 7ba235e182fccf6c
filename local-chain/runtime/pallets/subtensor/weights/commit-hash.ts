/**
 * The hash by which weights are committed before they are shown.
 *
 * Source: ../shared/spec/weights.md section 5 "Commit hash".
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../../src/primitives/hash.ts'
import { tuple, vec } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { u16, u64 } from '../../../../frame/types/primitives.ts'
import { encode } from '../../../../frame/types/type.ts'
import { mechanismIndex } from '../subnets/lookup.ts'
import type { WeightsOrder } from './set-weights.ts'

/** Weights as they are revealed: what was committed, and the salt that hid it. */
export interface SaltedWeights extends WeightsOrder {
  readonly salt: readonly number[]
}

const preimage = tuple(accountId, u16, vec(u16), vec(u16), vec(u16), u64)

/** @returns an H256; the values in it are those of the reveal, before the chain scales them */
export function commitHash(hotkey: AccountId, weights: SaltedWeights): string {
  const { netuid, mecid, uids, values, salt, versionKey } = weights
  const index = mechanismIndex(netuid, mecid)
  return blake2b256Hex(encode(preimage, [hotkey, index, uids, values, salt, versionKey]))
}
