/**
 * Passwords in environment variables named after the key file, as btcli and the SDK read and write
 * them. The value is only obscured (XOR with the name), not encrypted.
 *
 * Source: ../shared/spec/wallet.md section 6.
 *
 * @module
 */
import { PasswordSourceInvalidError } from './errors.ts'

/** What is read of the process environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The variable of a key file; the path is taken as given, after tilde expansion. */
export function envPasswordName(keyfilePath: string): string {
  return `BT_PW_${keyfilePath.replace(/[/.]/g, '_')}`.toUpperCase()
}

/** The value that stands for a password in the variable of this name. */
export function encodeEnvPassword({ name, password }: { name: string; password: string }): string {
  return Buffer.from(mask(new TextEncoder().encode(password), name)).toString('base64')
}

/**
 * The password in a value.
 *
 * @throws PasswordSourceInvalidError  not base64 (a plain password, usually), or not text after it
 */
export function decodeEnvPassword({ name, value }: { name: string; value: string }): string {
  const text = value.trim()
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    const why = 'it is not base64, this variable takes an encoded password'
    throw new PasswordSourceInvalidError(name, { why })
  }
  try {
    const bytes = mask(Buffer.from(text, 'base64'), name)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const why = 'it decodes to no text, was it encoded for another path?'
    throw new PasswordSourceInvalidError(name, { why, cause })
  }
}

/** The password that the environment holds for a key file; `undefined` when there is none. */
export function readEnvPassword({
  env,
  keyfilePath,
}: {
  env: Environment
  keyfilePath: string
}): string | undefined {
  const name = envPasswordName(keyfilePath)
  const value = env[name]
  return value === undefined ? undefined : decodeEnvPassword({ name, value })
}

function mask(bytes: Uint8Array, name: string): Uint8Array {
  const key = new TextEncoder().encode(name)
  return bytes.map((byte, index) => byte ^ (key[index % key.length] as number))
}
