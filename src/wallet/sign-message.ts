/**
 * Signing and checking texts, with the readings of btcli's `wallet sign` and `wallet verify`.
 *
 * Source: ../shared/spec/wallet.md section 10.
 *
 * @module
 */
import { bytesToHex, hexToBytes, isHex } from '../primitives/hex.ts'
import { isSs58 } from '../primitives/ss58.ts'
import { InvalidKeyError } from './errors.ts'
import type { CryptoType, PublicKey } from './key.ts'
import { keyFromAddress, keyFromPublicKeyHex } from './make-key.ts'
import { type Signer, verifySignature } from './signer.ts'

/** Signs the text's UTF-8 bytes; a leading `0x` means nothing here. @returns hex without `0x` */
export async function signText(signer: Signer, text: string): Promise<string> {
  return bytesToHex(await signer.sign(new TextEncoder().encode(text)))
}

/** What `verifyText` checks, as users paste it. */
export interface SignedText {
  readonly text: string
  /** Hex; `0x` is dropped wherever it occurs, and the case does not matter. */
  readonly signature: string
  readonly signer: Pick<PublicKey, 'publicKey' | 'cryptoType'>
}

/** Whether the signature is the signer's over the text; text that is no signature is not valid. */
export async function verifyText({ text, signature, signer }: SignedText): Promise<boolean> {
  const digits = signature.trim().replaceAll('0x', '').toLowerCase()
  if (!isHex(digits, 64)) return false
  const message = new TextEncoder().encode(text)
  return verifySignature({ message, signature: hexToBytes(digits), signer })
}

/**
 * The public key that a user names: an address, or 64 hex digits with or without `0x`.
 *
 * @throws InvalidKeyError  neither
 */
export function parseSignerName(text: string, cryptoType: CryptoType = 'sr25519'): PublicKey {
  if (isSs58(text)) return keyFromAddress(text, cryptoType)
  if (isHex(text, 32)) return keyFromPublicKeyHex(`0x${text}`, cryptoType)
  if (/^0x/.test(text)) return keyFromPublicKeyHex(text, cryptoType)
  throw new InvalidKeyError('INVALID_PUBLIC_KEY', 'it is neither an address nor a public key')
}
