/**
 * The form of a shielded extrinsic: hash of the key, encapsulated secret, nonce, ciphertext.
 *
 * Source: subtensor `pallets/shield/src/lib.rs`; ../shared/spec/cli.md 3 (mev) for the key hash.
 *
 * @module
 */
import { twox128 } from '../../../../src/primitives/hash.ts'
import { bytesToHex } from '../../../../src/primitives/hex.ts'
import type { Ctx } from '../../context.ts'

const KEY_HASH_LENGTH = 16
const NONCE_LENGTH = 24

/** Hash of the key that it was encrypted with; undefined when the bytes have another form. */
export function keyHashOf(ciphertext: Uint8Array): string | undefined {
  const secretAt = KEY_HASH_LENGTH + 2
  if (ciphertext.length < secretAt) return undefined
  const view = new DataView(ciphertext.buffer, ciphertext.byteOffset, ciphertext.byteLength)
  const secretLength = view.getUint16(KEY_HASH_LENGTH, true)
  if (ciphertext.length < secretAt + secretLength + NONCE_LENGTH) return undefined
  return bytesToHex(ciphertext.subarray(0, KEY_HASH_LENGTH))
}

/** Whether the author of this block or of one soon can decrypt it. */
export function isForKnownKey(ctx: Ctx, keyHash: string): boolean {
  const { currentKey, nextKey } = ctx.storage.mevShield
  return [currentKey.get(), nextKey.get()].some(
    (key) => key !== undefined && bytesToHex(twox128(key)) === keyHash,
  )
}
