/**
 * Types that the commitments pallet owns.
 *
 * @module
 */
import { boundedVec, named, struct } from '../../../frame/types/combinators.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'
import { FIELDS_MAX } from './constants.ts'
import { data } from './data.ts'

export const commitmentInfo = struct(
  'pallet_commitments::types::CommitmentInfo',
  { fields: named('BoundedVec<Data, FieldLimit>', boundedVec(data, FIELDS_MAX)) },
  { params: [{ name: 'FieldLimit' }] },
)

export const registration = struct(
  'pallet_commitments::types::Registration',
  {
    deposit: named('Balance', u64),
    block: named('BlockNumber', u32),
    info: named('CommitmentInfo<MaxFields>', commitmentInfo),
  },
  {
    params: [
      { name: 'Balance', type: u64 },
      { name: 'MaxFields' },
      { name: 'BlockNumber', type: u32 },
    ],
  },
)

/** Space that an account used on a subnet in one epoch. */
export const usageTracker = struct('pallet_commitments::types::UsageTracker', {
  lastEpoch: u64,
  usedSpace: u64,
})
