/**
 * Base58 with the Bitcoin alphabet, for short inputs: addresses.
 *
 * @module
 */

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

const DIGITS = new Map([...ALPHABET].map((character, value) => [character, value]))

/** @cost quadratic in the length; meant for tens of bytes */
export function base58Encode(bytes: Uint8Array): string {
  const digits: number[] = []
  for (const byte of bytes) {
    let carry = byte
    for (let index = 0; index < digits.length; index += 1) {
      carry += (digits[index] as number) << 8
      digits[index] = carry % 58
      carry = (carry / 58) | 0
    }
    for (; carry > 0; carry = (carry / 58) | 0) digits.push(carry % 58)
  }
  // Leading zero bytes vanish in a number, so each becomes a leading "1".
  let text = ''
  for (let index = 0; index < bytes.length && bytes[index] === 0; index += 1) text += '1'
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    text += ALPHABET[digits[index] as number]
  }
  return text
}

/**
 * @returns `undefined` when a character is outside the alphabet
 * @cost    quadratic in the length: callers bound it first
 */
export function base58Decode(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const digit = DIGITS.get(character)
    if (digit === undefined) return undefined
    let carry = digit
    for (let index = 0; index < bytes.length; index += 1) {
      carry += (bytes[index] as number) * 58
      bytes[index] = carry & 0xff
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff)
  }
  let zeros = 0
  while (zeros < text.length && text[zeros] === '1') zeros += 1
  const out = new Uint8Array(zeros + bytes.length)
  for (let index = 0; index < bytes.length; index += 1) {
    out[zeros + index] = bytes[bytes.length - 1 - index] as number
  }
  return out
}
