/**
 * Types that the scheduler pallet owns.
 *
 * @module
 */
import { named, option, struct, tuple } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { byteArray, u8, u32 } from '../../../frame/types/primitives.ts'
import type { Type, TypeOf } from '../../../frame/types/type.ts'
import { boundedCall } from '../../bounded-call.ts'
import { originCaller } from '../../types.ts'

export const blockNumber: Type<number> = { ...u32, typeName: 'BlockNumberFor<T>' }
/** Block and place in its agenda. */
export const taskAddress = {
  ...tuple(u32, u32),
  typeName: 'TaskAddress<BlockNumberFor<T>>',
}
export const taskName: Type<Uint8Array> = { ...byteArray(32), typeName: 'TaskName' }
export const priority: Type<number> = { ...u8, typeName: 'schedule::Priority' }
/** Blocks between runs, and how many runs are to come. */
const repetition = tuple(u32, u32)
export const maybePeriodic = named(
  'Option<schedule::Period<BlockNumberFor<T>>>',
  option(repetition),
)
export type TaskAddress = TypeOf<typeof taskAddress>
export type Repetition = TypeOf<typeof repetition>

export const scheduled = struct(
  'pallet_scheduler::Scheduled',
  {
    maybeId: named('Option<Name>', option(byteArray(32))),
    priority,
    call: named('Call', boundedCall),
    maybePeriodic: named('Option<schedule::Period<BlockNumber>>', option(repetition)),
    origin: named('PalletsOrigin', originCaller),
  },
  {
    params: [
      { name: 'Name', type: byteArray(32) },
      { name: 'Call', type: boundedCall },
      { name: 'BlockNumber', type: u32 },
      { name: 'PalletsOrigin', type: originCaller },
      { name: 'AccountId', type: accountId },
    ],
  },
)
export type Scheduled = TypeOf<typeof scheduled>

export const retryConfig = struct(
  'pallet_scheduler::RetryConfig',
  { totalRetries: u8, remaining: u8, period: named('Period', u32) },
  { params: [{ name: 'Period', type: u32 }] },
)
export type RetryConfig = TypeOf<typeof retryConfig>
