/**
 * The types without parts: integers, booleans, text, raw bytes.
 *
 * Integers up to 32 bits are numbers, wider ones bigints. Writing a value outside of the type's range
 * is our own mistake and is refused here, so that it cannot wrap silently into a block.
 *
 * @module
 */
import { ScaleError, type ScaleReader } from '../scale/reader.ts'
import type { ScaleWriter } from '../scale/writer.ts'
import type { PrimitiveName, Type } from './type.ts'

function outOfRange(name: string, value: unknown): never {
  throw new RangeError(`${String(value)} is not a ${name}`)
}

function small(
  name: PrimitiveName,
  size: 1 | 2 | 4,
  min: number,
  max: number,
  read: (r: ScaleReader) => number,
): Type<number> {
  return {
    def: { kind: 'primitive', name },
    typeName: name,
    sizeMin: size,
    write(w, value) {
      if (!(value >= min && value <= max) || !Number.isInteger(value)) outOfRange(name, value)
      if (size === 1) w.u8(value & 0xff)
      else if (size === 2) w.u16(value & 0xffff)
      else w.u32(value >>> 0)
    },
    read,
  }
}

function wide(name: PrimitiveName, bits: 64 | 128, signed: boolean): Type<bigint> {
  const min = signed ? -(1n << BigInt(bits - 1)) : 0n
  const max = signed ? (1n << BigInt(bits - 1)) - 1n : (1n << BigInt(bits)) - 1n
  const modulus = 1n << BigInt(bits)
  const raw = (r: ScaleReader) => (bits === 64 ? r.u64() : r.u128())
  return {
    def: { kind: 'primitive', name },
    typeName: name,
    sizeMin: bits / 8,
    write(w, value) {
      if (typeof value !== 'bigint' || value < min || value > max) outOfRange(name, value)
      const unsigned = value < 0n ? value + modulus : value
      if (bits === 64) w.u64(unsigned)
      else w.u128(unsigned)
    },
    read: signed
      ? (r) => {
          const value = raw(r)
          return value > max ? value - modulus : value
        }
      : raw,
  }
}

export const u8 = small('u8', 1, 0, 0xff, (r) => r.u8())
export const u16 = small('u16', 2, 0, 0xffff, (r) => r.u16())
export const u32 = small('u32', 4, 0, 0xffff_ffff, (r) => r.u32())
export const i16 = small('i16', 2, -0x8000, 0x7fff, (r) => (r.u16() << 16) >> 16)
export const i32 = small('i32', 4, -0x8000_0000, 0x7fff_ffff, (r) => r.u32() | 0)
export const u64 = wide('u64', 64, false)
export const u128 = wide('u128', 128, false)
export const i64 = wide('i64', 64, true)
export const i128 = wide('i128', 128, true)

export const bool: Type<boolean> = {
  def: { kind: 'primitive', name: 'bool' },
  typeName: 'bool',
  sizeMin: 1,
  write(w, value) {
    w.u8(value ? 1 : 0)
  },
  read(r) {
    const byte = r.u8()
    if (byte > 1) throw new ScaleError(`${byte} is not a bool`)
    return byte === 1
  },
}

const utf8 = new TextEncoder()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

export const str: Type<string> = {
  def: { kind: 'primitive', name: 'str' },
  typeName: 'str',
  sizeMin: 1,
  write(w, value) {
    const bytes = utf8.encode(value)
    w.compact(bytes.length)
    w.raw(bytes)
  },
  read(r) {
    const bytes = r.raw(r.length(1))
    try {
      return strictUtf8.decode(bytes)
    } catch (cause) {
      throw new ScaleError('text is not UTF-8', { cause })
    }
  },
}

/** `Vec<u8>` as bytes. */
export const bytes: Type<Uint8Array> = {
  def: { kind: 'sequence', item: u8 },
  typeName: 'Vec<u8>',
  sizeMin: 1,
  write(w, value) {
    w.compact(value.length)
    w.raw(value)
  },
  read: (r) => r.raw(r.length(1)),
}

/** `[u8; size]` as bytes. */
export function byteArray(size: number): Type<Uint8Array> {
  return {
    def: { kind: 'array', item: u8, size },
    typeName: `[u8; ${size}]`,
    sizeMin: size,
    write(w: ScaleWriter, value) {
      if (value.length !== size) outOfRange(`[u8; ${size}]`, `array of ${value.length} bytes`)
      w.raw(value)
    },
    read: (r) => r.raw(size),
  }
}

/** The unit type. */
export const unit: Type<undefined> = {
  def: { kind: 'tuple', items: [] },
  typeName: '()',
  sizeMin: 0,
  write() {},
  read: () => undefined,
}
