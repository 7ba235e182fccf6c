/**
 * xxHash64 on 32-bit integers: storage prefixes need it at start-up, where bigint arithmetic would
 * be slow. The 64-bit lanes are pairs (low, high) of int32.
 *
 * Source: the xxHash specification, section "XXH64 algorithm description".
 *
 * @module
 */

// The five primes of the specification, low word then high word.
const P1L = 0x85ebca87 | 0
const P1H = 0x9e3779b1 | 0
const P2L = 0x27d4eb4f | 0
const P2H = 0xc2b2ae3d | 0
const P3L = 0x9e3779f9 | 0
const P3H = 0x165667b1 | 0
const P4L = 0xc2b2ae63 | 0
const P4H = 0x85ebca77 | 0
const P5L = 0x165667c5 | 0
const P5H = 0x27d4eb2f | 0

/** The register the operations below work on: two words of one 64-bit number. */
let low = 0
let high = 0

/** High word of the unsigned product of two 32-bit words, by 16-bit parts. */
function mulHigh(a: number, b: number): number {
  const al = a & 0xffff
  const ah = a >>> 16
  const bl = b & 0xffff
  const bh = b >>> 16
  const cross = ah * bl + ((al * bl) >>> 16)
  const carry = al * bh + (cross & 0xffff)
  // Each sum stays under 2^32 + 2^16 before `>>>`, and a double holds it exactly.
  return (ah * bh + Math.floor(cross / 0x10000) + Math.floor(carry / 0x10000)) | 0
}

/** register *= (l, h) modulo 2^64. */
function multiply(l: number, h: number): void {
  high = (mulHigh(low, l) + Math.imul(low, h) + Math.imul(high, l)) | 0
  low = Math.imul(low, l)
}

/** register += (l, h) modulo 2^64. */
function add(l: number, h: number): void {
  const sum = (low + l) | 0
  high = (high + h + (sum >>> 0 < low >>> 0 ? 1 : 0)) | 0
  low = sum
}

/** Rotates the register left by 0 < n < 32 bits. */
function rotate(n: number): void {
  const l = (low << n) | (high >>> (32 - n))
  high = (high << n) | (low >>> (32 - n))
  low = l
}

/** register ^= register >>> n, for n < 32. */
function xorShift(n: number): void {
  low ^= (low >>> n) | (high << (32 - n))
  high ^= high >>> n
}

/** register = (register + lane * P2), rotated left by 31, times P1: one accumulator step. */
function round(laneLow: number, laneHigh: number): void {
  const accLow = low
  const accHigh = high
  low = laneLow
  high = laneHigh
  multiply(P2L, P2H)
  add(accLow, accHigh)
  rotate(31)
  multiply(P1L, P1H)
}

function word(data: Uint8Array, at: number): number {
  const d = data as { readonly [index: number]: number }
  return (
    (d[at] as number) |
    ((d[at + 1] as number) << 8) |
    ((d[at + 2] as number) << 16) |
    ((d[at + 3] as number) << 24)
  )
}

/**
 * Writes the 64-bit hash of `data` little endian to `out[at..at + 8]`.
 *
 * @param seed  u32; storage hashers use 0, 1, 2 and 3
 * @cost        one pass, no allocation beyond four lanes
 */
export function xxhash64Into(
  data: Uint8Array,
  seed: number,
  target: { readonly out: Uint8Array; readonly at: number },
): void {
  const size = data.length
  let at = 0
  if (size >= 32) {
    const lanes = startLanes(seed)
    for (; at + 32 <= size; at += 32) {
      for (let lane = 0; lane < 4; lane += 1) {
        low = lanes[lane * 2] as number
        high = lanes[lane * 2 + 1] as number
        round(word(data, at + lane * 8), word(data, at + lane * 8 + 4))
        lanes[lane * 2] = low
        lanes[lane * 2 + 1] = high
      }
    }
    mergeLanes(lanes)
  } else {
    low = seed | 0
    high = 0
    add(P5L, P5H)
  }
  add(size | 0, 0)
  absorbTail(data, at)
  xorShift33()
  multiply(P2L, P2H)
  xorShift(29)
  multiply(P3L, P3H)
  // xorShift(32)
  low ^= high
  writeRegister(target.out, target.at)
}

/** The four accumulators: seed + P1 + P2, seed + P2, seed, seed - P1. */
function startLanes(seed: number): Int32Array {
  const lanes = new Int32Array(8)
  low = seed | 0
  high = 0
  add(P2L, P2H)
  lanes[2] = low
  lanes[3] = high
  add(P1L, P1H)
  lanes[0] = low
  lanes[1] = high
  lanes[4] = seed | 0
  low = seed | 0
  high = 0
  add(~P1L, ~P1H)
  add(1, 0)
  lanes[6] = low
  lanes[7] = high
  return lanes
}

/** Folds the four accumulators into the register. */
function mergeLanes(lanes: Int32Array): void {
  const turns = [1, 7, 12, 18]
  let sumLow = 0
  let sumHigh = 0
  for (let lane = 0; lane < 4; lane += 1) {
    low = lanes[lane * 2] as number
    high = lanes[lane * 2 + 1] as number
    rotate(turns[lane] as number)
    add(sumLow, sumHigh)
    sumLow = low
    sumHigh = high
  }
  for (let lane = 0; lane < 4; lane += 1) {
    low = 0
    high = 0
    round(lanes[lane * 2] as number, lanes[lane * 2 + 1] as number)
    low ^= sumLow
    high ^= sumHigh
    multiply(P1L, P1H)
    add(P4L, P4H)
    sumLow = low
    sumHigh = high
  }
}

/** Takes in the last, incomplete 32-byte stripe. */
function absorbTail(data: Uint8Array, from: number): void {
  let at = from
  for (; at + 8 <= data.length; at += 8) {
    const accLow = low
    const accHigh = high
    low = 0
    high = 0
    round(word(data, at), word(data, at + 4))
    low ^= accLow
    high ^= accHigh
    rotate(27)
    multiply(P1L, P1H)
    add(P4L, P4H)
  }
  if (at + 4 <= data.length) {
    const accLow = low
    const accHigh = high
    low = word(data, at)
    high = 0
    multiply(P1L, P1H)
    low ^= accLow
    high ^= accHigh
    rotate(23)
    multiply(P2L, P2H)
    add(P3L, P3H)
    at += 4
  }
  for (; at < data.length; at += 1) {
    const accLow = low
    const accHigh = high
    low = data[at] as number
    high = 0
    multiply(P5L, P5H)
    low ^= accLow
    high ^= accHigh
    rotate(11)
    multiply(P1L, P1H)
  }
}

/** register ^= register >>> 33. */
function xorShift33(): void {
  low ^= high >>> 1
}

function writeRegister(out: Uint8Array, at: number): void {
  for (let index = 0; index < 4; index += 1) {
    out[at + index] = low >>> (index * 8)
    out[at + 4 + index] = high >>> (index * 8)
  }
}
