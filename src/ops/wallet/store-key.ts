/**
 * Writes a key that exists already into a wallet, as `wallet regen-coldkey` and its kin do.
 *
 * @module
 */
import {
  type KeyRole,
  keyFromAddress,
  keyFromPublicKeyHex,
  type PublicKey,
  type SecretKey,
  saveKey,
  savePublicKey,
  type WalletLocation,
} from '../../wallet/index.ts'

export interface Storing {
  readonly role: KeyRole
  readonly location: WalletLocation
  /** Encrypts the file. */
  readonly password?: string
  readonly overwrite: boolean
}

/** @throws WalletError  the key is there already, or the folder cannot be written */
export async function storeKey(key: SecretKey, storing: Storing): Promise<{ address: string }> {
  const { role, location, password, overwrite } = storing
  await saveKey(role, location, key, {
    overwrite,
    ...(password === undefined ? {} : { password }),
  })
  return { address: key.address }
}

/** A public key by its address or its 64 hex digits. @throws WalletError, Ss58Error */
export function publicKeyOf(name: { address: string } | { hex: string }): PublicKey {
  return 'address' in name ? keyFromAddress(name.address) : keyFromPublicKeyHex(name.hex)
}

/** Writes the public file only: such a wallet can be watched and cannot sign. */
export async function storePublicKey(
  key: PublicKey,
  { role, location, overwrite }: Storing,
): Promise<void> {
  await savePublicKey(role, location, key, { overwrite })
}
