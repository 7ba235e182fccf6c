/**
 * Reads SCALE bytes as strictly as parity-scale-codec does: short input, over-long compacts and
 * impossible lengths are errors, never guesses.
 *
 * @module
 */
import { bytesToHex } from '../../../src/primitives/hex.ts'
import type { CallTable } from '../call-table.ts'

/** The bytes are not an encoding of the type that was asked for. */
export class ScaleError extends Error {
  override name = 'ScaleError'
}

/** Nested values deeper than this are refused, as the chain does for calls within calls. */
const DEPTH_MAX = 256

export class ScaleReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #offset = 0
  #depth = 0

  /** How to read a RuntimeCall inside the bytes; needed only by types that hold calls. */
  readonly calls: CallTable | undefined

  constructor(bytes: Uint8Array, calls?: CallTable) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.calls = calls
  }

  /** Position of the next byte. */
  get offset(): number {
    return this.#offset
  }

  get remaining(): number {
    return this.#bytes.length - this.#offset
  }

  /** @throws ScaleError when bytes are left over */
  end(): void {
    if (this.remaining > 0) throw new ScaleError(`${this.remaining} bytes left over`)
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1))
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true)
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true)
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true)
  }

  u128(): bigint {
    const at = this.#take(16)
    return this.#view.getBigUint64(at, true) | (this.#view.getBigUint64(at + 8, true) << 64n)
  }

  /** A copy of the next `size` bytes. */
  raw(size: number): Uint8Array {
    const at = this.#take(size)
    return this.#bytes.slice(at, at + size)
  }

  hex(size: number): string {
    const at = this.#take(size)
    return bytesToHex(this.#bytes.subarray(at, at + size))
  }

  /** Bytes between two offsets, for values that keep their own encoding. */
  slice(from: number, to: number): Uint8Array {
    return this.#bytes.slice(from, to)
  }

  compact(): number {
    const value = this.compactBig()
    if (value > 0xffff_ffffn) throw new ScaleError('compact value exceeds u32')
    return Number(value)
  }

  compactBig(): bigint {
    const first = this.u8()
    switch (first & 3) {
      case 0:
        return BigInt(first >> 2)
      case 1: {
        const value = ((this.u8() << 8) | first) >> 2
        if (value < 0x40) throw new ScaleError('compact value is not in its shortest form')
        return BigInt(value)
      }
      case 2: {
        const value = (first | (this.u8() << 8) | (this.u16() << 16)) >>> 2
        if (value < 0x4000) throw new ScaleError('compact value is not in its shortest form')
        return BigInt(value)
      }
      default: {
        const size = (first >> 2) + 4
        if (size > 16) throw new ScaleError('compact value exceeds u128')
        let value = 0n
        for (let i = 0; i < size; i++) value |= BigInt(this.u8()) << BigInt(i * 8)
        const least = size === 4 ? 1n << 30n : 1n << BigInt((size - 1) * 8)
        if (value < least) throw new ScaleError('compact value is not in its shortest form')
        return value
      }
    }
  }

  /**
   * Length prefix of a sequence. Each element needs at least `elementSize` bytes, so a length that
   * the rest of the input cannot hold is refused before anything is allocated.
   */
  length(elementSize: number): number {
    const count = this.compact()
    if (count * elementSize > this.remaining) throw new ScaleError('sequence is cut short')
    return count
  }

  enter(): void {
    if (++this.#depth > DEPTH_MAX) throw new ScaleError('nested too deeply')
  }

  leave(): void {
    this.#depth--
  }

  #take(size: number): number {
    const at = this.#offset
    if (at + size > this.#bytes.length) throw new ScaleError('input is cut short')
    this.#offset = at + size
    return at
  }
}
