/**
 * Encryption of whole key files: which container it is, opening any, writing the present one.
 *
 * @module
 */
import { deriveKeyfileKey, type Progress } from './argon2.ts'
import { checkNaclSize, NACL_PREFIX, openNacl, sealNacl } from './nacl.ts'
import { wipe } from './wipe.ts'

/** The containers that exist; only `nacl` is written. */
export type EncryptionMethod = 'none' | 'nacl' | 'ansibleVault' | 'fernet'

const PREFIXES: readonly (readonly [EncryptionMethod, Uint8Array])[] = [
  ['nacl', NACL_PREFIX],
  ['ansibleVault', new TextEncoder().encode('$ANSIBLE_VAULT')],
  ['fernet', new TextEncoder().encode('gAAAAA')],
]

/** Tells the container by the file's first bytes, which is all there is to tell it by. */
export function encryptionOf(file: Uint8Array): EncryptionMethod {
  const found = PREFIXES.find(([, prefix]) => prefix.every((byte, index) => file[index] === byte))
  return found?.[0] ?? 'none'
}

/**
 * Opens a key file of any container; a plain one is returned as it is.
 *
 * @param password  taken as it is, neither trimmed nor normalised
 * @throws WrongPasswordError, KeyfileCorruptError
 */
export async function decryptKeyfile(
  file: Uint8Array,
  password: string,
  onProgress?: Progress,
): Promise<Uint8Array> {
  const method = encryptionOf(file)
  if (method === 'none') return file
  if (method === 'nacl') {
    checkNaclSize(file)
    return withKey(password, (key) => openNacl(file, key), onProgress)
  }
  const { decryptAnsibleVault, decryptFernet } = await import('./legacy-encryption.ts')
  return method === 'fernet' ? decryptFernet(file, password) : decryptAnsibleVault(file, password)
}

/** Seals a plain key file. The password's strength is the caller's business. */
export async function encryptKeyfile(
  plain: Uint8Array,
  password: string,
  onProgress?: Progress,
): Promise<Uint8Array> {
  return withKey(password, (key) => sealNacl(plain, { key }), onProgress)
}

async function withKey<T>(
  password: string,
  use: (key: Uint8Array) => Promise<T>,
  onProgress?: Progress,
): Promise<T> {
  const secret = new TextEncoder().encode(password)
  const key = await deriveKeyfileKey(secret, onProgress)
  try {
    return await use(key)
  } finally {
    wipe(secret, key)
  }
}
