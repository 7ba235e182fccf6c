/**
 * What a timelocked commit holds once it is decrypted.
 *
 * Source: ../shared/spec/weights.md section 7 "Payload decoding"; drand-timelock.md section 3.
 *
 * @module
 */
import { type AccountId, accountId } from '../../../../../src/primitives/account-id.ts'
import { bytesToHex } from '../../../../../src/primitives/hex.ts'
import { ScaleError, ScaleReader } from '../../../../frame/scale/reader.ts'
import { tuple, vec } from '../../../../frame/types/combinators.ts'
import { bytes, u16, u64 } from '../../../../frame/types/primitives.ts'
import type { Type } from '../../../../frame/types/type.ts'

export interface TimelockedWeights {
  /** Who the payload says committed it. Undefined in payloads of old clients. */
  readonly hotkey: AccountId | undefined
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly versionKey: bigint
}

const ACCOUNT_SIZE = 32
const withHotkey = tuple(bytes, vec(u16), vec(u16), u64)
const withoutHotkey = tuple(vec(u16), vec(u16), u64)

/** @returns undefined where the bytes are no payload; bytes behind it are ignored */
export function readTimelockedWeights(plain: Uint8Array): TimelockedWeights | undefined {
  const named = tryRead(withHotkey, plain)
  if (named !== undefined && named[0].length >= ACCOUNT_SIZE) {
    const [who, uids, values, versionKey] = named
    const hotkey = accountId(bytesToHex(who.subarray(0, ACCOUNT_SIZE)))
    return { hotkey, uids, values, versionKey }
  }
  const legacy = tryRead(withoutHotkey, plain)
  if (legacy === undefined) return undefined
  const [uids, values, versionKey] = legacy
  return { hotkey: undefined, uids, values, versionKey }
}

function tryRead<T>(type: Type<T>, plain: Uint8Array): T | undefined {
  try {
    return type.read(new ScaleReader(plain))
  } catch (error) {
    if (error instanceof ScaleError) return undefined
    throw error
  }
}
