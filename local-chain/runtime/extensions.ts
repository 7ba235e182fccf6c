/**
 * The form of a signed extrinsic: address, signature and the transaction extensions, in wire order.
 * What an extension checks is in `executive/`.
 *
 * Source: node_subtensor_runtime `TxExtension`, spec_version 425; ../shared/spec/node-rpc.md 8.2.
 *
 * @module
 */
import type { ExtensionDef, ExtrinsicFormat } from '../frame/extension.ts'
import { compact, named, newtype, option, struct } from '../frame/types/combinators.ts'
import { h256, multiAddress } from '../frame/types/common.ts'
import { plainEnum } from '../frame/types/enumeration.ts'
import { era } from '../frame/types/era.ts'
import { byteArray, u32, u64, unit } from '../frame/types/primitives.ts'
import type { AnyType, ParamDef } from '../frame/types/type.ts'
import { multiSignature } from './types.ts'

const RUNTIME = 'node_subtensor_runtime'
/** The runtime as a type parameter: FRAME's own extensions skip it, subtensor's show it. */
const skipped: ParamDef[] = [{ name: 'T' }]
const shown: ParamDef[] = [{ name: 'T', type: struct(`${RUNTIME}::Runtime`, {}) }]

/** An extension that puts nothing into the extrinsic. */
function check(identifier: string, path: string, implicit: AnyType, params: ParamDef[]) {
  return { identifier, extra: struct(path, {}, { params }), implicit } satisfies ExtensionDef
}

const chargeTransactionPayment = newtype(
  'pallet_transaction_payment::ChargeTransactionPayment',
  compact(u64),
  { params: skipped, innerName: 'BalanceOf<T>' },
)

const checkMetadataHashMode = plainEnum('frame_metadata_hash_extension::Mode', [
  'Disabled',
  'Enabled',
])

/** The extensions that put something into an extrinsic, in the order in which they do. */
export const signedExtra = {
  era: newtype(`${RUNTIME}::check_mortality::CheckMortality`, era, { params: skipped }),
  nonce: newtype(`${RUNTIME}::check_nonce::CheckNonce`, compact(u32), {
    params: skipped,
    innerName: 'T::Nonce',
  }),
  tip: chargeTransactionPayment,
  mode: struct(
    'frame_metadata_hash_extension::CheckMetadataHash',
    { mode: named('Mode', checkMetadataHashMode) },
    { params: skipped },
  ),
} as const

const SYSTEM = 'frame_system::extensions'

/** Nested as the runtime nests its tuples; the bytes are those of the flat list. */
export const extrinsicFormat: ExtrinsicFormat = {
  address: multiAddress,
  signature: multiSignature,
  extensions: [
    [
      check(
        'CheckNonZeroSender',
        `${SYSTEM}::check_non_zero_sender::CheckNonZeroSender`,
        unit,
        skipped,
      ),
      check('CheckSpecVersion', `${SYSTEM}::check_spec_version::CheckSpecVersion`, u32, skipped),
      check('CheckTxVersion', `${SYSTEM}::check_tx_version::CheckTxVersion`, u32, skipped),
      check('CheckGenesis', `${SYSTEM}::check_genesis::CheckGenesis`, h256, skipped),
      { identifier: 'CheckMortality', extra: signedExtra.era, implicit: h256 },
      { identifier: 'CheckNonce', extra: signedExtra.nonce, implicit: unit },
      check('CheckWeight', `${SYSTEM}::check_weight::CheckWeight`, unit, skipped),
    ],
    [
      {
        identifier: 'ChargeTransactionPayment',
        extra: chargeTransactionPayment,
        implicit: unit,
        wrapper: struct(
          `${RUNTIME}::transaction_payment_wrapper::ChargeTransactionPaymentWrapper`,
          { inner: named('ChargeTransactionPayment<T>', chargeTransactionPayment) },
          { params: skipped },
        ),
      },
      check(
        'SudoTransactionExtension',
        `${RUNTIME}::sudo_wrapper::SudoTransactionExtension`,
        unit,
        shown,
      ),
      check(
        'CheckShieldedTxValidity',
        'pallet_shield::extension::CheckShieldedTxValidity',
        unit,
        shown,
      ),
      check(
        'SubtensorTransactionExtension',
        'pallet_subtensor::extensions::subtensor::SubtensorTransactionExtension',
        unit,
        shown,
      ),
      check('DrandPriority', 'pallet_drand::drand_priority::DrandPriority', unit, shown),
    ],
    { identifier: 'CheckMetadataHash', extra: signedExtra.mode, implicit: option(byteArray(32)) },
  ],
}
