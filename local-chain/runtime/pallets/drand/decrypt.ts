/**
 * Opening what was encrypted to a round, with the stored pulse of that round.
 *
 * Source: ../shared/spec/drand-timelock.md section 3.
 *
 * @module
 */
import { parseSignature } from '../../../../src/primitives/timelock/beacon.ts'
import { decryptWithSignature } from '../../../../src/primitives/timelock/cipher.ts'
import type { Pulse } from './pulses.ts'

/** @returns undefined where the bytes are not encrypted to this pulse */
export function decryptWithPulse(ciphertext: Uint8Array, pulse: Pulse): Uint8Array | undefined {
  const point = parseSignature(withoutPrefix(pulse.signature))
  return point === undefined ? undefined : decryptWithSignature(ciphertext, point)
}

/** The chain drops a leading `0x` in ASCII. */
function withoutPrefix(signature: Uint8Array): Uint8Array {
  return signature[0] === 0x30 && signature[1] === 0x78 ? signature.subarray(2) : signature
}
