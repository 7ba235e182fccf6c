/**
 * Types that belong to no pallet of ours.
 *
 * @module
 */

import { named, newtype, struct, tuple, vec } from '../frame/types/combinators.ts'
import { accountId } from '../frame/types/common.ts'
import { enumeration, plainEnum } from '../frame/types/enumeration.ts'
import { byteArray, bytes, i64, str, u8, u32, u64, u128 } from '../frame/types/primitives.ts'
import type { Type } from '../frame/types/type.ts'

/** One value for each dispatch class. */
export function perDispatchClass<T>(type: Type<T>) {
  return struct(
    'frame_support::dispatch::PerDispatchClass',
    { normal: named('T', type), operational: named('T', type), mandatory: named('T', type) },
    { params: [{ name: 'T', type }] },
  )
}

export const digestItem = enumeration('sp_runtime::generic::digest::DigestItem', {
  PreRuntime: [6, [named('ConsensusEngineId', byteArray(4)), bytes]],
  Consensus: [4, [named('ConsensusEngineId', byteArray(4)), bytes]],
  Seal: [5, [named('ConsensusEngineId', byteArray(4)), bytes]],
  Other: [0, [bytes]],
  RuntimeEnvironmentUpdated: [8, null],
})

export const digest = struct('sp_runtime::generic::digest::Digest', {
  logs: vec(digestItem),
})

export const runtimeDbWeight = struct('sp_weights::RuntimeDbWeight', {
  read: u64,
  write: u64,
})

/** `Cow<T>`: borrowed or owned, on the wire the value itself. */
export function cow<T>(inner: Type<T>): Type<T> {
  const params = [{ name: 'T', type: inner }]
  return {
    ...inner,
    def: { kind: 'composite', path: 'Cow', params, fields: [{ type: inner }] },
  }
}

export const runtimeVersion = struct('sp_version::RuntimeVersion', {
  specName: named("Cow<'static, str>", cow(str)),
  implName: named("Cow<'static, str>", cow(str)),
  authoringVersion: u32,
  specVersion: u32,
  implVersion: u32,
  apis: named('ApisVec', cow(vec(tuple(byteArray(8), u32)))),
  transactionVersion: u32,
  systemVersion: u8,
})

export const auraAuthorityId = newtype(
  'sp_consensus_aura::sr25519::app_sr25519::Public',
  byteArray(32),
  { innerName: 'sr25519::Public' },
)

export const slot = newtype('sp_consensus_slots::Slot', u64)

export const holdReason = plainEnum('pallet_preimage::pallet::HoldReason', ['Preimage'])

export const runtimeHoldReason = enumeration('node_subtensor_runtime::RuntimeHoldReason', {
  Preimage: [14, [named('pallet_preimage::HoldReason', holdReason)]],
})

/** An amount held or frozen for a reason. */
export function idAmount<T>(id: Type<T>) {
  return struct(
    'frame_support::traits::tokens::misc::IdAmount',
    { id: named('Id', id), amount: named('Balance', u64) },
    {
      params: [
        { name: 'Id', type: id },
        { name: 'Balance', type: u64 },
      ],
    },
  )
}

export const runtimeFreezeReason = plainEnum<never>(
  'node_subtensor_runtime::RuntimeFreezeReason',
  [],
)

export const balanceStatus = plainEnum('frame_support::traits::tokens::misc::BalanceStatus', [
  'Free',
  'Reserved',
])

export const fixedU128 = newtype('sp_arithmetic::fixed_point::FixedU128', u128)

export const safeFloat = struct('share_pool::SafeFloat', {
  mantissa: u128,
  exponent: i64,
})

export const percent = newtype('sp_arithmetic::per_things::Percent', u8)

export const palletId = newtype('frame_support::PalletId', byteArray(8))

export const rawOrigin = enumeration(
  'frame_support::dispatch::RawOrigin',
  {
    Root: null,
    Signed: [named('AccountId', accountId)],
    None: null,
    Authorized: null,
  },
  { params: [{ name: 'AccountId', type: accountId }] },
)

export const originCaller = enumeration('node_subtensor_runtime::OriginCaller', {
  system: [named('frame_system::Origin<Runtime>', rawOrigin)],
})

export const grandpaAuthorityId = newtype('sp_consensus_grandpa::app::Public', byteArray(32), {
  innerName: 'ed25519::Public',
})

export const multiSigner = enumeration('sp_runtime::MultiSigner', {
  Ed25519: [named('ed25519::Public', byteArray(32))],
  Sr25519: [named('sr25519::Public', byteArray(32))],
  Ecdsa: [named('ecdsa::Public', byteArray(33))],
})

export const multiSignature = enumeration('sp_runtime::MultiSignature', {
  Ed25519: [named('ed25519::Signature', byteArray(64))],
  Sr25519: [named('sr25519::Signature', byteArray(64))],
  Ecdsa: [named('ecdsa::Signature', byteArray(65))],
})

export const perquintill = newtype('sp_arithmetic::per_things::Perquintill', u64)
