/**
 * Errors of Crowdloan, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 27, name: 'Crowdloan' },
  {
    DepositTooLow: 'The deposit is below the minimum. Offer at least Crowdloan.MinimumDeposit.',
    CapTooLow: 'The cap is not above the deposit, or below what is raised already. Raise it.',
    MinimumContributionTooLow:
      'The minimum contribution is too small. Choose at least Crowdloan.AbsoluteMinimumContribution.',
    CannotEndInPast: 'The end is not after the present block. Choose a later one.',
    BlockDurationTooShort:
      'The crowdloan would end too soon. Choose an end at least Crowdloan.MinimumBlockDuration from now.',
    BlockDurationTooLong:
      'The crowdloan would run too long. Choose an end within Crowdloan.MaximumBlockDuration from now.',
    InsufficientBalance: 'The account has less free TAO than it would pay. Fund it or pay less.',
    Overflow: 'A number of the crowdloan would grow out of its range.',
    InvalidCrowdloanId: 'There is no crowdloan with this id, or none is being finalized.',
    CapRaised: 'The cap is reached; nothing more is taken.',
    ContributionPeriodEnded: 'The crowdloan has ended. Its creator may move the end.',
    ContributionTooLow: 'The contribution is below the minimum of the crowdloan. Give more.',
    InvalidOrigin: 'Only the creator of the crowdloan may do this.',
    AlreadyFinalized: 'The crowdloan was finalized; it does not change any more.',
    ContributionPeriodNotEnded: 'The crowdloan still runs. Wait for its end.',
    NoContribution: 'The account has nothing in the crowdloan.',
    CapNotRaised: 'The cap is not reached yet. Wait for contributions or lower the cap.',
    Underflow: 'A number of the crowdloan would fall below zero.',
    CallUnavailable: 'The call to finalize with is not in the preimage storage. Note it again.',
    NotReadyToDissolve: 'Contributions of others are left. Refund them first.',
    DepositCannotBeWithdrawn:
      'The creator has nothing above the deposit, which stays until the crowdloan is dissolved.',
    MaxContributorsReached: 'The crowdloan has as many contributors as it may.',
    InvalidFinalizationConfig: 'Name a call or a target address, exactly one of them.',
    MaxContributionReached: 'The account gave as much as one contributor may.',
    MaximumContributionTooLow:
      "The maximum is below the minimum contribution or the creator's own contribution. Raise it.",
    MinimumContributionTooHigh: 'The minimum is above the maximum contribution. Lower it.',
  },
)
