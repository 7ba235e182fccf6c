/**
 * Types that the multisig pallet owns.
 *
 * @module
 */
import { boundedVec, named, struct } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { byteArray, u32, u64 } from '../../../frame/types/primitives.ts'
import type { Type, TypeOf } from '../../../frame/types/type.ts'
import { MAX_SIGNATORIES } from './constants.ts'

/** Hash of an encoded call. */
export const callHash: Type<Uint8Array> = { ...byteArray(32), typeName: 'CallHash' }

/** Block and extrinsic in which an operation began. */
export const timepoint = struct(
  'pallet_multisig::Timepoint',
  { height: named('BlockNumber', u32), index: u32 },
  { params: [{ name: 'BlockNumber', type: u32 }], typeName: 'Timepoint<BlockNumberFor<T>>' },
)
export type Timepoint = TypeOf<typeof timepoint>

export const multisig = struct(
  'pallet_multisig::Multisig',
  {
    when: named('Timepoint<BlockNumber>', timepoint),
    deposit: named('Balance', u64),
    depositor: named('AccountId', accountId),
    approvals: named('BoundedVec<AccountId, MaxApprovals>', boundedVec(accountId, MAX_SIGNATORIES)),
  },
  {
    params: [
      { name: 'BlockNumber', type: u32 },
      { name: 'Balance', type: u64 },
      { name: 'AccountId', type: accountId },
      { name: 'MaxApprovals' },
    ],
  },
)
export type Multisig = TypeOf<typeof multisig>
