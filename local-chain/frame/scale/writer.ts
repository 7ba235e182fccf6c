/**
 * Writes SCALE bytes into a growing buffer. One writer is reused for many values, so encoding a
 * storage value costs one copy and no intermediate arrays.
 *
 * Source: SCALE as parity-scale-codec encodes it.
 *
 * @module
 */
const COMPACT_U16_MAX = 1n << 14n
const COMPACT_U32_MAX = 1n << 30n

/** Up to this size copying byte by byte beats a typed array's own `slice`. */
const SMALL = 16

export class ScaleWriter {
  #bytes: Buffer
  #view: DataView
  #length = 0

  constructor(capacity = 256) {
    this.#bytes = Buffer.from(new ArrayBuffer(capacity))
    this.#view = new DataView(this.#bytes.buffer)
  }

  /** Number of bytes written so far. */
  get length(): number {
    return this.#length
  }

  /** Forgets what was written; the buffer stays. */
  reset(): void {
    this.#length = 0
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    const copy = new Uint8Array(this.#length)
    if (this.#length > SMALL) copy.set(this.#bytes.subarray(0, this.#length))
    else for (let i = 0; i < this.#length; i++) copy[i] = this.#bytes[i] as number
    return copy
  }

  u8(value: number): void {
    const at = this.#reserve(1)
    this.#view.setUint8(at, value)
  }

  u16(value: number): void {
    const at = this.#reserve(2)
    this.#view.setUint16(at, value, true)
  }

  u32(value: number): void {
    const at = this.#reserve(4)
    this.#view.setUint32(at, value, true)
  }

  u64(value: bigint): void {
    const at = this.#reserve(8)
    this.#view.setBigUint64(at, value, true)
  }

  u128(value: bigint): void {
    const at = this.#reserve(16)
    this.#view.setBigUint64(at, value, true)
    this.#view.setBigUint64(at + 8, value >> 64n, true)
  }

  raw(value: Uint8Array): void {
    const at = this.#reserve(value.length)
    this.#bytes.set(value, at)
  }

  /** @throws RangeError  an odd number of digits, or a character that is not a hex digit */
  hex(value: string): void {
    const size = value.length / 2
    const at = this.#reserve(Math.ceil(size))
    // Written in place; a bad digit ends the writing early.
    if (this.#bytes.write(value, at, 'hex') !== size) throw new RangeError('not hex')
  }

  /** Compact<u32>: also the length prefix of every sequence. */
  compact(value: number): void {
    if (value < 0x40) this.u8(value << 2)
    else if (value < 0x4000) this.u16((value << 2) | 1)
    else if (value < 0x4000_0000) this.u32(((value << 2) | 2) >>> 0)
    else this.compactBig(BigInt(value))
  }

  /** Compact<u64> and Compact<u128>. */
  compactBig(value: bigint): void {
    if (value < 0x40n) this.u8(Number(value) << 2)
    else if (value < COMPACT_U16_MAX) this.u16((Number(value) << 2) | 1)
    else if (value < COMPACT_U32_MAX) this.u32(((Number(value) << 2) | 2) >>> 0)
    else {
      let size = 4
      while (value >> BigInt(size * 8) > 0n) size++
      this.u8(((size - 4) << 2) | 3)
      for (let rest = value, i = 0; i < size; i++, rest >>= 8n) this.u8(Number(rest & 0xffn))
    }
  }

  #reserve(size: number): number {
    const at = this.#length
    const end = at + size
    if (end > this.#bytes.length) {
      const grown = Buffer.from(new ArrayBuffer(Math.max(end, this.#bytes.length * 2)))
      grown.set(this.#bytes)
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    this.#length = end
    return at
  }
}
