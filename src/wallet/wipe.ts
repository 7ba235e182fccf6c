/**
 * Overwriting secrets that are done with.
 *
 * It is worth doing for long-lived byte arrays (derived keys, decrypted files, private keys), since
 * it keeps them out of a later core dump or heap snapshot. It does nothing for strings: JavaScript
 * copies and keeps them as it likes, so a mnemonic or password that was a string stays until the
 * collector runs.
 *
 * @module
 */

/** Fills the arrays with zeros. */
export function wipe(...secrets: (Uint8Array | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0)
}
