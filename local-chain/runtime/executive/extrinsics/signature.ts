/**
 * Verifies the three kinds of signatures that an account may sign with.
 *
 * sr25519 is verified in JavaScript until `prepareSignatures` has loaded the same in WebAssembly, which
 * is several times faster.
 *
 * Source: `../shared/spec/node-rpc.md` 8.1.
 *
 * @module
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sr25519Verify } from '@polkadot/util-crypto/sr25519'
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { blake2b256, blake2b256Hex } from '../../../../src/primitives/hash.ts'
import { hexToBytes } from '../../../../src/primitives/hex.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { multiSignature } from '../../types.ts'

export type MultiSignature = TypeOf<typeof multiSignature>

type Verify = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean

let verifySr25519: Verify = sr25519Verify

/** Loads the fast verifier. Without it signatures are verified all the same. */
export async function prepareSignatures(): Promise<void> {
  const wasm = await import('@polkadot/wasm-crypto')
  if (!(await wasm.waitReady())) return
  verifySr25519 = (message, signature, publicKey) =>
    wasm.sr25519Verify(signature, message, publicKey)
}

/** Whether the account signed the message. */
export function isSignedBy(
  account: AccountId,
  signature: MultiSignature,
  message: Uint8Array,
): boolean {
  try {
    switch (signature.type) {
      case 'Sr25519':
        return verifySr25519(message, signature.value, hexToBytes(account))
      case 'Ed25519':
        return ed25519.verify(signature.value, message, hexToBytes(account), { zip215: true })
      case 'Ecdsa':
        return recoveredAccount(signature.value, message) === account
    }
  } catch {
    // Bytes that are no signature or no key sign nothing.
    return false
  }
}

/** The account of an ECDSA key is the hash of the compressed key; the key follows from the signature. */
function recoveredAccount(signature: Uint8Array, message: Uint8Array): string {
  const compact = signature.subarray(0, 64)
  const recovery = signature[64] as number
  const point = secp256k1.Signature.fromBytes(compact, 'compact')
    .addRecoveryBit(recovery >= 27 ? recovery - 27 : recovery)
    .recoverPublicKey(blake2b256(message))
  return blake2b256Hex(point.toBytes(true))
}
