/**
 * Elements of vectors in raw memory.
 *
 * @module
 */

@inline
export function i64At(vector: usize, i: u32): i64 {
  return load<i64>(vector + (<usize>i << 3))
}

@inline
export function setI64(vector: usize, i: u32, value: i64): void {
  store<i64>(vector + (<usize>i << 3), value)
}

@inline
export function u64At(vector: usize, i: u32): u64 {
  return load<u64>(vector + (<usize>i << 3))
}

@inline
export function setU64(vector: usize, i: u32, value: u64): void {
  store<u64>(vector + (<usize>i << 3), value)
}

@inline
export function f64At(vector: usize, i: u32): f64 {
  return load<f64>(vector + (<usize>i << 3))
}

@inline
export function setF64(vector: usize, i: u32, value: f64): void {
  store<f64>(vector + (<usize>i << 3), value)
}

@inline
export function u32At(vector: usize, i: u32): u32 {
  return load<u32>(vector + (<usize>i << 2))
}

@inline
export function setU32(vector: usize, i: u32, value: u32): void {
  store<u32>(vector + (<usize>i << 2), value)
}

@inline
export function u16At(vector: usize, i: u32): u32 {
  return load<u16>(vector + (<usize>i << 1))
}

@inline
export function setU16(vector: usize, i: u32, value: u32): void {
  store<u16>(vector + (<usize>i << 1), <u16>value)
}

/** Column of a stored pair. */
@inline
export function pairColumn(pairs: usize, entry: u32): u32 {
  return load<u16>(pairs + (<usize>entry << 2))
}

/** Value of a stored pair. */
@inline
export function pairValue(pairs: usize, entry: u32): u32 {
  return load<u16>(pairs + (<usize>entry << 2), 2)
}
