/**
 * Signers: the one thing that the rest of the program gets to see of a secret key.
 *
 * @module
 */
import type { AccountId } from '../primitives/account-id.ts'
import type { CryptoType, PublicKey, SecretKey } from './key.ts'
import { keyFromUri } from './make-key.ts'

/** Signs for one account. A hardware or remote signer may take its time, hence the promise. */
export interface Signer {
  readonly accountId: AccountId
  readonly address: string
  readonly publicKey: Uint8Array
  readonly cryptoType: CryptoType
  /** @returns 64 bytes */
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** A signer whose key is in this process. */
export interface LocalSigner extends Signer {
  sign(message: Uint8Array): Uint8Array
}

// Browser wallets sign texts only inside these marks, so that no text passes for a transaction.
const WRAP_OPEN = new TextEncoder().encode('<Bytes>')
const WRAP_CLOSE = new TextEncoder().encode('</Bytes>')

/** A signer over a key in memory. Loads the key's curve code. */
export async function signerFromKey(key: SecretKey): Promise<LocalSigner> {
  const { accountId, address, publicKey, cryptoType, privateKey } = key
  const facts = { accountId, address, publicKey, cryptoType }
  if (cryptoType === 'ed25519') {
    const { sign } = await import('./ed25519.ts')
    return { ...facts, sign: (message) => sign(message, privateKey) }
  }
  const { sign } = await import('./sr25519.ts')
  const pair = { publicKey, privateKey }
  return { ...facts, sign: (message) => sign(message, pair) }
}

/**
 * A development signer: `//Alice` to `//Ferdie`, `//One`, or any other URI. Everybody knows these
 * keys; they hold value on local chains only.
 *
 * @throws InvalidKeyError, InvalidMnemonicError
 */
export async function devSigner(
  uri: string,
  cryptoType: CryptoType = 'sr25519',
): Promise<LocalSigner> {
  return signerFromKey(await keyFromUri(uri, cryptoType))
}

/** What a signature is checked against. */
export interface SignedMessage {
  readonly message: Uint8Array
  readonly signature: Uint8Array
  readonly signer: Pick<PublicKey, 'publicKey' | 'cryptoType'>
}

/**
 * Whether the signature is the signer's over the message, or over the message inside
 * `<Bytes></Bytes>`, as browser wallets sign texts.
 */
export async function verifySignature({
  message,
  signature,
  signer,
}: SignedMessage): Promise<boolean> {
  const { verify } =
    signer.cryptoType === 'ed25519' ? await import('./ed25519.ts') : await import('./sr25519.ts')
  const proof = { signature, publicKey: signer.publicKey }
  return verify(message, proof) || verify(wrapBytes(message), proof)
}

/** The message inside `<Bytes></Bytes>`. */
export function wrapBytes(message: Uint8Array): Uint8Array {
  const out = new Uint8Array(WRAP_OPEN.length + message.length + WRAP_CLOSE.length)
  out.set(WRAP_OPEN)
  out.set(message, WRAP_OPEN.length)
  out.set(WRAP_CLOSE, WRAP_OPEN.length + message.length)
  return out
}
