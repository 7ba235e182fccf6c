/**
 * The key derivation of encrypted key files: Argon2i with parameters and salt that every wallet of
 * the network shares.
 *
 * Source: ../shared/spec/wallet.md section 4.1 (libsodium's "sensitive" limits for argon2i13).
 *
 * @module
 */

/** One salt for everyone: the format has no room for another. */
const SALT = Uint8Array.of(
  0x13,
  0x71,
  0x83,
  0xdf,
  0xf1,
  0x5a,
  0x09,
  0xbc,
  0x9c,
  0x90,
  0xb5,
  0x51,
  0x87,
  0x39,
  0xe9,
  0xb1,
)

const PASSES = 8
const MEMORY_KIB = 512 * 1024
const KEY_SIZE = 32

const DRAW_MS = 50

/** Told how far the derivation is, from 0 to 1. */
export type Progress = (fraction: number) => void

/**
 * Derives the key of a password.
 *
 * The event loop stands still meanwhile, so `onProgress` hears of the start and the end only.
 *
 * @param password  UTF-8 bytes, may be empty
 * @returns         32 bytes; wipe them after use
 * @cost            512 MiB of memory and a few seconds; half a minute for the empty password
 */
export async function deriveKeyfileKey(
  password: Uint8Array,
  onProgress?: Progress,
): Promise<Uint8Array> {
  // The WebAssembly library refuses empty passwords, which old files may have.
  if (password.length === 0) return deriveInJavaScript(password, onProgress)
  onProgress?.(0)
  // A bar that was just asked for gets its turn to be drawn.
  await new Promise((next) => setTimeout(next, onProgress === undefined ? 0 : DRAW_MS))
  const { argon2i } = await import('./argon2-wasm.ts')
  const key = await argon2i({
    password,
    salt: SALT,
    iterations: PASSES,
    parallelism: 1,
    memorySize: MEMORY_KIB,
    hashLength: KEY_SIZE,
    outputType: 'binary',
  })
  onProgress?.(1)
  return key
}

async function deriveInJavaScript(
  password: Uint8Array,
  onProgress?: Progress,
): Promise<Uint8Array> {
  const { argon2iAsync } = await import('@noble/hashes/argon2.js')
  return argon2iAsync(password, SALT, {
    t: PASSES,
    m: MEMORY_KIB,
    p: 1,
    version: 0x13,
    dkLen: KEY_SIZE,
    // The library's default limit is below what the format asks for.
    maxmem: 2 ** 30,
    asyncTick: 50,
    ...(onProgress === undefined ? {} : { onProgress }),
  })
}
