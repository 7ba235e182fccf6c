/**
 * Events of Crowdloan, in wire order: the position is the index.
 *
 * @module
 */
import { palletEvents } from '../../../frame/pallet.ts'
import { named, option } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

const crowdloanId = named('CrowdloanId', u32)
const block = named('BlockNumberFor<T>', u32)
const amount = named('BalanceOf<T>', u64)

export const events = palletEvents(
  { index: 27, name: 'Crowdloan', path: 'pallet_crowdloan' },
  {
    Created: { crowdloanId, creator: accountId, end: block, cap: amount },
    Contributed: { crowdloanId, contributor: accountId, amount },
    Withdrew: { crowdloanId, contributor: accountId, amount },
    PartiallyRefunded: { crowdloanId },
    AllRefunded: { crowdloanId },
    Finalized: { crowdloanId },
    Dissolved: { crowdloanId },
    MinContributionUpdated: { crowdloanId, newMinContribution: amount },
    EndUpdated: { crowdloanId, newEnd: block },
    CapUpdated: { crowdloanId, newCap: amount },
    MaxContributionUpdated: {
      crowdloanId,
      newMaxContribution: named('Option<BalanceOf<T>>', option(u64)),
    },
  },
)
