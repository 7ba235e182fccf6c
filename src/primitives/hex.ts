/**
 * Hex as the project writes it: lower case, two digits a byte, no prefix unless asked for.
 *
 * @module
 */

const HEX_DIGITS = /^[0-9a-fA-F]*$/

/** Lower-case hex without `0x`. */
export function bytesToHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

/** Lower-case hex with `0x`, as JSON-RPC and keyfiles want it. */
export function bytesTo0x(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`
}

/**
 * Bytes of a hex text without prefix, either case.
 *
 * @throws RangeError  an odd number of digits, or a character that is not a hex digit
 */
export function hexToBytes(hex: string): Uint8Array {
  // Buffer would stop at a bad digit silently, and it takes full-width digits for ASCII ones. The
  // text stays out of the message: it may be a private key.
  if (!isHex(hex)) throw new RangeError(`not hex: a text of ${hex.length} characters`)
  // A copy: a pooled Buffer would share its memory with others and behave unlike a Uint8Array.
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

/** Like `hexToBytes`, with or without a leading `0x`. */
export function parseHex(text: string): Uint8Array {
  return hexToBytes(strip0x(text))
}

/** The text without one leading `0x`. */
export function strip0x(text: string): string {
  return text.startsWith('0x') ? text.slice(2) : text
}

/** Whether the text is whole bytes of hex without prefix, of `size` bytes when given. */
export function isHex(text: string, size?: number): boolean {
  if (size === undefined ? text.length % 2 !== 0 : text.length !== size * 2) return false
  return HEX_DIGITS.test(text)
}
