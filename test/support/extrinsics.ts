/**
 * Makes signed extrinsics of dev keys for tests, in all three kinds of signatures.
 *
 * @module
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { Keyring } from '@polkadot/keyring'
import { ScaleWriter } from '../../local-chain/frame/scale/writer.ts'
import { type Era, era as eraType } from '../../local-chain/frame/types/era.ts'
import { RUNTIME_VERSION } from '../../local-chain/runtime/version.ts'
import { type AccountId, accountId } from '../../src/primitives/account-id.ts'
import { blake2b256, blake2b256Hex } from '../../src/primitives/hash.ts'
import { bytesToHex } from '../../src/primitives/hex.ts'

export interface TestSigner {
  readonly account: AccountId
  /** Index of the kind, then the signature. */
  sign(payload: Uint8Array): Uint8Array
}

const SECRET = new Uint8Array(32).fill(7)

export function sr25519Signer(uri: string): TestSigner {
  const pair = new Keyring({ type: 'sr25519' }).addFromUri(uri)
  return {
    account: accountId(bytesToHex(pair.publicKey)),
    sign: (payload) => Uint8Array.of(1, ...pair.sign(payload)),
  }
}

export function ed25519Signer(): TestSigner {
  return {
    account: accountId(bytesToHex(ed25519.getPublicKey(SECRET))),
    sign: (payload) => Uint8Array.of(0, ...ed25519.sign(payload, SECRET)),
  }
}

export function ecdsaSigner(): TestSigner {
  return {
    account: accountId(blake2b256Hex(secp256k1.getPublicKey(SECRET, true))),
    sign(payload) {
      const options = { prehash: false, format: 'recovered' } as const
      const [recovery, ...compact] = secp256k1.sign(blake2b256(payload), SECRET, options)
      return Uint8Array.of(2, ...compact, recovery as number)
    },
  }
}

export interface ExtrinsicParts {
  readonly signer: TestSigner
  /** SCALE of the call. */
  readonly call: Uint8Array
  readonly genesisHash: string
  /** Hash of the block in which the era begins; genesis where there is no era. */
  readonly birthHash?: string
  readonly era?: Era
  readonly nonce?: number
  readonly tip?: bigint
}

/** A signed extrinsic of format 4, its length in front. */
export function signedExtrinsic(parts: ExtrinsicParts): Uint8Array {
  const extra = new ScaleWriter()
  eraType.write(extra, parts.era)
  extra.compact(parts.nonce ?? 0)
  extra.compactBig(parts.tip ?? 0n)
  extra.u8(0)
  const payload = new ScaleWriter()
  payload.raw(parts.call)
  payload.raw(extra.finish())
  payload.u32(RUNTIME_VERSION.specVersion)
  payload.u32(RUNTIME_VERSION.transactionVersion)
  payload.hex(parts.genesisHash)
  payload.hex(parts.birthHash ?? parts.genesisHash)
  payload.u8(0)
  const bytes = payload.finish()
  const body = new ScaleWriter()
  body.u8(0x84)
  body.u8(0)
  body.hex(parts.signer.account)
  body.raw(parts.signer.sign(bytes.length > 256 ? blake2b256(bytes) : bytes))
  body.raw(extra.finish())
  body.raw(parts.call)
  return withLength(body.finish())
}

export function withLength(body: Uint8Array): Uint8Array {
  const w = new ScaleWriter()
  w.compact(body.length)
  w.raw(body)
  return w.finish()
}
