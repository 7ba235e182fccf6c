/**
 * Types that every pallet speaks of: accounts, hashes, dispatch weight, fixed-point composites.
 *
 * @module
 */
import type { AccountId } from '../../../src/primitives/account-id.ts'
import { U16Pairs } from '../u16-pairs.ts'
import { compact, named, struct, tuple, vec } from './combinators.ts'
import { enumeration, plainEnum } from './enumeration.ts'
import { byteArray, bytes, i64, i128, u16, u64, u128 } from './primitives.ts'
import type { ParamDef, Type } from './type.ts'

function hexNewtype<T extends string>(path: string, size: number, typeName: string): Type<T> {
  return {
    def: {
      kind: 'composite',
      path,
      params: [],
      fields: [{ type: byteArray(size), typeName: `[u8; ${size}]` }],
    },
    typeName,
    sizeMin: size,
    write(w, value) {
      if (value.length !== size * 2) throw new RangeError(`${typeName} needs ${size} bytes`)
      w.hex(value)
    },
    read: (r) => r.hex(size) as T,
  }
}

/** 32 bytes as lower-case hex. */
export const accountId: Type<AccountId> = hexNewtype(
  'sp_core::crypto::AccountId32',
  32,
  'T::AccountId',
)
/** 32 bytes as lower-case hex. */
export const h256: Type<string> = hexNewtype('primitive_types::H256', 32, 'T::Hash')
/** 20 bytes as lower-case hex. */
export const h160: Type<string> = hexNewtype('primitive_types::H160', 20, 'H160')

/** Newtypes of the chain that metadata shows as the plain integer, under their own type names. */
export const netuid: Type<number> = { ...u16, typeName: 'NetUid' }
export const netuidStorageIndex: Type<number> = { ...u16, typeName: 'NetUidStorageIndex' }
export const taoBalance: Type<bigint> = { ...u64, typeName: 'TaoBalance' }
export const alphaBalance: Type<bigint> = { ...u64, typeName: 'AlphaBalance' }
export const balance: Type<bigint> = { ...u64, typeName: 'T::Balance' }

/** `Vec<(u16, u16)>`, packed. Bytes are taken as they are: every machine that runs this is little-endian. */
export const u16Pairs: Type<U16Pairs> = {
  ...vec(tuple(u16, u16)),
  write(w, { packed, length }) {
    w.compact(length)
    w.raw(new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength))
  },
  read(r) {
    const packed = new Uint16Array(2 * r.length(4))
    new Uint8Array(packed.buffer).set(r.raw(packed.byteLength))
    return new U16Pairs(packed)
  },
}

/** FRAME's cost of a call: picoseconds of computation and bytes of proof. */
export interface DispatchWeight {
  readonly refTime: bigint
  readonly proofSize: bigint
}

export const dispatchWeight: Type<DispatchWeight> = struct(
  'sp_weights::weight_v2::Weight',
  {
    refTime: { type: compact(u64), typeName: 'u64' },
    proofSize: { type: compact(u64), typeName: 'u64' },
  },
  { typeName: 'Weight' },
)

export const dispatchClass = plainEnum('frame_support::dispatch::DispatchClass', [
  'Normal',
  'Operational',
  'Mandatory',
])
export const pays = plainEnum('frame_support::dispatch::Pays', ['Yes', 'No'])

/** `MultiAddress<AccountId, ()>`: where extrinsics name an account. */
export const multiAddress = enumeration(
  'sp_runtime::multiaddress::MultiAddress',
  {
    Id: [named('AccountId', accountId)],
    Index: [{ type: compactUnit(), typeName: 'AccountIndex' }],
    Raw: [bytes],
    Address32: [byteArray(32)],
    Address20: [byteArray(20)],
  },
  {
    params: [
      { name: 'AccountId', type: accountId },
      { name: 'AccountIndex', type: tuple() },
    ],
    typeName: 'AccountIdLookupOf<T>',
  },
)

/** `Compact<()>`, the index variant of a chain without account indices: no bytes. */
function compactUnit(): Type<undefined> {
  return {
    def: { kind: 'compact', item: tuple() },
    typeName: 'AccountIndex',
    sizeMin: 0,
    write() {},
    read: () => undefined,
  }
}

/** substrate-fixed types carry their width as a tower of type parameters; metadata shows it. */
function typenum(bits: number): Type<never> {
  const digits = bits.toString(2)
  const b0 = marker('substrate_typenum::bit::B0')
  const b1 = marker('substrate_typenum::bit::B1')
  let tower = marker('substrate_typenum::uint::UTerm')
  for (const digit of digits) {
    const lsb = digit === '1' ? b1 : b0
    const msb = tower
    tower = marker('substrate_typenum::uint::UInt', [
      { name: 'U', type: msb },
      { name: 'B', type: lsb },
    ])
  }
  return tower
}

function marker(path: string, params: readonly ParamDef[] = []): Type<never> {
  const fields = params.map((param) => ({
    name: param.name === 'U' ? 'msb' : 'lsb',
    type: param.type as Type<never>,
    typeName: param.name,
  }))
  return {
    def: { kind: 'composite', path, params, fields },
    typeName: path,
    sizeMin: 0,
    write() {},
    read() {
      throw new Error(`${path} has no values`)
    },
  }
}

function fixed(
  family: 'FixedU128' | 'FixedI128' | 'FixedI64',
  fracBits: number,
  typeName: string,
): Type<bigint> {
  const inner = family === 'FixedU128' ? u128 : family === 'FixedI128' ? i128 : i64
  const frac = typenum(fracBits)
  return {
    def: {
      kind: 'composite',
      path: `substrate_fixed::${family}`,
      params: [{ name: 'Frac', type: frac }],
      fields: [{ name: 'bits', type: inner, typeName: inner.typeName }],
    },
    typeName,
    sizeMin: inner.sizeMin,
    write: (w, value) => inner.write(w, value),
    read: (r) => inner.read(r),
  }
}

/** Raw bits as bigint; the operations are in `frame/fixed`. */
export const u64f64 = fixed('FixedU128', 64, 'U64F64')
export const u96f32 = fixed('FixedU128', 32, 'U96F32')
export const i96f32 = fixed('FixedI128', 32, 'I96F32')
export const i64f64 = fixed('FixedI128', 64, 'I64F64')
export const i32f32 = fixed('FixedI64', 32, 'I32F32')
