/**
 * Types that Crowdloan owns.
 *
 * @module
 */
import { named, option, struct } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { bool, u32, u64 } from '../../../frame/types/primitives.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import { boundedCall } from '../../bounded-call.ts'

const account = named('AccountId', accountId)
const amount = named('Balance', u64)

export const crowdloanInfo = struct(
  'pallet_crowdloan::CrowdloanInfo',
  {
    creator: account,
    deposit: amount,
    minContribution: amount,
    end: named('BlockNumber', u32),
    cap: amount,
    fundsAccount: account,
    raised: amount,
    targetAddress: named('Option<AccountId>', option(accountId)),
    call: named('Option<Call>', option(boundedCall)),
    finalized: bool,
    contributorsCount: u32,
  },
  {
    params: [
      { name: 'AccountId', type: accountId },
      { name: 'Balance', type: u64 },
      { name: 'BlockNumber', type: u32 },
      { name: 'Call', type: boundedCall },
    ],
  },
)

export type CrowdloanInfo = TypeOf<typeof crowdloanInfo>
